// Components of messages, as JSON, and a bot that replies with them.
import type { Interaction } from 'discord.js'
import type { ObservedResponse } from '../../src/response.ts'
import type { DiscordEmulator } from '../../src/server.ts'
import type { Bot } from './example-bot.ts'

export const row = (...components: object[]) => ({ type: 1, components })

/** A button whose custom id is its label unless `overrides` has another. */
export const button = (label: string, overrides: object = {}) => ({
  type: 2,
  style: 1,
  label,
  custom_id: label,
  ...overrides,
})

/** Runs `/ask` and replies to it with these components; the handler receives every other interaction. */
export function showComponents(
  emulator: DiscordEmulator,
  bot: Bot,
  components: object[],
  handle: (interaction: Interaction) => Promise<unknown> = () => Promise.resolve(),
): Promise<ObservedResponse> {
  bot.on(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ components: components as never })
    else await handle(interaction)
  })
  return emulator.runCommand('/ask')
}
