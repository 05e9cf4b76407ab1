// How well known a thing is: how many publications say something of it.
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { Difficulty } from './quiz-question.ts'
import type { SeededRandom } from './seeded-random.ts'

/** In how many publications it is spoken of. */
export function fameOf(id: string, facts: FactSnapshot): number {
  const counted = facts.memo('quiz fame', () => new Map<string, number>())
  let fame = counted.get(id)
  if (fame === undefined) {
    const all = [...facts.factsAbout(id).flatMap((group) => group.facts), ...facts.factsMentioning(id)]
    fame = new Set(all.map(({ article }) => article)).size
    counted.set(id, fame)
  }
  return fame
}

/** The best known first. */
export function byFame<T>(
  things: readonly T[],
  entityOf: (thing: T) => Entity,
  facts: FactSnapshot,
): readonly T[] {
  return things.toSorted((a, b) => fameOf(entityOf(b).id, facts) - fameOf(entityOf(a).id, facts))
}

/** Of things in the order of their fame, the third that a difficulty stands for; at least one if there are any. */
export function thirdOf<T>(things: readonly T[], difficulty: Difficulty): readonly T[] {
  if (difficulty === 'any') return things
  const third = { easy: 0, medium: 1, hard: 2 }[difficulty]
  return things.slice(Math.floor((things.length * third) / 3), Math.ceil((things.length * (third + 1)) / 3))
}

/** Draws one that is as well known as the difficulty asks for. */
export function drawByFame<T>(
  things: readonly T[],
  entityOf: (thing: T) => Entity,
  { facts, random, difficulty }: { facts: FactSnapshot; random: SeededRandom; difficulty: Difficulty },
): T | undefined {
  return random.pick(thirdOf(byFame(things, entityOf, facts), difficulty))
}
