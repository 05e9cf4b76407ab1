// Cards that ping a user: when that is allowed, and how often.
import type { CommandContext } from './context.ts'
import { optionNames } from './options.ts'
import { UserError } from './user-error.ts'

const tenMinutesMs = 10 * 60_000

/** @throws UserError if a card may not ping this user, or if the same requester just pinged them */
export async function assertMayMention(
  userId: string,
  { channel, user, claimOnce }: CommandContext,
): Promise<void> {
  const withoutMention = `Ask again without ${optionNames.mention}`
  if (!channel.settings.allowMentions) {
    throw new UserError("This server doesn't allow cards that ping someone.", `${withoutMention}.`)
  }
  if (channel.missingPermission !== undefined) {
    throw new UserError(
      `Nobody else would see the card: you need the “${channel.missingPermission}” permission here.`,
      `${withoutMention}.`,
    )
  }
  if (!(await claimOnce(`mention ${user.id} ${userId}`, tenMinutesMs))) {
    throw new UserError('You pinged that person a moment ago.', `${withoutMention}, or in ten minutes.`)
  }
}
