// How a line says that it leaves values out: how many, and of what.
import type { AttributeId } from '../../data/model/attributes.ts'

const nouns: Partial<Record<AttributeId, [one: string, many: string]>> = {
  purpose: ['purpose', 'purposes'],
  activity: ['activity', 'activities'],
  obligation: ['promise', 'promises'],
  'mutual-defense': ['promise', 'promises'],
  limit: ['limit', 'limits'],
  benefit: ['benefit', 'benefits'],
  definition: ['meaning', 'meanings'],
  domain: ['domain', 'domains'],
  region: ['region', 'regions'],
  area: ['area', 'areas'],
  location: ['place', 'places'],
  element: ['part', 'parts'],
  document: ['document', 'documents'],
  program: ['program', 'programs'],
  participants: ['description', 'descriptions'],
  partnerships: ['count', 'counts'],
  amount: ['figure', 'figures'],
  growth: ['figure', 'figures'],
  personnel: ['figure', 'figures'],
  development: ['event', 'events'],
}

const relationshipNouns: Record<string, string> = {
  Exercises: 'exercises',
  Operations: 'operations',
  Programs: 'programs',
  'Arms sales': 'sales',
  Signed: 'documents',
}

/** "14 more purposes". */
export function moreOf(attribute: AttributeId, count: number, areCountries = false): string {
  const [one, many] = areCountries ? ['country', 'countries'] : (nouns[attribute] ?? ['value', 'values'])
  return `${count} more ${count === 1 ? one : many}`
}

/** "17 more exercises". */
export function moreRelationships(label: string, count: number): string {
  return `${count} more ${relationshipNouns[label] ?? 'ties'}`
}
