// Rate limits of discord.js that do not follow the system clock: it stores the time of day at which each of them ends, so
// that after a clock was set back an hour its fifty requests a second would be fifty in that hour.
import type { REST } from 'discord.js'

/** Makes a property that holds a time of day remember how far off that is instead, by a clock that is never set. */
function storeAsInterval(target: object, property: string): void {
  let due = 0
  const set = (time: number) => void (due = performance.now() + time - Date.now())
  set(Reflect.get(target, property) as number)
  Object.defineProperty(target, property, { get: () => Date.now() + due - performance.now(), set })
}

/** Call it before the first request: the handler of each route is met as it is added. */
export function useMonotonicRateLimits(rest: REST): void {
  storeAsInterval(rest, 'globalReset')
  const { handlers } = rest
  const add = handlers.set.bind(handlers)
  handlers.set = (id, handler) => {
    if ('reset' in handler) storeAsInterval(handler, 'reset')
    return add(id, handler)
  }
}
