// /privacy: what is kept about whoever asks and about the server, in plain words, and buttons that delete it.
import { PermissionFlagsBits } from 'discord.js'
import { privacyCard } from '../cards/user/privacy-card.ts'
import type { Card } from '../core/card.ts'
import { defineCommand, UserError, type Context } from '../core/command.ts'
import { assurances, canForget, forget, kept, type Kept } from '../db/personal-data.ts'

/** The id of a person or server for the one who asks, or undefined outside of servers. */
function idOf(whose: Kept['whose'], { user, place }: Context): string | undefined {
  return whose === 'person' ? user.id : place.serverId
}

function mayDelete(whose: Kept['whose'], { place }: Context): boolean {
  return whose === 'person' || place.personMay(PermissionFlagsBits.ManageGuild)
}

function privacy(context: Context): Card {
  const entries = kept.flatMap(({ whose, what, why, until, count }) => {
    const id = idOf(whose, context)
    return id === undefined ? [] : [{ whose, what, why, until, count: count?.(context, id) }]
  })
  const deletable = (['person', 'server'] as const).flatMap((whose) => {
    const id = idOf(whose, context)
    return id !== undefined && mayDelete(whose, context)
      ? [{ whose, any: canForget(whose, context, id) }]
      : []
  })
  return privacyCard({ entries, assurances, deletable })
}

export default defineCommand({
  name: 'privacy',
  description: 'What is kept about you and this server, and a button that deletes it',
  options: {},
  run: (_options, context) => ({ type: 'card', card: privacy(context), private: true }),

  press({ parts: [whose] }, context) {
    if (whose !== 'person' && whose !== 'server')
      throw new UserError('This button is no longer in use.', 'Type /privacy to see what is kept.')
    const id = idOf(whose, context)
    if (id === undefined || !mayDelete(whose, context))
      throw new UserError(
        'Only members with the permission “Manage Server” may delete what is kept about a server.',
        'Ask one of them to type /privacy.',
      )
    forget(whose, context, id)
    return { type: 'replace', card: privacy(context) }
  },
})
