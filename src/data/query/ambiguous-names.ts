// Names that are everyday words as well, and what tells in a chat message which of the two is meant.

/**
 * How such a name must stand to count: never by itself; in company of a clear name or a word of the field; written with
 * a capital that no sentence's beginning explains; in either way; in both; or exactly as the name is written.
 */
export type NameContext = 'never' | 'company' | 'capital' | 'either' | 'both' | 'exact'

const standings: Record<NameContext, string> = {
  never: 'alliance, alliances, partnership, partnerships, treaty, treaties',
  company: `jordan, georgia, pacific, osprey, ospreys, finn, hooper, nds, usc, edi, spp, deterrent, deterrents, interoperable,
    joint exercises, term of sale, force generation`,
  capital: 'navy, turkey, chad, guinea',
  either: 'quad, quads, african lion, african lions, valiant shield',
  both: 'mercy, comfort, may',
  exact: 'pfp',
}

/** By the name's words; a plural that is not here is no common word. */
export const ambiguousNames = new Map(
  Object.entries(standings).flatMap(([standing, names]) =>
    split(names, /,\s+/).map((name) => [name, standing as NameContext]),
  ),
)

/** Things that have a name in them and are something else. */
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

/** Words of the field: beside one of them a common word is taken for the name. */
export const topicWords = new Set(
  split(`ally allies allied alliance alliances treaty treaties pact bloc coalition summit geopolitics geopolitical
    military militaries defense defence defend troops soldiers army navy navies naval marines forces warship warships
    fleet ship ships missile missiles nuke nukes nuclear deterrence deployed deployment pentagon invasion invade invaded
    war wars sanctions diplomacy diplomats diplomatic sovereignty sovereign border borders ceasefire strategy member
    members taiwan beijing moscow kremlin washington un eu putin`),
)

/** What follows "us" where it is the country. */
export const ofTheUnitedStates = new Set(
  split(`military army troops forces government gov govt foreign president congress senate dollar dollars taxpayer
    taxpayers allies ally soldiers base bases policy marines defense defence state embassy nukes citizens hegemony`),
)

/** What is of a country in everyday life alone: "Chinese food", "japanese homework". */
export const everydayNouns = new Set(
  split(`food foods takeout takeaway restaurant restaurants cuisine recipe recipes dish dishes sandwich cheese bread
    whiskey curry noodles meatballs candy snacks beer wine coffee tea breakfast homework class classes lesson lessons
    teacher dub dubs sub subs keyboard girlfriend boyfriend gf bf movie movies drama dramas music song songs anime accent chocolate fries`),
)

/** What stands before a language. */
export const ofLanguages = new Set(split('speak speaks speaking spoke learn learning study fluent translate'))

function split(text: string, between = /\s+/): string[] {
  return text.split(between)
}
