// Makes discord.js's rate limits independent of the system clock: it stores the time of day at which each limit ends, so
// setting the clock back by an hour would stretch its fifty requests a second to fifty in that hour.
import type { REST } from 'discord.js'

/** Makes a property that holds a time of day store the interval until then instead, on a monotonic clock. */
function storeAsInterval(target: object, property: string): void {
  let dueMs = 0
  const set = (time: number) => void (dueMs = performance.now() + time - Date.now())
  set(Reflect.get(target, property) as number)
  Object.defineProperty(target, property, { get: () => Date.now() + dueMs - performance.now(), set })
}

/** Call it before the first request: it changes each route's handler as it is added. */
export function useMonotonicRateLimits(rest: REST): void {
  storeAsInterval(rest, 'globalReset')
  const { handlers } = rest
  const add = handlers.set.bind(handlers)
  handlers.set = (id, handler) => {
    if ('reset' in handler) storeAsInterval(handler, 'reset')
    return add(id, handler)
  }
}
