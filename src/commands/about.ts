// /about: anything that the facts speak of, whatever its kind, with all that is known of it and sources.
import { anything, defineLookUp } from '../lookup/entity-lookup.ts'

export default defineLookUp({
  name: 'about',
  description: 'All that is known of anything here: a country, program, person, office, document or idea',
  hint: 'A name, such as SACEUR or interoperability',
  offered: anything,
})
