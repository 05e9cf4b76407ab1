// Which article of a treaty says what.
import type { AttributeId } from '../data/model/attributes.ts'
import { hasRole } from '../questions/roles.ts'
import { isUndisputed, nameOfTreaty } from './fair-facts.ts'
import { fameOf } from './fame.ts'
import type { FindTopics } from './quiz-question.ts'

const treatyAttributes: readonly AttributeId[] = [
  ...(['mutual-defense', 'consultation', 'non-aggression', 'obligation', 'area'] as const),
  ...(['limit', 'decision', 'withdrawal', 'admission'] as const),
]

/** What is worth knowing by its number. */
const askedAttributes: readonly AttributeId[] = [
  ...(['mutual-defense', 'consultation', 'non-aggression', 'obligation', 'withdrawal'] as const),
]

/** In how many publications a treaty is spoken of at least. */
const minFame = 10

/** "binds the parties to …", "says that the parties …": a statement about an article without its number. */
function saying(statement: string): string | undefined {
  const rest = statement.replace(/\.$/, '').replace(/^Under Article \w+, /, '')
  const verb = /^Article \w+ (.+)$/.exec(rest)?.[1]
  if (/\bArticles? |\btreaty of /.test(verb ?? rest)) return undefined
  const lowered = rest.replace(/^(The|An?|If|In|Under|Part(y|ies)|Each|No|Any|Once|After) /, (word) =>
    word.toLowerCase(),
  )
  return verb ?? `says that ${lowered}`
}

export const findArticleTopics: FindTopics = (facts) =>
  facts.entities
    .filter((entity) => hasRole(entity, 'B') && fameOf(entity.id, facts) >= minFame)
    .flatMap((entity) => {
      const own = facts
        .factsAbout(entity.id)
        .filter(({ attribute }) => treatyAttributes.includes(attribute))
        .flatMap((group) => group.facts)
        .filter((fact) => /^Article (\d+|[IVX]+)$/.test(fact.section) && isUndisputed(fact, facts))
      const treaty = nameOfTreaty(entity)
      return [...Map.groupBy(own, ({ article }) => article).values()].flatMap((said) => {
        const asked = said
          .filter(({ attribute }) => askedAttributes.includes(attribute))
          .flatMap((fact) => {
            const text = saying(fact.statement)
            // An article that says something of the same sort may be meant as well.
            const sameSort = said.filter(({ attribute }) => attribute === fact.attribute)
            const others = new Set(said.map(({ section }) => section)).difference(
              new Set(sameSort.map(({ section }) => section)),
            )
            return text !== undefined && others.size >= 3 ? [{ fact, text, others: [...others] }] : []
          })
        if (asked.length === 0) return []
        return [
          {
            entity,
            knownFor: entity,
            draft: (random) => {
              const chosen = random.pick(asked)
              if (!chosen) return undefined
              const { fact, text, others } = chosen
              return {
                text: `Which article of ${treaty} ${text}?`,
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
