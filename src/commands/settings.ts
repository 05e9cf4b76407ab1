// /settings: what a server chooses for itself, in one private panel; saved at once, for members who manage the server.
import { PermissionFlagsBits } from 'discord.js'
import { settingChosen, settingsCard } from '../cards/user/settings-card.ts'
import type { Card } from '../core/card.ts'
import { defineCommand, UserError, type CommandContext } from '../core/command.ts'

/** The server, for a member who manages it; a UserError for all others. */
function requireManageGuild({ channel }: CommandContext): string {
  if (channel.guildId !== undefined && channel.memberHas(PermissionFlagsBits.ManageGuild))
    return channel.guildId
  throw new UserError(
    'Only members with the permission “Manage Server” may change settings.',
    'Ask one of them to type /settings.',
  )
}

function renderSettings(serverId: string, { guildSettings }: CommandContext): Card {
  return settingsCard(guildSettings.get(serverId), !guildSettings.hasCustomSettings(serverId))
}

export default defineCommand({
  name: 'settings',
  description: 'What holds in this server: private answers, cards for someone, dates, pictures',
  options: {},
  requiresManageGuild: true,
  run: (_options, context) => ({
    type: 'reply',
    card: renderSettings(requireManageGuild(context), context),
    ephemeral: true,
  }),

  onComponent({ args: [name = ''], values: [index = ''] }, context) {
    const serverId = requireManageGuild(context)
    if (name === 'reset') context.guildSettings.delete(serverId)
    else {
      const change = settingChosen(name, index)
      if (!change)
        throw new UserError('There is no such setting any more.', 'Type /settings to see what there is.')
      context.guildSettings.change(serverId, change)
    }
    return { type: 'update', card: renderSettings(serverId, context) }
  },
})
