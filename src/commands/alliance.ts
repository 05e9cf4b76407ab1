// /alliance: what kind of tie an alliance or partnership is, its members, purpose and obligations, with sources.
import { defineLookUp, offeredAsTies } from '../lookup/entity-lookup.ts'

export default defineLookUp({
  name: 'alliance',
  description: 'What an alliance or partnership is, who is in it and what it obliges them to do',
  hint: 'A name or acronym, such as NATO or AUKUS',
  offered: offeredAsTies,
})
