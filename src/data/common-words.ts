// Names that are everyday words as well, and what tells in a chat message which of the two is meant.

/**
 * How such a name must stand to count: never by itself; in company of a clear name or a word of the field; written with
 * a capital that no sentence's beginning explains; in either way; in both; or exactly as the name is written.
 */
export type Standing = 'never' | 'company' | 'capital' | 'either' | 'both' | 'exact'

const standings: Record<Standing, string> = {
  never: 'alliance, partnership, treaty, pact, exercise, ally, security, dialogue',
  company:
    'jordan, pacific, osprey, finn, hooper, georgia, nds, usc, deterrent, interoperable, joint exercises, term of sale, force generation',
  capital: 'navy, turkey, chad, guinea, national guard units',
  either: 'quad, african lion',
  both: 'mercy, comfort, may',
  exact: 'pfp',
}

/** By the name's words, the last of them in the singular. */
export const commonNames = new Map(
  Object.entries(standings).flatMap(([standing, names]) =>
    names.split(', ').map((name) => [name, standing as Standing]),
  ),
)

/** Things that have a name in them and are something else. */
export const otherThings = [
  ...['bike', 'bikes', 'biking', 'core', 'cam', 'camera', 'copter', 'rail', 'rails', 'muscle', 'muscles'].map(
    (thing) => `quad ${thing}`,
  ),
  ...['workout', 'workouts', 'exercise', 'exercises', 'day', 'damage', 'kill', 'jump', 'band', 'skates'].map(
    (thing) => `quad ${thing}`,
  ),
  ...['across the quad', 'around the quad', 'at the quad', 'through the quad', 'on the quad at'],
  ...['south africa', 'south african', 'african american', 'african union'],
  ...[
    'south america',
    'south american',
    'latin america',
    'latin american',
    'central america',
    'the americas',
  ],
  ...['central american', 'native american', 'american football', 'american idol', 'american pie'],
  ...[
    'captain america',
    'bank of america',
    'miss america',
    'american dream',
    'american dad',
    'american psycho',
  ],
  ...['european union', 'indian summer', 'west indian', 'air india', 'papua new guinea'],
  ...['fine china', 'bone china', 'china plate', 'china plates', 'china shop', 'china cabinet', 'chinatown'],
  ...['michael jordan', 'air jordan', 'air jordans', 'jordan peterson', 'jordan peele', 'jordan brand'],
  ...['pacific time', 'pacific standard time', 'pacific daylight time', 'pacific rim', 'pacific northwest'],
  ...['navy blue', 'royal navy', 'old navy'],
  ...['un secretary general', 'united nations secretary general', 'secretary general of the un'],
  ...['secretary general of the united nations', 'mercy main', 'mercy mains', 'mediterranean diet'],
  ...['turkey sandwich', 'turkey sandwiches', 'turkey breast', 'turkey bacon', 'turkey club', 'cold turkey'],
]

/** Words of the field: beside one of them a common word is taken for the name. */
export const fieldWords = new Set(
  [
    'ally allies allied alliance alliances treaty treaties pact bloc coalition summit geopolitics geopolitical',
    'military militaries defense defence defend troops soldiers army navy navies naval marines forces warship warships fleet',
    'missile missiles nuke nukes nuclear deterrence deployed deployment pentagon invasion invade invaded war wars',
    'sanctions diplomacy diplomats diplomatic sovereignty sovereign border borders ceasefire strategy ship ships',
    'member members indopacific taiwan beijing moscow kremlin washington un eu putin trump biden xi zelensky',
  ].flatMap((line) => line.split(' ')),
)

/** What follows "us" where it is the country. */
export const ofTheUnitedStates = new Set(
  [
    'military army troops forces government gov govt foreign president congress senate dollar dollars taxpayer taxpayers',
    'allies ally soldiers base bases policy marines airforce defense defence state embassy nukes citizens hegemony',
  ].flatMap((line) => line.split(' ')),
)

/** What is of a country in everyday life alone: "Chinese food", "japanese homework". */
export const everydayThings = new Set(
  [
    'food foods takeout takeaway restaurant restaurants cuisine recipe recipes dish dishes sandwich cheese bread whiskey',
    'curry noodles candy snacks beer wine coffee tea breakfast homework class classes lesson lessons teacher dub dubs sub subs',
    'meatballs keyboard girlfriend boyfriend gf bf movie movies drama dramas music song songs anime',
  ].flatMap((line) => line.split(' ')),
)

/** What stands before a language. */
export const ofLanguages = new Set(
  'speak speaks speaking spoke learn learning study fluent translate'.split(' '),
)
