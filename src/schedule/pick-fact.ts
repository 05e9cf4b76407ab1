// Which fact is told next: one that surprises, is fresh, and was not told before.
import { isOutdatedAt } from '../cards/shared/sources.ts'
import { attributes, type Attribute } from '../data/model/attributes.ts'
import type { Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'

/**
 * A fact surprises when it breaks a pattern, and a sentence that tells of a break has a word of extremes, of denial or
 * of concession.
 */
const surprising = new RegExp(
  String.raw`\b(?:${[
    ...[
      '(?<!at )first(?! measures)',
      'the last',
      'only',
      'largest',
      'smallest',
      'longest',
      'oldest',
      'youngest',
    ],
    ...['never', 'not', 'no', 'nor', 'none', 'nobody', 'nothing', 'cannot', 'denied', 'refused', 'secret'],
    ...[
      'though',
      'although',
      'despite',
      'even',
      'but',
      'without',
      'except',
      'unlike',
      'alone',
      'instead',
      'still',
    ],
  ].join('|')})\b`,
)

/** What a source leaves out, how it is laid out, and what was ahead or true only when it was written. */
const dull =
  /\bnot (?:named|published|stated|given|known)\b|\bsays?, not\b|\bgiven for\b|\blisted\b|\bthe table\b|\bso far\b|\bplann?(?:ed|s) to\b|\b(?:was|were) to\b/

/** With fewer that surprise, as where only the five articles are used, others are told too. */
const minSurprising = 30

/** For how many days nothing else is told about the same thing: fewer toward the end, when little else is left. */
const daysApart = [14, 7, 3, 1]

/** Of those told last, how many are remembered when all were told. */
const remembered = 14

/** Whether a fact tells something in a sentence, rather than being one of a list of members, dates or numbers. */
function isTold({ attribute, value, isOfTable }: Fact): boolean {
  return (
    !isOfTable && attribute !== 'further-reading' && (value.type === 'text' || value.type === 'commitment')
  )
}

/** The facts that are neither disputed nor stale. */
function freshFacts(facts: FactSnapshot, now: Date): Fact[] {
  const disputed = new Set(
    facts
      .disputes()
      .filter(({ type }) => type !== 'precision' && type !== 'wording')
      .flatMap(({ group }) => group.facts.map(({ id }) => id)),
  )
  const isOutdated = isOutdatedAt(now)
  return facts.entities.flatMap(({ id }) =>
    facts.factsAbout(id).flatMap(({ attribute, facts: own }) => {
      const { timeVarying, multiValued }: Attribute = attributes[attribute]
      // The newest is the first.
      return (timeVarying && !multiValued ? own.slice(0, 1) : own).filter((fact) => {
        if (!isTold(fact) || disputed.has(fact.id) || dull.test(fact.statement)) return false
        if (!isOutdated(fact)) return true
        // What is older is still true if the sentence says when it was so, or if it is in the text of a treaty.
        const isOfText = facts.getArticle(fact.article).kind === 'official text'
        return !timeVarying && (isOfText || /\b\d{4}\b/.test(fact.statement))
      })
    }),
  )
}

/** What can be told, the facts that surprise first, as of a day given as yyyy-mm-dd. */
function candidates(facts: FactSnapshot, now: Date): { surprising: Fact[]; others: Fact[] } {
  return facts.memo(`daily facts ${now.toISOString().slice(0, 7)}`, () => {
    const fresh = freshFacts(facts, now)
    const { true: found = [], false: others = [] } = Object.groupBy(fresh, ({ statement }) =>
      surprising.test(statement) ? 'true' : 'false',
    )
    return { surprising: found, others: found.length < minSurprising ? others : [] }
  })
}

export interface PickedFact {
  fact: Fact
  /** How many of those told last to remember, if all were told. */
  forgetAllBut?: number | undefined
}

/** `told`: the ids of the facts told before, the latest first. Undefined if there is nothing to tell. */
export function pickFact(
  facts: FactSnapshot,
  { told, now, random }: { told: readonly string[]; now: Date; random: () => number },
): PickedFact | undefined {
  const { surprising: best, others } = candidates(facts, now)
  const things = told.slice(0, remembered).map((id) => facts.getFact(id)?.entity)
  const pick = (pool: readonly Fact[], excluded: readonly string[]): Fact | undefined => {
    const known = new Set(excluded)
    const open = pool.filter(({ id }) => !known.has(id))
    for (const days of daysApart) {
      const recent = new Set(things.slice(0, days))
      const apart = open.filter(({ entity }) => !recent.has(entity))
      if (apart.length > 0) return apart[Math.floor(random() * apart.length)]
    }
    return undefined
  }
  const fresh = pick(best, told) ?? pick(others, told)
  if (fresh) return { fact: fresh }
  const all = [...best, ...others]
  const again = pick(all, told.slice(0, remembered)) ?? pick(all, told.slice(0, 1)) ?? all[0]
  return again && { fact: again, forgetAllBut: remembered }
}
