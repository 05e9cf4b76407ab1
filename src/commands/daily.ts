// /daily: one fact a day in a channel, at an hour of a time zone; for members with Manage Server.
import { channelMention, PermissionFlagsBits } from 'discord.js'
import { dailySettingsCard, formatHour } from '../cards/user/daily-fact-cards.ts'
import { defineCommand } from '../core/command.ts'
import type { CommandContext } from '../core/context.ts'
import { channelOption, choiceOption, stringOption, type ChosenChannel } from '../core/options.ts'
import { requireManageGuild } from '../core/require-manage-guild.ts'
import { UserError } from '../core/user-error.ts'
import { nextDue } from '../schedule/next-due.ts'
import { completeTimeZone, findTimeZone } from '../schedule/time-zones.ts'

const hours = Array.from({ length: 24 }, (_, hour) => {
  const clock = `${String(hour).padStart(2, '0')}:00`
  return { name: `${clock} · ${formatHour(hour)}`, value: String(hour) }
})

const { ViewChannel, SendMessages, SendMessagesInThreads } = PermissionFlagsBits

/** @throws UserError unless both the member and Entente may write in the channel */
function requirePostable(
  { id, isThread }: Pick<ChosenChannel, 'id' | 'isThread'>,
  memberHas: (permissions: bigint) => boolean,
  appHas: (permissions: bigint) => boolean,
): void {
  const send = isThread
    ? { name: 'Send Messages in Threads', bit: SendMessagesInThreads }
    : { name: 'Send Messages', bit: SendMessages }
  const required = [{ name: 'View Channel', bit: ViewChannel }, send]
  const missing = required.filter(({ bit }) => !appHas(bit)).map(({ name }) => `“${name}”`)
  if (missing.length > 0) {
    throw new UserError(
      `I need the ${missing.join(' and ')} permission in ${channelMention(id)}.`,
      'Grant it to me there, then type /daily again.',
    )
  }
  if (!required.every(({ bit }) => memberHas(bit))) {
    throw new UserError(
      `You may not write in ${channelMention(id)}, so I don't write there for you.`,
      'Choose a channel in which you may write.',
    )
  }
}

function choosePostable(chosen: ChosenChannel | 'here', { channel }: CommandContext): string {
  if (chosen === 'here') {
    const { channelId: id, isThread, memberHas, appHas } = channel
    requirePostable({ id, isThread }, memberHas, appHas)
    return id
  }
  const { memberPermissions, appPermissions } = chosen
  const has = (granted: bigint) => (bit: bigint) => (granted & bit) === bit
  requirePostable(chosen, has(memberPermissions), has(appPermissions))
  return chosen.id
}

export default defineCommand({
  name: 'daily',
  description: 'One surprising fact a day in a channel, at an hour of your choice',
  options: {
    hour: choiceOption('When it is posted', hours, { required: true }),
    time_zone: stringOption('Your city, country or time zone, such as Berlin, Japan or EST', {
      maxLength: 60,
      autocomplete: (query, { now }) => completeTimeZone(query, now),
    }),
    channel: channelOption('Where it is posted; here if you leave it out'),
  },
  requiresManageGuild: true,

  async run({ hour: chosenHour, time_zone: zone, channel }, context) {
    const guildId = requireManageGuild(context, 'daily')
    const { dailyFacts, now, user } = context
    const timeZone = findTimeZone(zone)
    if (timeZone === undefined)
      throw new UserError('I know no such time zone, or several.', 'Choose one from the list while you type.')
    const channelId = choosePostable(channel, context)
    const hour = Number(chosenHour)
    const lastDue = (await dailyFacts.get(guildId))?.lastDue
    const next = nextDue({ hour, timeZone }, now, lastDue ? new Date(lastDue) : undefined)
    await dailyFacts.set(
      { guildId, channelId, hour, timeZone, userId: user.id, nextDue: next.toISOString() },
      now,
    )
    const daily = await dailyFacts.get(guildId)
    if (!daily) throw new Error('the fact of the day was deleted while it was switched on')
    return { type: 'reply', card: dailySettingsCard(daily), ephemeral: true }
  },

  async onComponent(_press, context) {
    const guildId = requireManageGuild(context, 'daily')
    await context.dailyFacts.stop(guildId, 'switched off')
    const daily = await context.dailyFacts.get(guildId)
    if (!daily) throw new UserError('It is switched off.', 'Type /daily to switch it on.')
    return { type: 'update', card: dailySettingsCard(daily) }
  },
})
