// /settings: a server's settings in one ephemeral panel, saved immediately; for members with Manage Server.
import { selectedSetting, settingsCard } from '../cards/user/settings-card.ts'
import type { Card } from '../core/card.ts'
import { defineCommand } from '../core/command.ts'
import type { CommandContext } from '../core/context.ts'
import { requireManageGuild } from '../core/require-manage-guild.ts'
import { UserError } from '../core/user-error.ts'

async function renderSettings(guildId: string, { guildSettings, dailyFacts }: CommandContext): Promise<Card> {
  const isDefault = !guildSettings.hasCustomSettings(guildId)
  return settingsCard(guildSettings.get(guildId), { isDefault, daily: await dailyFacts.get(guildId) })
}

export default defineCommand({
  name: 'settings',
  description: 'Settings of this server: private answers, pings, dates, images, sources, quiz scores, claims',
  options: {},
  requiresManageGuild: true,
  run: async (_options, context) => ({
    type: 'reply',
    card: await renderSettings(requireManageGuild(context, 'settings'), context),
    ephemeral: true,
  }),

  async onComponent({ args: [name = ''], values: [index = ''] }, context) {
    const guildId = requireManageGuild(context, 'settings')
    if (name === 'reset' || name === 'daily-off') await context.dailyFacts.stop(guildId, 'switched off')
    if (name === 'reset') await context.guildSettings.delete(guildId)
    else if (name !== 'daily-off') {
      const change = selectedSetting(name, index)
      if (!change)
        throw new UserError('That setting no longer exists.', 'Type /settings to see the current ones.')
      await context.guildSettings.change(guildId, change)
    }
    return { type: 'update', card: await renderSettings(guildId, context) }
  },
})
