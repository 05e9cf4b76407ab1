// /country: the ties of a country with the United States and with others, kind by kind, with sources.
import { defineLookUp, ofKinds } from '../lookup/entity-lookup.ts'

export default defineLookUp({
  name: 'country',
  description: 'The ties of a country with the United States and with others',
  hint: 'A name, code or flag, such as Japan, UK or KR',
  offered: ofKinds('country'),
  everyCountry: true,
})
