// /alliance: what kind of relationship an alliance or partnership is, its members, purpose and obligations, with sources.
import { defineLookupCommand, isRelationshipKind } from '../lookup/entity-lookup.ts'

export default defineLookupCommand({
  name: 'alliance',
  description: 'What an alliance or partnership is, who is in it and what it obliges them to do',
  optionDescription: 'A name or acronym, such as NATO or AUKUS',
  filter: isRelationshipKind,
})
