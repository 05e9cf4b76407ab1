// Every mutation of a payload in which one field is missing or null, to test a bot with each.
import type { InteractionPayload } from './fault-injection.ts'

export interface PayloadMutation {
  /** The field's path and the mutation, such as `member.user.id missing`. */
  name: string
  /** Mutates a payload of the same shape in place. */
  apply: (payload: InteractionPayload) => void
}

/** For each field of a payload, at every depth: the mutation to missing, then to null. */
export function mutationsOf(payload: InteractionPayload): PayloadMutation[] {
  return pathsOf(payload).flatMap((path): PayloadMutation[] => [
    { name: `${path.join('.')} missing`, apply: (target) => mutate(target, path, 'missing') },
    { name: `${path.join('.')} null`, apply: (target) => mutate(target, path, 'null') },
  ])
}

/** Applies a different mutation to each interaction, in mixed order, so that few interactions cover many fields. */
export function mutateEachInTurn(): (payload: InteractionPayload) => InteractionPayload {
  let turn = 0
  return (payload) => {
    const mutations = mutationsOf(payload)
    // A prime step, coprime with almost every number of mutations, reaches each of them.
    mutations[(turn++ * 37) % mutations.length]?.apply(payload)
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

function mutate(payload: InteractionPayload, path: string[], to: 'missing' | 'null'): void {
  const last = path.at(-1) ?? ''
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((inner, key) => (inner as InteractionPayload)[key], payload)
  if (to === 'null') (parent as InteractionPayload)[last] = null
  else if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else Reflect.deleteProperty(parent as InteractionPayload, last)
}
