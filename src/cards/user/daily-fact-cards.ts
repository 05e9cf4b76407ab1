// The fact of the day: its card, what /settings and /daily say about it, and what is told when it stops.
import { channelMention, time, TimestampStyles } from 'discord.js'
import { buttonRow, textCard, type Card } from '../../core/card.ts'
import type { DailyFact, StopReason } from '../../core/stores.ts'
import type { Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { factCard } from '../facts/fact-card.ts'

export function dailyFactCard(fact: Fact, context: { facts: FactSnapshot; now: Date }): Card {
  return { ...factCard(fact, '', context), heading: { text: 'Fact of the day' }, notes: [] }
}

/** "0:00 (midnight)", "9:00 AM". */
export function formatHour(hour: number): string {
  if (hour === 0) return 'Midnight'
  if (hour === 12) return 'Noon'
  return hour < 12 ? `${hour} AM` : `${hour - 12} PM`
}

/** Why it stopped, and what to do, in a sentence each; none for one that was switched off. */
const reasons: Record<StopReason, (channel: string) => { why: string; tip: string }> = {
  'switched off': () => ({ why: '', tip: '' }),
  'no access': (channel) => ({
    why: `I can no longer see ${channel}.`,
    tip: 'Grant me View Channel there',
  }),
  'no permission': (channel) => ({
    why: `I may no longer write in ${channel}.`,
    tip: 'Grant me Send Messages there (in a thread, Send Messages in Threads)',
  }),
  'channel gone': () => ({ why: 'Its channel was deleted.', tip: 'Choose another channel' }),
  locked: (channel) => ({ why: `The thread ${channel} is locked.`, tip: 'Unlock it' }),
  refused: (channel) => ({
    why: `Discord refused the post in ${channel}.`,
    tip: 'Check whether AutoMod or another rule blocks it there',
  }),
}

function explainStop({ channelId }: DailyFact, reason: StopReason): string {
  const { why, tip } = reasons[reason](channelMention(channelId))
  return `${why} ${tip}, then type /daily again.`
}

/** One line, for /settings. */
export function describeDailyFact(daily: DailyFact | undefined): string {
  if (!daily || daily.stopped === 'switched off') return 'Off. `/daily` posts one fact a day in a channel.'
  if (daily.stopped) return `Stopped. ${explainStop(daily, daily.stopped)}`
  return `In ${channelMention(daily.channelId)} at ${when(daily)}. Next: ${nextTime(daily)}.`
}

function when({ hour, timeZone }: DailyFact): string {
  return `${formatHour(hour)}, ${timeZone} time`
}

/** In the reader's own time zone. */
function nextTime({ nextDue }: DailyFact): string {
  return time(new Date(nextDue), TimestampStyles.LongDateShortTime)
}

/** What a manager sees who has switched it on or off. */
export function dailySettingsCard(daily: DailyFact): Card {
  const isOn = daily.stopped === null
  return {
    heading: { text: 'Fact of the day' },
    verdict: {
      text: isOn
        ? `One fact a day is posted in ${channelMention(daily.channelId)} at ${when(daily)}. It pings nobody.`
        : 'It is switched off. `/daily` switches it on again.',
    },
    ...(isOn && {
      sections: [
        {
          lines: [
            { label: 'First', text: `${nextTime(daily)}, in your own time` },
            { label: 'Missed', text: 'Within three hours it is made up, later it is skipped' },
            { label: 'If it can no longer be posted', text: 'You are told once, and it stops' },
          ],
        },
      ],
      controls: buttonRow({ label: 'Switch off', opens: ['daily', 'off'] }),
    }),
  }
}

/** The direct message to the member who switched it on. */
export function stoppedCard(daily: DailyFact, reason: StopReason): Card {
  return textCard(
    `The fact of the day that you switched on has stopped. ${explainStop(daily, reason)} I will not write about this again.`,
  )
}
