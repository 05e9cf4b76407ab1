// /settings: a server's settings in one ephemeral panel, saved immediately; for members with Manage Server.
import { selectedSetting, settingsCard } from '../cards/user/settings-card.ts'
import type { Card } from '../core/card.ts'
import { defineCommand } from '../core/command.ts'
import type { CommandContext } from '../core/context.ts'
import { requireManageGuild } from '../core/require-manage-guild.ts'
import { UserError } from '../core/user-error.ts'

function renderSettings(guildId: string, { guildSettings, dailyFacts }: CommandContext): Card {
  const isDefault = !guildSettings.hasCustomSettings(guildId)
  return settingsCard(guildSettings.get(guildId), { isDefault, daily: dailyFacts.get(guildId) })
}

export default defineCommand({
  name: 'settings',
  description:
    'Settings of this server: private answers, cards that ping a member, dates, images, sources, claims',
  options: {},
  requiresManageGuild: true,
  run: (_options, context) => ({
    type: 'reply',
    card: renderSettings(requireManageGuild(context, 'settings'), context),
    ephemeral: true,
  }),

  onComponent({ args: [name = ''], values: [index = ''] }, context) {
    const guildId = requireManageGuild(context, 'settings')
    if (name === 'reset' || name === 'daily-off') context.dailyFacts.stop(guildId, 'switched off')
    if (name === 'reset') context.guildSettings.delete(guildId)
    else if (name !== 'daily-off') {
      const change = selectedSetting(name, index)
      if (!change)
        throw new UserError('That setting no longer exists.', 'Type /settings to see the current ones.')
      context.guildSettings.change(guildId, change)
    }
    return { type: 'update', card: renderSettings(guildId, context) }
  },
})
