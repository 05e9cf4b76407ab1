// Capitals that stand for their countries, as in "must Washington defend Seoul", and not for places: "signed in Manila".
import { countries } from 'countries-list'
import { normalizeText } from '../data/model/normalize-text.ts'
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'

/** Other names of governments and people, and capitals as they are typed. */
const others: Record<string, string> = {
  'washington dc': 'US',
  yank: 'US',
  yanks: 'US',
  kremlin: 'RU',
  kiev: 'UA',
  delhi: 'IN',
  brits: 'GB',
  kiwi: 'NZ',
  kiwis: 'NZ',
  aussie: 'AU',
  aussies: 'AU',
}

/** Seats of many, one of a country that was another, one in dispute, first names and other words. */
const ambiguous = new Set(
  'brussels,jerusalem,prague,male,victoria,hamilton,stanley,kingston,douglas,plymouth,georgetown,george town,jamestown,san juan'.split(
    ',',
  ),
)

/** Each capital as it is written, with the code and the name of its country. */
const all = Object.entries(countries)
  .map(([code, { capital, name }]) => ({ code, name, capital: capital.replace(/ D\.C\.$/, '') }))
  .filter(({ capital }) => capital !== '' && !ambiguous.has(normalizeText(capital)))

/** By capital, the name of its country. */
export const countryOfCapital: ReadonlyMap<string, string> = new Map(
  all.map(({ capital, name }) => [capital, name]),
)

const capitals = new Map([
  ...all.map(({ capital, code }) => [normalizeText(capital), code] as const),
  ...Object.entries(others),
])

const placing = new Set(
  'in,at,from,near,outside,inside,around,into,via,through,visit,visited,visits,uss,george'.split(','),
)

/** "The Moscow summit" was a meeting, and "the Manila treaty" is one of many. */
const ofPlace = new Set(
  'wall,airlift,blockade,crisis,summit,conference,one,meeting,declaration,memorandum,format,document,protocol,convention,charter,communique,accords,talks,dc,d,time,post,times,state,university,embassy,airport'.split(
    ',',
  ),
)
const ofTwo = new Set('treaty,pact,agreement,accord,alliance,treaties,pacts,agreements,statute'.split(','))

/** Where a sentence speaks of seats, a city is one. */
const seats = new Set(
  'headquarters,headquarter,headquartered,hq,hqs,seat,located,summit,summits,capital,city,cities,office'.split(
    ',',
  ),
)

/** The country that a capital stands for; undefined where it is a place. */
export function metonymAt(
  words: readonly string[],
  start: number,
  facts: FactSnapshot,
): { length: number; entities: Entity[] } | undefined {
  const length = capitals.has(`${words[start] ?? ''} ${words[start + 1] ?? ''}`) ? 2 : 1
  const code = capitals.get(words.slice(start, start + length).join(' '))
  // Alone it may be the answer to where something is.
  if (code === undefined || words.length === length) return undefined
  const [before = '', after = ''] = [words[start - 1], words[start + length]]
  const isPlace =
    placing.has(before) ||
    ofPlace.has(after) ||
    (ofTwo.has(after) && !capitals.has(before)) ||
    // "The Treaty of Lisbon".
    (before === 'of' && (ofTwo.has(words[start - 2] ?? '') || ofPlace.has(words[start - 2] ?? ''))) ||
    words.some((word) => seats.has(word))
  const country = isPlace ? undefined : facts.entities.find((entity) => entity.code === code)
  return country && { length, entities: [country] }
}
