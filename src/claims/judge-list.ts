// Who the members of a body are, all of them, as claimed.
import { formatList } from '../cards/shared/format.ts'
import { inBody } from '../questions/membership-words.ts'
import { everParties, isSovereign, partiesOn, standingOf } from '../questions/memberships-of.ts'
import { dateWords, the } from '../questions/wording.ts'
import type { Judging, Verdict } from './claim.ts'
import { stretchesOf, verdict } from './verdicts.ts'

/** The countries are all members that there are. */
export function listOf(judging: Judging): Verdict | undefined {
  const { claim, facts, today, object: body, subjects } = judging
  if (!body || subjects.length < 2 || claim.negation !== '') return undefined
  const { whole, end } = standingOf(body, body, facts, today)
  const parties = partiesOn(body, facts, today)
  const ids = subjects.map(({ id }) => id)
  const members = parties.map(({ entity }) => entity)
  const missing = members.filter(({ id }) => !ids.includes(id))
  const strangers = subjects.filter(({ id }) => !members.some((one) => one.id === id))
  const cited = parties.flatMap((party) => party.facts)
  if (missing.length === 0 && strangers.length === 0)
    return whole || members.length === subjects.length
      ? verdict(
          'Supported',
          `${formatList(members.map(the))} ${end ? 'were' : 'are'} the members of ${the(body)}.`,
          [...(whole ? [whole.count] : []), ...cited],
        )
      : undefined
  // Of what has ended, they are all that were ever in it.
  const ever = everParties(body, facts)
  if (end && ever.length === ids.length && ever.every(({ entity }) => ids.includes(entity.id)))
    return verdict(
      'Supported',
      `${formatList(subjects.map(the))} were the members of ${the(body)}.`,
      ever.flatMap((party) => party.facts),
    )
  if (!whole) return undefined
  const then = stretchesOf(body, judging).find(
    (stretch) =>
      stretch.to !== '' &&
      stretch.members.length === ids.length &&
      stretch.members.every((id) => ids.includes(id)),
  )
  const shown = members.length <= 12 ? formatList(members.map(the)) : `${members.length} countries`
  const now = `the members of ${the(body)} are ${shown}.`
  if (then)
    return verdict(
      'Was true',
      `they were all its members from ${dateWords(then.from)} to ${dateWords(then.to)}; ${now}`,
      [whole.count, ...cited],
    )
  if (strangers.some((country) => !isSovereign(country, facts))) return undefined
  const [stranger] = strangers
  const not = stranger ? ` ${the(stranger)} is not ${inBody(body)}.` : ''
  return verdict('Contradicted', `${now}${not}`.trim(), [whole.count, ...cited])
}
