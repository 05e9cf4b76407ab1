// Posts the fact of the day where it is due: once a day in each server, over restarts and however many processes there are.
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import { dailyFactCard, stoppedCard } from '../cards/user/daily-fact-cards.ts'
import type { Card } from '../core/card.ts'
import type { Delivery } from '../core/context.ts'
import type { DailyFact, DailyFactStore, StopReason } from '../core/stores.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { DailyFactOutcome } from '../monitoring/metrics-recorder.ts'
import { nextDue } from './next-due.ts'
import { pickFact } from './pick-fact.ts'

const hourMs = 60 * 60_000

/** A post that is later than this, because the bot was down, is skipped. */
const maxLateMs = 3 * hourMs

/** No time that is due lies further ahead than a day and the one after it. */
const maxAheadMs = 72 * hourMs

export type PostResult =
  | { outcome: 'posted' }
  /** No later post could succeed either. */
  | { outcome: 'stopped'; reason: StopReason }
  /** Discord did not see it, so it can be tried again. */
  | { outcome: 'unsent'; error: unknown }
  /** It may have been posted. */
  | { outcome: 'failed'; error: unknown }

export interface DailyFactsOptions {
  dailyFacts: DailyFactStore
  /** The facts that a guild has chosen to see. */
  factsFor: (guildId: string) => FactSnapshot
  post: (daily: DailyFact, card: Card) => Promise<PostResult>
  tell: (userId: string, card: Card) => Promise<Delivery>
  record: (outcome: DailyFactOutcome) => void
  log: Logger
  now: () => Date
  random: () => number
  /** How often it is checked what is due. */
  checkMs?: number | undefined
}

export interface DailyFacts {
  /** Waits up to five seconds for a post that is under way. */
  close: () => Promise<void>
}

export function startDailyFacts(options: DailyFactsOptions): DailyFacts {
  const { dailyFacts, factsFor, post, tell, record, log, now, random, checkMs = 15_000 } = options
  let isClosing = false
  let wasFailing = false
  let running: Promise<void> | undefined

  async function postDue(): Promise<void> {
    const failures: unknown[] = []
    try {
      const time = now()
      const latest = new Date(time.getTime() + maxAheadMs)
      for (const daily of await dailyFacts.due(time.toISOString(), latest.toISOString())) {
        if (isClosing) return
        // One that cannot be read must not keep the others from being posted; without a connection none can be.
        const result = await handle(daily).catch((error: unknown) => void failures.push(error))
        if (result?.outcome !== 'unsent') continue
        failures.push(result.error)
        break
      }
    } catch (error) {
      failures.push(error)
    }
    const [err] = failures
    if (err !== undefined && !wasFailing && !isClosing)
      log.warn({ err, count: failures.length }, 'failed to post facts of the day; will retry')
    wasFailing = err !== undefined
  }

  /** Undefined if nothing was to be posted. */
  async function handle(daily: DailyFact): Promise<PostResult | undefined> {
    const time = now()
    const dueAt = new Date(daily.nextDue)
    const { guildId } = daily
    const lateMs = time.getTime() - dueAt.getTime()
    const isSkipped = lateMs < 0 || lateMs > maxLateMs
    const picked = isSkipped
      ? undefined
      : pickFact(factsFor(guildId), { told: await dailyFacts.told(guildId), now: time, random })
    const last = picked ? dueAt : daily.lastDue ? new Date(daily.lastDue) : undefined
    const next = nextDue(daily, time, last).toISOString()
    const fact = picked && { id: picked.fact.id, forgetAllBut: picked.forgetAllBut }
    // Whoever claims the time first posts; a crash after that loses the post, and never doubles it.
    if (!(await dailyFacts.claim(daily, { next, fact }, time))) return undefined
    if (!picked) {
      report('skipped', { guild: guildId })
      return undefined
    }
    const result = await post(daily, dailyFactCard(picked.fact, { facts: factsFor(guildId), now: time }))
    if (result.outcome === 'unsent') {
      await dailyFacts.unclaim(daily, next)
      record('unsent')
    } else if (result.outcome === 'posted') report('posted', { fact: picked.fact.id })
    else if (result.outcome === 'failed') report('failed', { guild: guildId, err: result.error })
    else {
      const isStopped = await dailyFacts.stop(guildId, result.reason, daily.channelId)
      const told =
        isStopped && daily.userId !== '' && (await tell(daily.userId, stoppedCard(daily, result.reason)))
      report('stopped', { guild: guildId, reason: result.reason, told })
    }
    return result
  }

  function report(outcome: DailyFactOutcome, details: object): void {
    record(outcome)
    log[outcome === 'posted' ? 'info' : 'warn']({ outcome, ...details }, 'fact of the day')
  }

  const timer = setInterval(() => {
    running ??= postDue().finally(() => (running = undefined))
  }, checkMs).unref()

  return {
    async close() {
      isClosing = true
      clearInterval(timer)
      await Promise.race([running, wait(5000, undefined, { ref: false })])
    },
  }
}
