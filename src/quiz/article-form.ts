// Which article of a treaty says what.
import type { AttributeId } from '../data/model/attributes.ts'
import type { Fact } from '../data/model/types.ts'
import { hasRole } from '../questions/roles.ts'
import { isUndisputed, nameOfTreaty } from './fair-facts.ts'
import type { FindTopics } from './quiz-question.ts'

const treatyAttributes: readonly AttributeId[] = [
  ...(['mutual-defense', 'consultation', 'non-aggression', 'obligation', 'area'] as const),
  ...(['limit', 'decision', 'withdrawal', 'admission'] as const),
]

function textOf({ value }: Fact): string {
  return value.type === 'text' || value.type === 'commitment' ? value.text : ''
}

export const findArticleTopics: FindTopics = (facts) =>
  facts.entities
    .filter((entity) => hasRole(entity, 'B'))
    .flatMap((entity) => {
      const own = facts
        .factsAbout(entity.id)
        .filter(({ attribute }) => treatyAttributes.includes(attribute))
        .flatMap((group) => group.facts)
        .filter((fact) => /^Article (\d+|[IVX]+)$/.test(fact.section) && isUndisputed(fact, facts))
      const treaty = nameOfTreaty(entity)
      return [...Map.groupBy(own, ({ article }) => article).values()].flatMap((said) => {
        const asked = said
          .filter((fact) => textOf(fact) !== '' && !textOf(fact).includes('Article'))
          .map((fact) => {
            // An article that says something of the same sort may be meant as well.
            const sameSort = said.filter(({ attribute }) => attribute === fact.attribute)
            const others = new Set(said.map(({ section }) => section)).difference(
              new Set(sameSort.map(({ section }) => section)),
            )
            return { fact, others: [...others] }
          })
          .filter(({ others }) => others.length >= 3)
        if (asked.length === 0) return []
        return [
          {
            entity,
            knownFor: entity,
            draft: (random) => {
              const chosen = random.pick(asked)
              if (!chosen) return undefined
              const { fact, others } = chosen
              return {
                text: `Which article of ${treaty} says this, in our words: “${textOf(fact)}”?`,
                entity: entity.id,
                right: articleChoice(fact.section),
                wrong: random.sample(others, 3).map(articleChoice),
                answer: fact.statement,
                facts: [fact],
              }
            },
          } satisfies ReturnType<FindTopics>[number],
        ]
      })
    })

function articleChoice(section: string): { label: string; value: string } {
  return { label: section, value: section }
}
