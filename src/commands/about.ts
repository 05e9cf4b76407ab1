// /about: everything the articles say about an entity of any kind, with sources.
import { defineLookupCommand } from '../lookup/entity-lookup.ts'
import { anyKind } from '../lookup/name-matches.ts'

export default defineLookupCommand({
  name: 'about',
  description: 'Everything the articles say about a country, program, person, office, document or concept',
  optionDescription: 'A name, such as SACEUR or interoperability',
  filter: anyKind,
})
