// /alliance: what kind of tie an alliance or partnership is, its members, purpose and obligations, with sources.
import { defineCommand, text, yesNo } from '../command.ts'
import { completeName, lookUp } from '../lookup.ts'

const offered = new Set([
  ...['alliance', 'treaty', 'pact', 'partnership', 'security-partnership'],
  ...['coalition', 'group', 'dialogue', 'tie'],
])

export default defineCommand({
  name: 'alliance',
  description: 'What an alliance or partnership is, who is in it and what it obliges to',
  options: {
    name: text('A name or acronym, such as NATO or AUKUS', {
      complete: (typed, context) => completeName(typed, offered, context),
    }),
    private: yesNo('Show the card only to you'),
  },
  run: ({ name, private: isPrivate }, context) => lookUp(name, isPrivate, offered, context),
})
