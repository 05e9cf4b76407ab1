// /country: a country's relationships with the United States and others, kind by kind, with sources.
import { defineLookupCommand } from '../lookup/entity-lookup.ts'
import { kindFilter } from '../lookup/name-matches.ts'

export default defineLookupCommand({
  name: 'country',
  description: "A country's relationships with the United States and with others",
  optionDescription: 'A name, code or flag, such as Japan, UK or KR',
  filter: kindFilter('country'),
})
