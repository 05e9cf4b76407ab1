// The lines of a comparison's first answer: one row each, with a value for every side.
import type { Line } from '../../core/card.ts'
import { attributeLabel, type AttributeId } from '../../data/model/attributes.ts'
import { valuesAgree } from '../../data/model/values.ts'
import type { Fact } from '../../data/model/types.ts'
import { describeMissing, shortLabel } from '../entity/answer-fields.ts'
import { truncate } from '../shared/discord-limits.ts'
import type { KindWords } from './compare-kinds.ts'
import { newestFact, type Row, type Values } from './compare-rows.ts'

/** In characters, of all values of a row. */
const maxRowLength = 90

const marks = { same: '= same:', 'partly the same': '≈ partly the same:', different: '≠ different:' } as const

const separator = ' · '

/** "**Founded** ≠ different: 1949 · September 2021", "**Region** = same: Pacific". */
export function rowLine({ attribute, values, similarity }: Row): Line {
  const label = attribute === 'mutual-defense' ? attributeLabel(attribute) : shortLabel(attribute)
  const mark = similarity ? `${marks[similarity]} ` : ''
  const length = Math.floor(maxRowLength / (similarity === 'same' ? 1 : values.length))
  const sides = values.map((side) => valueText(side, length))
  const shown = similarity === 'same' ? sides.slice(0, 1) : sides
  return {
    label,
    text: mark + shown.map(({ text }) => text).join(separator),
    facts: sides.flatMap(({ facts }) => facts),
  }
}

/** The first values that fit, and how many more there are; each with the newest fact that has it. */
function valueText(side: Values, maxLength: number): { text: string; facts: readonly Fact[] } {
  const values = withoutCoarser([...side])
  const [first] = values
  if (!first) return { text: 'not stated', facts: [] }
  const shown: typeof values = []
  let left = maxLength
  for (const value of values) {
    if (value[0].length > left) continue
    left -= value[0].length + ', '.length
    shown.push(value)
  }
  if (shown.length === 0) shown.push(first)
  const more = values.length - shown.length
  const texts = shown.map(([text]) => truncate(text, maxLength))
  return {
    text: [...texts, ...(more > 0 ? [`${more} more`] : [])].join(', '),
    facts: shown.flatMap(([, facts]) => newestFact(facts)),
  }
}

/** Of dates that agree, only the more precise: "September 2021", not "2021" as well. */
function withoutCoarser(values: [text: string, facts: Fact[]][]): [text: string, facts: Fact[]][] {
  return values.filter(
    ([, [fact]]) =>
      !values.some(([, [other]]) => {
        if (fact?.value.type !== 'date' || other?.value.type !== 'date') return false
        return other.value.date.length > fact.value.date.length && valuesAgree(fact.value, other.value)
      }),
  )
}

/** "**Kind** alliance · partnership, also called alliance and security pact". */
export function kindLine(kinds: readonly KindWords[]): Line {
  const isClear = kinds.every(({ also }) => also.length === 0)
  const areSame = kinds.every(({ word }) => word === kinds[0]?.word)
  const mark = isClear ? `${marks[areSame ? 'same' : 'different']} ` : ''
  const shown = isClear && areSame ? kinds.slice(0, 1) : kinds
  return {
    label: 'Kind',
    text:
      mark +
      shown
        .map(({ word, also }) => (also.length > 0 ? `${word}, also called ${also.join(', ')}` : word))
        .join(separator),
    facts: kinds.flatMap(({ facts }) => facts),
  }
}

/** "**Not stated** for either: a duty to defend each other · when it was founded". */
export function notStatedLine(attributes: readonly AttributeId[], sideCount: number): Line[] {
  if (attributes.length === 0) return []
  const names = attributes.map(
    (attribute) => describeMissing(attribute) ?? attributeLabel(attribute).toLowerCase(),
  )
  return [
    { label: 'Not stated', text: `for ${sideCount === 2 ? 'either' : 'any'}: ${names.join(separator)}` },
  ]
}
