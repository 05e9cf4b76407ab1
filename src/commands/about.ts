// /about: anything that the facts speak of, whatever its kind, with all that is known of it and sources.
import { anyKind, defineLookupCommand } from '../lookup/entity-lookup.ts'

export default defineLookupCommand({
  name: 'about',
  description: 'All that is known of anything here: a country, program, person, office, document or idea',
  optionDescription: 'A name, such as SACEUR or interoperability',
  filter: anyKind,
})
