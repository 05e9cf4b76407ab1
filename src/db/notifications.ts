// Listens to what other processes change in PostgreSQL.
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import type { Logger } from 'pino'
import { connectionOptions } from './postgres-pool.ts'

export interface Notifications {
  close: () => Promise<void>
}

export interface NotificationsOptions {
  url: string
  log: Logger
  /** Called with each notification, and with each new connection, before which one may have been lost; never rejects. */
  onChange: () => Promise<void>
  /** How often it is tried whether the connection still works, in milliseconds. */
  pingMs?: number
  /** The pause before it connects again. */
  retryMs?: number
}

const channel = 'entente'

const timeoutMs = 5000

/** Connects in the background and keeps trying. */
export function listenToNotifications(options: NotificationsOptions): Notifications {
  const { url, log, onChange, pingMs = 10_000, retryMs = 2000 } = options
  const closing = new AbortController()
  let refreshing: Promise<void> | undefined
  let isDue = false

  /** One at a time; what comes meanwhile causes one more. */
  function refresh(): void {
    isDue = true
    refreshing ??= (async () => {
      while (isDue && !closing.signal.aborted) {
        isDue = false
        await onChange()
      }
    })().finally(() => (refreshing = undefined))
  }

  /** Listens until the connection is lost; true if there was one. */
  async function listenOnce(): Promise<boolean> {
    const client = new Client(connectionOptions(url, timeoutMs))
    const lost = Promise.withResolvers<undefined>()
    const end = () => lost.resolve(undefined)
    client.on('error', end)
    client.once('end', end)
    closing.signal.addEventListener('abort', end)
    client.on('notification', refresh)
    try {
      await client.connect()
      await client.query(`LISTEN ${channel}`)
      // Where the network is gone, a connection looks alive until something is sent on it.
      const timer = setInterval(() => void client.query('SELECT 1').catch(end), pingMs).unref()
      refresh()
      await lost.promise
      clearInterval(timer)
      return true
    } catch {
      return false
    } finally {
      closing.signal.removeEventListener('abort', end)
      // It cannot be closed in an orderly way if the network is gone.
      void client.end().catch(() => undefined)
    }
  }

  async function listen(): Promise<void> {
    let isLost = false
    for (;;) {
      const wasConnected = await listenOnce()
      if (closing.signal.aborted) return
      if (wasConnected || !isLost)
        log.warn('lost the connection that listens for changes in PostgreSQL; reconnecting')
      isLost = !wasConnected
      await wait(retryMs, undefined, { signal: closing.signal, ref: false }).catch(() => undefined)
    }
  }

  const listening = listen()
  return {
    async close() {
      closing.abort()
      await listening
      await refreshing
    },
  }
}
