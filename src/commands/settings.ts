// /settings: what a server chooses for itself, in one private panel; saved at once, for members who manage the server.
import { PermissionFlagsBits } from 'discord.js'
import { settingChosen, settingsCard } from '../cards/user/settings-card.ts'
import type { Card } from '../core/card.ts'
import { defineCommand, UserError, type Context } from '../core/command.ts'

/** The server, for a member who manages it; a UserError for all others. */
function managed({ place }: Context): string {
  if (place.serverId !== undefined && place.personMay(PermissionFlagsBits.ManageGuild)) return place.serverId
  throw new UserError(
    'Only members with the permission “Manage Server” may change settings.',
    'Ask one of them to type /settings.',
  )
}

function panel(serverId: string, { servers }: Context): Card {
  return settingsCard(servers.settingsOf(serverId), !servers.hasChosen(serverId))
}

export default defineCommand({
  name: 'settings',
  description: 'What holds in this server: private answers, cards for someone, dates, pictures',
  options: {},
  forManagers: true,
  run: (_options, context) => ({ type: 'card', card: panel(managed(context), context), private: true }),

  press({ parts: [name = ''], values: [index = ''] }, context) {
    const serverId = managed(context)
    if (name === 'reset') context.servers.forget(serverId)
    else {
      const change = settingChosen(name, index)
      if (!change)
        throw new UserError('There is no such setting any more.', 'Type /settings to see what there is.')
      context.servers.change(serverId, change)
    }
    return { type: 'replace', card: panel(serverId, context) }
  },
})
