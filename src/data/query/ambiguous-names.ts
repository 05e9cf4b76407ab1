// Names that are also everyday words, and the word lists that decide which is meant in a chat message.

/**
 * When such a name counts as a name: `never` on its own; `topic`: next to an unambiguous name or a topic word;
 * `capitalized`: with a capital that does not merely begin a sentence; `either` of these; `both`; or `exact`: exactly as
 * the name is written.
 */
export type NameContext = 'never' | 'topic' | 'capitalized' | 'either' | 'both' | 'exact'

const namesByContext: Record<NameContext, string> = {
  never: 'alliance, alliances, partnership, partnerships, treaty, treaties',
  topic: `jordan, georgia, pacific, osprey, ospreys, finn, hooper, nds, usc, edi, spp, deterrent, deterrents, interoperable,
    joint exercises, term of sale, force generation`,
  capitalized: 'navy, turkey, chad, guinea',
  either: `quad, quads, african lion, african lions, valiant shield, red flag, red flags, bright star, bright stars, flintlock,
    flintlocks, pitch black, sea breeze, sea breezes, cold response, eager lion, eager lions, defender, defenders`,
  both: 'mercy, comfort, may',
  exact: 'pfp',
}

/** By the normalized name; plurals are listed if they are ambiguous too. */
export const ambiguousNames = new Map(
  Object.entries(namesByContext).flatMap(([context, names]) =>
    split(names, /,\s+/).map((name) => [name, context as NameContext]),
  ),
)

/** Phrases that contain a name and mean something else. */
export const falseFriends = split(
  `quad bike, quad bikes, quad biking, quad core, quad cam, quad camera, quad copter, quad rail, quad rails, quad muscle,
  quad muscles, quad workout, quad workouts, quad exercise, quad exercises, quad day, quad damage, quad kill, quad jump,
  quad band, quad skates, across the quad, around the quad, at the quad, through the quad, on the quad at,
  south africa, south african, african union, african american, south america, south american, latin america,
  latin american, central america, central american, the americas, native american, american football, american idol,
  american pie, american dream, american dad, american psycho, captain america, miss america, bank of america,
  european union, indian summer, west indian, fine china, good china, bone china,
  china plate, china plates, china shop, china cabinet, chinatown, jordans, air jordan, michael jordan, jordan peterson,
  jordan peele, jordan brand, pacific time, pacific standard time, pacific daylight time, pacific rim, pacific northwest,
  navy blue, royal navy, old navy, un secretary general, united nations secretary general, secretary general of the un,
  secretary general of the united nations, mercy main, mercy mains, espers, esper control, esper deck, esper decks, esper midrange, mediterranean diet, turkey sandwich,
  turkey sandwiches, turkey breast, turkey bacon, turkey club, cold turkey, a pentagon, pentagons, pentagon shape,
  regular pentagon, state department of, american express, american airlines, american gothic, american horror story,
  american eagle, american gods, america cup, america got talent, britain got talent, great british bake off, british columbia, british airways, new england, bank of england,
  church of england, scotland yard, prince of wales, princess of wales, new south wales, jimmy wales,
  chinese checkers, chinese new year, indian pale ale, india pale ale, british museum, russian roulette, russian doll,
  russian dolls, russian dressing, russian twist, russian twists, russian blue, bulgarian split squat,
  bulgarian split squats, bulgarian squat, bulgarian squats, belgian waffle, belgian waffles, belgian malinois,
  swedish fish, swedish chef, swedish house mafia, egyptian cotton, moroccan oil, nigerian prince, maltese falcon, maltese dog, maltese dogs, maltese puppy, maltese cross, my maltese,
  australian shepherd, australian open, british shorthair, african grey, african violet, africa by toto, toto africa,
  japanese maple, canadian bacon, asian fusion, crazy rich asians`,
  /,\s+/,
)

/** Next to one of these, an ambiguous word counts as the name. */
export const topicWords = new Set(
  split(`ally allies allied alliance alliances treaty treaties pact bloc coalition summit geopolitics geopolitical
    military militaries defense defence defend troops soldiers army navy navies naval marines forces warship warships
    fleet ship ships missile missiles nuke nukes nuclear deterrence deployed deployment pentagon invasion invade invaded
    war wars sanctions diplomacy diplomats diplomatic sovereignty sovereign border borders ceasefire strategy member
    members taiwan beijing moscow kremlin washington un eu putin`),
)

/** Words that follow "us" when it means the country. */
export const wordsAfterUs = new Set(
  split(`military army troops forces government gov govt foreign president congress senate dollar dollars taxpayer
    taxpayers allies ally soldiers base bases policy marines defense defence state embassy nukes citizens hegemony`),
)

/** Nouns that make a country's name or adjective an everyday phrase: "Chinese food", "japanese homework". */
export const everydayNouns = new Set(
  split(`food foods takeout takeaway restaurant restaurants cuisine recipe recipes dish dishes sandwich cheese bread
    whiskey curry noodles meatballs candy snacks beer wine coffee tea breakfast homework class classes lesson lessons
    teacher dub dubs sub subs keyboard girlfriend boyfriend gf bf movie movies drama dramas music song songs anime accent chocolate fries`),
)

/** Verbs that make the next word a language. */
export const languageVerbs = new Set(
  split('speak speaks speaking spoke learn learning study fluent translate'),
)

function split(text: string, separator = /\s+/): string[] {
  return text.split(separator)
}
