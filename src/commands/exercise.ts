// /exercise: who leads an exercise, operation or mission, who takes part, where, when and what for, with sources.
import { defineLookUp, offeredAsEvents } from '../lookup/entity-lookup.ts'

export default defineLookUp({
  name: 'exercise',
  description: 'What an exercise, operation or mission is, who takes part and what it is for',
  hint: 'A name, such as Cobra Gold or RIMPAC',
  offered: offeredAsEvents,
})
