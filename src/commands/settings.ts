// /settings: a server's settings in one ephemeral panel, saved immediately; for members with Manage Server.
import { PermissionFlagsBits } from 'discord.js'
import { selectedSetting, settingsCard } from '../cards/user/settings-card.ts'
import type { Card } from '../core/card.ts'
import { defineCommand } from '../core/command.ts'
import type { CommandContext } from '../core/context.ts'
import { UserError } from '../core/user-error.ts'

/** @throws UserError unless the requester has Manage Server */
function requireManageGuild({ channel }: CommandContext): string {
  if (channel.guildId !== undefined && channel.memberHas(PermissionFlagsBits.ManageGuild))
    return channel.guildId
  throw new UserError(
    'Only members with Manage Server can change settings.',
    'Ask one of them to type /settings.',
  )
}

function renderSettings(guildId: string, { guildSettings }: CommandContext): Card {
  return settingsCard(guildSettings.get(guildId), !guildSettings.hasCustomSettings(guildId))
}

export default defineCommand({
  name: 'settings',
  description:
    'Settings of this server: private answers, cards that ping a member, dates, images, sources, claims',
  options: {},
  requiresManageGuild: true,
  run: (_options, context) => ({
    type: 'reply',
    card: renderSettings(requireManageGuild(context), context),
    ephemeral: true,
  }),

  onComponent({ args: [name = ''], values: [index = ''] }, context) {
    const guildId = requireManageGuild(context)
    if (name === 'reset') context.guildSettings.delete(guildId)
    else {
      const change = selectedSetting(name, index)
      if (!change)
        throw new UserError('That setting no longer exists.', 'Type /settings to see the current ones.')
      context.guildSettings.change(guildId, change)
    }
    return { type: 'update', card: renderSettings(guildId, context) }
  },
})
