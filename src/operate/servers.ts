// The settings of servers, read from memory in the path of an answer; which servers used the bot is written now and then.
import type { Logger } from 'pino'
import { usualSettings, type ServerSettings } from '../state/servers.ts'
import type { State } from '../state/state.ts'

/** How long the settings of a server outlive its last use of the bot. */
const keptDays = 180

const dayMs = 24 * 60 * 60_000

export interface Servers {
  /** Those of the server, or the usual ones where it has chosen none and outside of servers. */
  settingsOf: (serverId: string | undefined) => ServerSettings
  hasChosen: (serverId: string) => boolean
  /** Notes in memory that a server uses the bot. */
  used: (serverId: string) => void
  /** Saved at once. */
  save: (serverId: string, settings: ServerSettings) => void
  /** Forgets all that a server has chosen, at once. */
  forget: (serverId: string) => void
  /** Writes which servers used the bot, and forgets those that have not for long. */
  flush: () => void
  /** Flushes a last time. */
  close: () => void
}

export interface ServersOptions {
  state: Pick<State, 'servers'>
  log: Logger
  now: () => Date
  everyMs?: number
}

export function createServers({ state, log, now, everyMs = 10_000 }: ServersOptions): Servers {
  const table = state.servers
  const today = () => dayOf(now().getTime())
  let chosen = table.all()
  let waiting = new Set<string>()
  let writtenOn = ''
  let failing = false
  flush()
  const timer = setInterval(flush, everyMs).unref()

  function flush(): void {
    const day = today()
    if (waiting.size === 0 && writtenOn === day) return
    try {
      table.used(waiting, day)
      if (writtenOn !== day) {
        table.forgetUnusedSince(dayOf(now().getTime() - keptDays * dayMs))
        chosen = table.all()
      }
      writtenOn = day
      waiting = new Set()
      failing = false
    } catch (error) {
      // Said once, not every ten seconds for as long as it lasts.
      if (!failing) log.warn({ err: error }, 'the use by servers could not be written: it is tried again')
      failing = true
    }
  }

  return {
    settingsOf: (serverId = '') => chosen.get(serverId) ?? usualSettings,
    hasChosen: (serverId) => chosen.has(serverId),
    used: (serverId) => chosen.has(serverId) && waiting.add(serverId),
    save(serverId, settings) {
      table.save(serverId, settings, today())
      chosen.set(serverId, settings)
    },
    forget(serverId) {
      table.forget(serverId)
      chosen.delete(serverId)
    },
    flush,
    close() {
      clearInterval(timer)
      flush()
    },
  }
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
