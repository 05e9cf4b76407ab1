// /alliance: what kind of relationship an alliance or partnership is, its members, purpose and obligations, with sources.
import { defineLookupCommand } from '../lookup/entity-lookup.ts'
import { isRelationshipKind } from '../lookup/name-matches.ts'

export default defineLookupCommand({
  name: 'alliance',
  description: 'What an alliance or partnership is, who is in it and what it obliges them to do',
  optionDescription: 'A name or acronym, such as NATO or AUKUS',
  filter: isRelationshipKind,
})
