// A system clock that can be set under a running program; imported before it, it takes the place of Date.
const SystemDate = Date
let shiftMs = 0
const now = () => SystemDate.now() + shiftMs

globalThis.Date = new Proxy(SystemDate, {
  get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  construct: (target, given: unknown[], newTarget) =>
    Reflect.construct(target, given.length > 0 ? given : [now()], newTarget) as Date,
  apply: () => new SystemDate(now()).toString(),
})

/** Shows so many milliseconds more than the system's time, or less; timers and `performance.now()` do not notice. */
export function setClock(aheadMs: number): void {
  shiftMs = aheadMs
}
