// Capitals that stand for their countries, as in "must Washington defend Seoul", and not for places: "signed in Manila".
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'

const capitals = new Map(
  Object.entries({
    'united-states': 'washington,yank,yanks',
    'south-korea': 'seoul',
    'north-korea': 'pyongyang',
    'united-kingdom': 'london',
    'new-zealand': 'wellington',
    'saudi-arabia': 'riyadh',
    japan: 'tokyo',
    russia: 'moscow,kremlin',
    china: 'beijing',
    taiwan: 'taipei',
    philippines: 'manila',
    australia: 'canberra',
    turkey: 'ankara',
    france: 'paris',
    germany: 'berlin',
    ukraine: 'kyiv,kiev',
    iran: 'tehran',
    india: 'delhi,new delhi',
    pakistan: 'islamabad',
    canada: 'ottawa',
    poland: 'warsaw',
    italy: 'rome',
    spain: 'madrid',
    greece: 'athens',
    thailand: 'bangkok',
    vietnam: 'hanoi',
    indonesia: 'jakarta',
    belarus: 'minsk',
    armenia: 'yerevan',
    azerbaijan: 'baku',
    estonia: 'tallinn',
    latvia: 'riga',
    lithuania: 'vilnius',
    finland: 'helsinki',
    sweden: 'stockholm',
    norway: 'oslo',
    denmark: 'copenhagen',
    hungary: 'budapest',
  }).flatMap(([id, names]) => names.split(',').map((name) => [name, id] as const)),
)

const placing = new Set(
  'in,at,from,near,outside,inside,around,into,via,through,visit,visited,visits,uss,george'.split(','),
)

/** "The Moscow summit" was a meeting, and "the Manila treaty" is one of many. */
const ofPlace = new Set(
  'wall,airlift,blockade,crisis,summit,conference,meeting,declaration,protocol,convention,charter,communique,accords,talks,dc,d,time,post,times,state,university,embassy,airport'.split(
    ',',
  ),
)
const ofTwo = new Set('treaty,pact,agreement,accord,alliance'.split(','))

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
  const id = capitals.get(words.slice(start, start + length).join(' '))
  // Alone it may be the answer to where something is.
  if (id === undefined || words.length === length) return undefined
  const [before = '', after = ''] = [words[start - 1], words[start + length]]
  const isPlace =
    placing.has(before) ||
    ofPlace.has(after) ||
    (ofTwo.has(after) && !capitals.has(before)) ||
    words.some((word) => seats.has(word))
  const country = isPlace ? undefined : facts.getEntity(id)
  return country && { length, entities: [country] }
}
