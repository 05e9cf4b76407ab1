// /exercise: who leads an exercise, operation or mission, who takes part, where, when and what for, with sources.
import { defineCommand, text, yesNo } from '../command.ts'
import { completeName, lookUp } from '../lookup.ts'

const offered = new Set(['exercise', 'operation', 'mission'])

export default defineCommand({
  name: 'exercise',
  description: 'What an exercise, operation or mission is, who takes part and what it is for',
  options: {
    name: text('A name, such as Cobra Gold or RIMPAC', {
      complete: (typed, context) => completeName(typed, offered, context),
    }),
    private: yesNo('Show the card only to you'),
  },
  run: ({ name, private: isPrivate }, context) => lookUp(name, isPrivate, offered, context),
})
