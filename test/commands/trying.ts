// A command for tests that goes wrong in every way a command can.
import { ActionRowBuilder, ButtonBuilder } from '@discordjs/builders'
import { ButtonStyle } from 'discord.js'
import { defineCommand, UserError } from '../../src/command.ts'
import { packCustomId } from '../../src/custom-id.ts'
import { text } from '../../src/options.ts'

const button = (label: string, customId: string) =>
  new ButtonBuilder().setStyle(ButtonStyle.Secondary).setLabel(label).setCustomId(customId)

/** What may go wrong in a command, each under its name. */
const deeds: Record<string, () => never> = {
  refuse() {
    throw new UserError('That cannot be answered.', 'Ask for something else.')
  },
  crash() {
    throw new Error('a wheel came off')
  },
  stray() {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- libraries do throw what is no error
    throw 'not even an error'
  },
  nothing() {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the same
    throw undefined
  },
}

export default defineCommand({
  name: 'trying',
  description: 'Does what its option says',
  options: {
    deed: text('What to do', {
      complete(typed) {
        if (typed === 'crash') throw new Error('no choices today')
        return Array.from({ length: 40 }, (_, index) => ({
          name: `${index} ${'long '.repeat(40)}`,
          value: `v${index}`,
        }))
      },
    }),
  },
  run({ deed }) {
    const found = deeds[deed]
    if (found) found()
    const content = deed === 'overflow' ? 'word '.repeat(500) : `@everyone ${deed}`
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
      button('Crash', packCustomId('trying', 'crash')),
      button('Gone', 'v1:gone:x'),
    )
    return {
      type: 'card',
      private: false,
      card: {
        content,
        embeds: deed === 'broken' ? [{ title: 'long'.repeat(100) }] : [],
        rows: [row.toJSON()],
      },
    }
  },
  press() {
    throw new Error('a wheel came off the button')
  },
})
