// Lists of the countries in one region: "which MNNAs are in South America".
import { nameWithFlag, pluralize } from '../cards/shared/format.ts'
import { alsoCounted, worldRegions } from '../data/model/world-regions.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import type { Answer, Form, Question } from './question.ts'
import type { Read } from './read-question.ts'
import { membersOf } from './membership-words.ts'
import { wholeNames, type Asking } from './wording.ts'

interface Region {
  name: string
  /** Its parts in The World Factbook. */
  parts: readonly string[]
  noun: string
  adjective: string
}

const asia = ['East and Southeast Asia', 'South Asia', 'Central Asia', 'Middle East']

const regions: readonly Region[] = [
  { name: 'Africa', parts: ['Africa'], noun: 'africa', adjective: 'african' },
  { name: 'Europe', parts: ['Europe'], noun: 'europe', adjective: 'european' },
  {
    name: 'the Middle East',
    parts: ['Middle East'],
    noun: 'mid(?:dle )?east',
    adjective: 'mid(?:dle )?eastern',
  },
  {
    name: 'East and Southeast Asia',
    parts: ['East and Southeast Asia'],
    noun: '(?:south[ -]?east(?:ern)?|se) asia',
    adjective: '(?:south[ -]?east|se) asian',
  },
  { name: 'South Asia', parts: ['South Asia'], noun: 'south asia', adjective: 'south asian' },
  { name: 'Central Asia', parts: ['Central Asia'], noun: 'central asia', adjective: 'central asian' },
  { name: 'Asia', parts: asia, noun: 'asia', adjective: 'asian' },
  {
    name: 'South America',
    parts: ['South America'],
    noun: 'south america',
    adjective: 'south american',
  },
  {
    name: 'North America',
    parts: ['North America', 'Central America and the Caribbean'],
    noun: 'north america',
    adjective: 'north american',
  },
  {
    name: 'Oceania',
    parts: ['Australia and Oceania'],
    noun: 'oceania',
    adjective: 'oceanian',
  },
]

/** Another region, or a name, has the word. */
const notAlone =
  '(?<!\\b(?:north|south|east|west|central|eastern|western|southern|northern|saharan|minor|indo)[ -])'
const notNamed = '(?! (?:union|lion|council|commission|defen[cs]e|allies of|command|parliament|community))'

const spellings = regions.map((region) => ({
  region,
  regex: new RegExp(
    `${notAlone}\\b(?:(?:(?:which|that|who) )?(?:(?:are|is|were) )?(?:(?:located|based|lying|situated) )?(?:in|from|inside|within|across) (?:the )?(?:continent of )?${region.noun}\\b|${region.adjective}\\b${notNamed})`,
    'i',
  ),
  outside: new RegExp(
    `(?:(?:which|that|who) )?(?:\\b(?:are|is|were)(?: not|n['’]?t) (?:(?:located|based|situated) )?(?:in |from )?|\\bnot (?:in|from) |(?:\\b(?:are|is|were|lie) )?\\boutside (?:of )?)(?:the )?(?:${region.noun}|${region.adjective})\\b${notNamed}`,
    'i',
  ),
}))

const listed = new Set<Form>([
  'who-in',
  'how-many',
  'founders',
  'treaty-allies',
  'not-in',
  'in-both',
  'neutral',
  'in-role',
])

/** What is asked of all, asked of those in a region. */
export function readInRegion(text: string, read: Read): Question | undefined {
  const [found, ...others] = spellings.filter(({ regex, outside }) => regex.test(text) || outside.test(text))
  if (!found || others.length > 0) return undefined
  const side = found.outside.test(text) ? 'outside' : 'in'
  const rest = text
    .replace(side === 'outside' ? found.outside : found.regex, ' ')
    .replace(/\s+(?=\W|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (/\b(?:not|only|except)\b|n['’]t\b/.test(rest) && side === 'outside') return undefined
  const opening = /^(?:are|is|were|was) there (?:any |an |a )?/i
  for (const asked of [rest, rest.replace(opening, 'which '), `list ${rest}`]) {
    const reading = read(asked)
    if (
      reading.type !== 'question' ||
      !/^(?:(?:suspended|partners?|observers?)$|$)/.test(reading.question.detail)
    )
      continue
    // "How many countries are there in Africa" does not ask about NATO.
    if (reading.question.entities[0] === 'nato' && !/\b(?:nato|atlantic|otan)\b/i.test(text)) continue
    if (listed.has(reading.question.form))
      return { ...reading.question, detail: `${reading.question.detail} ${side} ${found.region.name}`.trim() }
  }
  return undefined
}

const factbook = 'https://www.cia.gov/the-world-factbook/'

/** Those of a list that are, or are not, in the region that is asked about; undefined if none is. */
export function inRegion(
  { question, facts: snapshot }: Asking,
  more: Entity | undefined,
  all: readonly Entity[],
  facts: readonly Fact[],
  of = more ? membersOf(more) : 'countries',
): Answer | undefined {
  const isOutside = question.detail.startsWith('outside ')
  const region = regions.find(({ name }) => question.detail.replace(/^(?:in|outside) /, '') === name)
  if (!region) return undefined
  const asked = `Which ${of} are ${question.detail}?`
  // The articles that a server may be limited to group no countries.
  if (!snapshot.articles().some(({ url }) => url === factbook))
    return {
      asked,
      verdict: 'Not stated. No source shown here says which region a country is in.',
      facts: [],
    }
  const sorted = all.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  const byPart = Map.groupBy(sorted, partOf)
  const shown = isOutside
    ? [...byPart].filter(([part]) => !region.parts.includes(part))
    : region.parts.flatMap((part) => [[part, byPart.get(part) ?? []] as const])
  const groups = shown.filter(([, found]) => found.length > 0)
  const inside = groups.flatMap(([, found]) => found)
  const elsewhere = sorted.filter(
    (entity) =>
      !inside.includes(entity) &&
      (partOf(entity) === '' ||
        region.parts.some((part) => alsoCounted[entity.code ?? '']?.includes(part) === !isOutside)),
  )
  return {
    asked,
    verdict: `${inside.length === 0 ? 'None' : pluralize(inside.length, 'country')} of the ${all.length} named here, by the regions of [The World Factbook](${factbook}), 2026.`,
    facts,
    lines: [
      ...groups.map(([part, found]) => ({ label: part || 'Of no region', text: wholeNames(found), facts })),
      ...(elsewhere.length > 0 && !isOutside
        ? [
            {
              label: 'In another region',
              text: elsewhere.map((one) => `${nameWithFlag(one)} (${partOf(one) || 'none'})`).join(' · '),
              facts,
            },
          ]
        : []),
    ],
    ...(more && { more: more.id }),
  }
}

/** The region of The World Factbook, or ''. */
function partOf({ code = '' }: Entity): string {
  return [...worldRegions].find(([, codes]) => codes.has(code))?.[0] ?? ''
}
