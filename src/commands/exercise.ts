// /exercise: who leads an exercise, operation or mission, who takes part, where, when and why, with sources.
import { defineLookupCommand } from '../lookup/entity-lookup.ts'
import { isEventKind } from '../lookup/name-matches.ts'

export default defineLookupCommand({
  name: 'exercise',
  description: 'What an exercise, operation or mission is, who takes part and what it is for',
  optionDescription: 'A name, such as Cobra Gold or RIMPAC',
  filter: isEventKind,
})
