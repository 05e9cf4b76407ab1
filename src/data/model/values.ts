// The values that facts may have, how they are parsed from YAML by the attribute's type, and when two values agree.
import { classifications, type Attribute, type Classification } from './attributes.ts'
import { datesAgree, isPartialDate, type PartialDate } from './dates.ts'
import { normalizeText } from './normalize-text.ts'

/** 100000 → "100,000". Intl.NumberFormat would add 10 ms to every start. */
export function formatNumber(number: number): string {
  return String(number).replace(/(?<!\.\d*)\B(?=(\d{3})+(?!\d))/g, ',')
}

export type Value =
  | { type: 'text'; text: string }
  | { type: 'classification'; classification: Classification; label: string }
  | { type: 'number'; bound: 'exactly' | 'over' | 'about'; number: number; unit: string }
  | { type: 'number'; bound: 'between'; number: number; to: number; unit: string }
  | { type: 'date'; date: PartialDate }
  | { type: 'entity'; entity: string }
  | { type: 'yes-no'; yes: boolean }
  /** A promise, or the statement that there is none, in a short phrase. */
  | { type: 'commitment'; yes: boolean; text: string }

/** A value as written in the files. */
export type RawValue =
  | string
  | number
  | boolean
  | { over: number }
  | { about: number }
  | { between: [number, number] }
  | { yes: string }
  | { no: string }

/** What an attribute's value must look like in the files, for error messages. */
export const valueShapes = {
  text: 'a short phrase',
  classification: `one of ${Object.keys(classifications).join(', ')}`,
  number: 'a number, { over: n }, { about: n } or { between: [n, m] }',
  date: '"2019", "2021-09", "2020-08-05" or "--09"',
  country: 'the id of a country',
  entity: 'the id of an entity',
  'yes-no': 'true or false',
  commitment: '{ yes: what is promised } or { no: what is not promised }',
} as const satisfies Record<Attribute['type'], string>

/** The value that the files mean, or undefined if it does not fit the attribute's type. */
export function parseValue(attribute: Attribute, raw: RawValue, unit: string | undefined): Value | undefined {
  switch (attribute.type) {
    case 'text':
      return typeof raw === 'string' ? { type: 'text', text: raw } : undefined
    case 'classification':
      return typeof raw === 'string' && Object.hasOwn(classifications, raw)
        ? {
            type: 'classification',
            classification: raw as Classification,
            label: labelOf(raw as Classification),
          }
        : undefined
    case 'number':
      return parseNumber(raw, unit ?? attribute.unit ?? '')
    case 'date':
      // YAML parses a bare year as a number.
      return typeof raw !== 'object' && isPartialDate(String(raw))
        ? { type: 'date', date: String(raw) }
        : undefined
    case 'country':
    case 'entity':
      return typeof raw === 'string' ? { type: 'entity', entity: raw } : undefined
    case 'yes-no':
      return typeof raw === 'boolean' ? { type: 'yes-no', yes: raw } : undefined
    case 'commitment':
      if (typeof raw !== 'object') return undefined
      if ('yes' in raw) return { type: 'commitment', yes: true, text: raw.yes }
      return 'no' in raw ? { type: 'commitment', yes: false, text: raw.no } : undefined
  }
}

function parseNumber(raw: RawValue, unit: string): Value | undefined {
  if (typeof raw === 'number') return { type: 'number', bound: 'exactly', number: raw, unit }
  if (typeof raw !== 'object') return undefined
  if ('over' in raw) return { type: 'number', bound: 'over', number: raw.over, unit }
  if ('about' in raw) return { type: 'number', bound: 'about', number: raw.about, unit }
  if (!('between' in raw)) return undefined
  const [number, to] = raw.between
  return { type: 'number', bound: 'between', number, to, unit }
}

type NumberValue = Extract<Value, { type: 'number' }>

function range(value: NumberValue): [number, number] {
  if (value.bound === 'over') return [value.number, Infinity]
  if (value.bound === 'between') return [value.number, value.to]
  return [value.number, value.number]
}

/**
 * Whether two values of one attribute can both be true: a coarser date contains a finer one, number ranges overlap,
 * and classifications differ only when one is formal and the other is not.
 */
export function valuesAgree(value: Value, other: Value): boolean {
  if (value.type === 'date' && other.type === 'date') return datesAgree(value.date, other.date)
  if (value.type === 'number' && other.type === 'number') {
    const [[from, to], [otherFrom, otherTo]] = [range(value), range(other)]
    return from <= otherTo && otherFrom <= to
  }
  if (value.type === 'classification' && other.type === 'classification') {
    const [formal, otherFormal] = [value, other].map(
      ({ classification }) => classifications[classification].formal,
    )
    return formal === null || otherFormal === null || formal === otherFormal
  }
  if (value.type === 'text' && other.type === 'text')
    return normalizeText(value.text) === normalizeText(other.text)
  if (value.type === 'entity' && other.type === 'entity') return value.entity === other.entity
  if (value.type === 'yes-no' && other.type === 'yes-no') return value.yes === other.yes
  if (value.type === 'commitment' && other.type === 'commitment') return value.yes === other.yes
  return false
}

function labelOf(classification: Classification): string {
  return classifications[classification].label
}
