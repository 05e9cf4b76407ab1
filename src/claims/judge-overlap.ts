// How many members of one body are in others or in none of them, and which ones alone are, as claimed.
import { formatList } from '../cards/shared/format.ts'
import type { Entity } from '../data/model/types.ts'
import { partiesOn, standingOf } from '../questions/memberships-of.ts'
import { the } from '../questions/wording.ts'
import type { Judging, Verdict } from './claim.ts'
import { numberFits, verdict } from './verdicts.ts'

/** The members of a body that are in each of the others, or in none of them, if all lists are whole. */
function membersAmong({ claim, facts, today, object: body, subjects }: Judging) {
  if (!body || claim.isPast || claim.date !== '') return undefined
  const others = subjects.filter(({ kind }) => kind !== 'country')
  const bodies = [body, ...others].map((one) => ({
    standing: standingOf(one, one, facts, today),
    members: partiesOn(one, facts, today)
      .filter(({ role }) => role === 'full')
      .map(({ entity }) => entity),
  }))
  if (others.length === 0 || bodies.some(({ standing }) => !standing.whole || standing.end)) return undefined
  const [own, ...lists] = bodies.map(({ members }) => members)
  const isIn = ({ id }: Entity, list: readonly Entity[]) => list.some((one) => one.id === id)
  const isNot = claim.negation === 'not'
  const found = (own ?? []).filter((member) =>
    isNot ? !lists.some((list) => isIn(member, list)) : lists.every((list) => isIn(member, list)),
  )
  const where = `${isNot ? 'not ' : ''}in ${formatList(others.map(the), isNot ? 'or' : 'and')}`
  const counts = bodies.flatMap(({ standing }) => standing.whole?.count ?? [])
  return { found, all: own ?? [], where, counts, body }
}

export function sharedCount(judging: Judging): Verdict | undefined {
  const { number, bound } = judging.claim
  const among = membersAmong(judging)
  if (!among || number === undefined) return undefined
  const { found, all, where, counts, body } = among
  const fits = numberFits(found.length, number, bound, { isExact: true })
  if (fits === undefined) return undefined
  const text = `${found.length} of the ${all.length} members of ${the(body)} are ${where}, counted from their lists.`
  return verdict(fits ? 'Supported' : 'Contradicted', text, counts)
}

export function soleMembers(judging: Judging): Verdict | undefined {
  const among = membersAmong(judging)
  const countries = judging.subjects.filter(({ kind }) => kind === 'country')
  if (!among || countries.length === 0) return undefined
  const { found, where, counts, body } = among
  if (found.length === 0 && judging.claim.negation !== '') return undefined
  if (found.length === 0)
    return verdict('Contradicted', `no member of ${the(body)} is ${where}, counted from their lists.`, counts)
  const ids = new Set(countries.map(({ id }) => id))
  const isSo = found.length === ids.size && found.every(({ id }) => ids.has(id))
  const shown = found.length <= 12 ? formatList(found.map(the)) : `${found.length}`
  const text = `of the members of ${the(body)}, only ${shown} ${found.length === 1 ? 'is' : 'are'} ${where}.`
  return verdict(isSo ? 'Supported' : 'Contradicted', text, counts)
}
