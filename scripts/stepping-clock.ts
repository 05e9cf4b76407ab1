// A system clock that can be changed under a running program; must be imported first because it replaces Date.
const SystemDate = Date
let shiftMs = 0
const now = () => SystemDate.now() + shiftMs

globalThis.Date = new Proxy(SystemDate, {
  get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  construct: (target, args: unknown[], newTarget) =>
    Reflect.construct(target, args.length > 0 ? args : [now()], newTarget) as Date,
  apply: () => new SystemDate(now()).toString(),
})

/** Offsets Date by the given milliseconds; timers and `performance.now()` are unaffected. */
export function setClock(aheadMs: number): void {
  shiftMs = aheadMs
}
