// Who is whose ally, as claimed.
import { relationshipsOf } from '../cards/entity/country-relationships.ts'
import { formatList } from '../cards/shared/format.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { spell } from '../questions/membership-words.ts'
import { promiseOf, unitedStates } from '../questions/promise-facts.ts'
import { the } from '../questions/wording.ts'
import type { Judging, Verdict } from './claim.ts'
import { allFacts, askingOf, verdict } from './verdicts.ts'

export function labelled(country: Entity, judging: Judging, ...labels: string[]) {
  return relationshipsOf(country, judging.facts, judging.today).filter(({ label }) => labels.includes(label))
}

function through(some: ReturnType<typeof labelled>): string {
  return formatList(some.slice(0, 3).map(({ entity }) => the(entity)))
}

function factsIn(some: ReturnType<typeof labelled>): Fact[] {
  return some.flatMap(({ own, labelFacts }) => [...own, ...labelFacts])
}

export function treatyAlly(judging: Judging): Verdict | undefined {
  const { claim } = judging
  const [country] = judging.subjects
  if (!country || country.id === unitedStates || claim.isPast || claim.negation === 'never') return undefined
  const treaty = labelled(country, judging, 'Treaty ally')
  if (treaty.length > 0)
    return verdict(
      claim.negation === '' ? 'Supported' : 'Contradicted',
      `${the(country)} is a treaty ally of the United States through ${through(treaty)}.`,
      factsIn(treaty),
    )
  if (claim.negation !== '') return undefined
  return formerPromise(country, judging) ?? notStated(country, 'a treaty ally of the United States', judging)
}

/** What it once had with the United States. */
export function formerPromise(country: Entity, judging: Judging): Verdict | undefined {
  const [denial] = allFacts(country, judging.facts, 'mutual-defense').filter(
    ({ value, mentions }) => value.type === 'commitment' && !value.yes && mentions.includes(unitedStates),
  )
  if (denial) {
    const hasEnded = denial.value.type === 'commitment' && /\bsince\b.*\bend\b/.test(denial.value.text)
    return verdict(hasEnded ? 'Was true' : 'Contradicted', denial.statement, [denial])
  }
  const withUs = labelled(country, judging, 'Formerly').filter(({ others }) =>
    others.some(({ id }) => id === unitedStates),
  )
  const [one] = withUs.filter(({ entity }) => promiseOf(entity, askingOf(judging)).length > 0)
  if (!one) return undefined
  const [fact] = one.own
  return verdict(
    'Was true',
    `${the(country)} and the United States were in ${the(one.entity)}${fact ? spell(fact) : ''}.`,
    factsIn([one]),
  )
}

function notStated(country: Entity, what: string, judging: Judging): Verdict {
  const status = labelled(country, judging, 'Status')
  const partner = labelled(country, judging, 'Partner', 'Ally or partner')
  const instead =
    status.length > 0
      ? ` It is a major non-NATO ally, a status without a promise of defense.`
      : partner.length > 0
        ? ` It is a partner through ${through(partner)}.`
        : ''
  return verdict(
    'Not stated',
    `no source here calls ${the(country)} ${what}.${instead}`,
    factsIn(status.length > 0 ? status : partner).slice(0, 4),
  )
}

export function ally(judging: Judging): Verdict | undefined {
  const { claim } = judging
  const [country] = judging.subjects
  if (!country || country.id === unitedStates || claim.isPast || claim.negation === 'never') return undefined
  const found = labelled(country, judging, 'Treaty ally', 'Ally')
  if (found.length > 0)
    return verdict(
      claim.negation === '' ? 'Supported' : 'Contradicted',
      `${the(country)} is an ally of the United States through ${through(found)}.`,
      factsIn(found),
    )
  if (labelled(country, judging, 'Status').length > 0 || claim.negation === 'nolonger') return undefined
  const either = labelled(country, judging, 'Ally or partner')
  if (either.length > 0)
    return verdict(
      'Sources differ',
      `sources call ${the(country)} an ally or a partner, through ${through(either)}.`,
      factsIn(either),
    )
  return notStated(country, 'an ally of the United States', judging)
}
