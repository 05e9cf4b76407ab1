// Every way in which one field of a payload can be missing or null, so that a bot can be tried with each.
import type { InteractionPayload } from './fault-injection.ts'

export interface PayloadMutation {
  /** Where the field is, such as `member.user.id`, and what became of it. */
  name: string
  /** Does it to a payload of the same shape, in place. */
  apply: (payload: InteractionPayload) => void
}

/** Each field of a payload, at every depth, missing and then null. */
export function mutationsOf(payload: InteractionPayload): PayloadMutation[] {
  return pathsOf(payload).flatMap((path): PayloadMutation[] => [
    { name: `${path.join('.')} missing`, apply: (to) => change(to, path, 'missing') },
    { name: `${path.join('.')} null`, apply: (to) => change(to, path, 'null') },
  ])
}

/** Damages each interaction in another way than the one before; the ways are mixed, so that a few show many. */
export function mutateEachInTurn(): (payload: InteractionPayload) => InteractionPayload {
  let turn = 0
  return (payload) => {
    const damages = mutationsOf(payload)
    // A step that shares no factor with most numbers of ways comes by each of them.
    damages[(turn++ * 37) % damages.length]?.apply(payload)
    return payload
  }
}

function pathsOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...pathsOf(inner).map((path) => [key, ...path]),
  ])
}

function change(payload: InteractionPayload, path: string[], to: 'missing' | 'null'): void {
  const last = path.at(-1) ?? ''
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((inner, key) => (inner as InteractionPayload)[key], payload)
  if (to === 'null') (holder as InteractionPayload)[last] = null
  else if (Array.isArray(holder)) holder.splice(Number(last), 1)
  else Reflect.deleteProperty(holder as InteractionPayload, last)
}
