// Matches words with the patterns of the forms.
import type { PartialDate } from '../data/model/dates.ts'
import type { Entity } from '../data/model/types.ts'
import { patterns } from './patterns.ts'
import type { Question } from './question.ts'
import { hasRole } from './roles.ts'

/** What the first pattern asks that all words fit. */
export function matchPattern(
  text: string,
  entities: readonly Entity[],
  date: PartialDate,
): Question | undefined {
  for (const { form, regex, names, isDated } of patterns) {
    if (date !== '' && !isDated) continue
    const match = regex.exec(text)
    if (!match) continue
    const groups: Record<string, string | undefined> = match.groups ?? {}
    const roles = Object.entries(groups).filter(
      ([role, value]) => /^[ABCEPSTX]/.test(role) && value !== undefined,
    )
    if (roles.some(([role, value]) => !fits(entities[Number(value)], role))) continue
    const used = names.flatMap((choices) => {
      // A body that goes without saying is named in the answer.
      if (choices.startsWith('=')) return [choices.slice(1)]
      const index = choices.split('|').flatMap((role) => groups[role] ?? [])[0]
      const entity = index === undefined ? undefined : entities[Number(index)]
      return entity ? [entity.id] : []
    })
    // What stands in the pattern as "@0" without a role is the United States.
    const others = entities.filter((_, index) => !roles.some(([, value]) => Number(value) === index))
    if (others.some(({ id }) => id !== 'united-states')) continue
    const number = (groups['N'] ?? groups['N2'])?.replace(' ', '.')
    return { form, entities: used, date, detail: groups['kind']?.trim() ?? number ?? '' }
  }
  return undefined
}

function fits(entity: Entity | undefined, role: string): boolean {
  return entity !== undefined && hasRole(entity, role)
}
