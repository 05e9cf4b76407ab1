// Leaves out what goes without saying of a name: who gives a status, that a body which has ended is a former one, and
// the year of a treaty; and tells when something ended.
import { endOf } from '../cards/entity/current-facts.ts'
import { normalizeText } from '../data/model/normalize-text.ts'
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { countryOfCapital } from './metonyms.ts'
import type { Named } from './question-names.ts'
import { bodyKinds } from './roles.ts'
import { dateOf, dateWords } from './wording.ts'
import { candidatesOf, dropUnused, isBilateral, isOfYear, treatiesOfTwo } from './treaties-between.ts'

/** The names without what goes without saying of them. */
export function withoutSaid(named: Named, facts: FactSnapshot, today: string): Named {
  const own = withoutOwner(withoutGrantor(withoutCountryOfCapital(named), facts), facts)
  return withoutOwnYear(withoutFormer(withDateOfEnd(own, facts, today), facts, today), facts)
}

/** "Former Warsaw Pact members": it has no others. */
function withoutFormer(named: Named, facts: FactSnapshot, today: string): Named {
  const hasEnded = (name: string) =>
    candidatesOf(name, named.candidates).every(({ id }) => endOf(facts.factsAbout(id), today) !== undefined)
  return {
    ...named,
    words: named.words
      .join(' ')
      .replace(
        /\b(?:former|ex|old|one time) (?:members? (?:states |countries )?(?:of|in) (?:the )?)?(?=(@\d))/g,
        (all, name: string) => (hasEnded(name) ? all.replace(/^(?:former|ex|old|one time) /, '') : all),
      )
      .split(' '),
  }
}

/** "A major non-NATO ally of the US", who gives it. */
function withoutGrantor(named: Named, facts: FactSnapshot): Named {
  const { words, candidates } = named
  const text = words.join(' ')
  const grants = (giver: string, status: string) =>
    candidatesOf(status, candidates).every(
      ({ id, kind }) =>
        kind === 'status' &&
        facts
          .factsAbout(id)
          .some(
            ({ attribute, facts: own }) =>
              attribute === 'classification' &&
              own.some(({ mentions }) =>
                candidatesOf(giver, candidates).some((one) => mentions.includes(one.id)),
              ),
          ),
    )
  const plain = text
    .replace(/(@\d) (?:of|to|with|for) (?:the )?(@\d)(?= |$)/, (all, status: string, giver: string) =>
      grants(giver, status) ? status : all,
    )
    .replace(
      /(?<=(?:@\d|become|became|many|which|what|all|list) (?:(?:a|the) )?)(@\d) (@\d)(?= |$)/,
      (all, giver: string, status: string) => (grants(giver, status) ? status : all),
    )
  return plain === text ? named : dropUnused(plain, candidates)
}

/** "The GCC's Peninsula Shield Force", "which EU country invoked Article 42(7)": what a thing is a part of. */
function withoutOwner(named: Named, facts: FactSnapshot): Named {
  const text = named.words.join(' ')
  const isOwned = (owner: string, thing: string) =>
    candidatesOf(owner, named.candidates).every(({ id, kind }) => {
      const things = candidatesOf(thing, named.candidates)
      return (
        bodyKinds.has(kind) &&
        things.length > 0 &&
        things.every((one) => one.id !== id && isPartOf(one, id, facts))
      )
    })
  const plain = text
    .replace(/(@\d) (?:the )?(@\d)(?= |$)/, (all, owner: string, thing: string) =>
      isOwned(owner, thing) ? thing : all,
    )
    .replace(/(@\d) of (?:the )?(@\d)(?= |$)/, (all, thing: string, owner: string) =>
      isOwned(owner, thing) ? thing : all,
    )
    .replace(
      /(@\d) (?=(?:members?|countr(?:y|ies)|states?|nations?|governments?)\b.* (@\d)(?= |$))/,
      (all, owner: string, thing: string) => (isOwned(owner, thing) ? '' : all),
    )
  return plain === text ? named : dropUnused(plain, named.candidates)
}

/** Things that may be a part of a body. */
const partKinds = new Set<string>('document,treaty,organization,agency,command,position'.split(','))

/** Whether a thing without members is told of with a body: no alliance is a part of another. */
function isPartOf({ id, kind }: Entity, owner: string, facts: FactSnapshot): boolean {
  const own = facts.factsAbout(id)
  return (
    partKinds.has(kind) &&
    !own.some(({ attribute }) => attribute === 'member') &&
    own.some((group) => group.facts.some(({ mentions }) => mentions.includes(owner)))
  )
}

/** "SEATO's headquarters in Bangkok, Thailand": where a capital is goes without saying. */
function withoutCountryOfCapital(named: Named): Named {
  const text = named.words.join(' ')
  if (!/\b(?:headquarter(?:s|ed)?|hq|based|seat|located|signed)\b/.test(text)) return named
  const plain = named.candidates.reduce((said, some, index) => {
    const capitals = [...countryOfCapital].filter(([, country]) => some.some(({ name }) => name === country))
    const isSaid = capitals.some(([capital]) => new RegExp(`\\b${normalizeText(capital)}\\b`).test(said))
    return isSaid ? said.replace(new RegExp(`(?: ,)? @${index}(?= |$)`), '') : said
  }, text)
  return plain === text ? named : dropUnused(plain, named.candidates)
}

/** "The Saudi-Pakistani pact from 2025": a treaty of two has one year. */
function withoutOwnYear(named: Named, facts: FactSnapshot): Named {
  const isOwn = (name: string, year: string) =>
    candidatesOf(name, named.candidates).every(
      (entity) => isBilateral(entity, facts) && isOfYear(entity, year, facts),
    )
  const [a, b, ...more] = named.candidates.map(([entity]) => entity?.id ?? '')
  /** "Must it help under the 1951 treaty". */
  const isOfTwo = (year: string) =>
    a !== undefined &&
    b !== undefined &&
    more.length === 0 &&
    treatiesOfTwo(a, b, facts).some((treaty) => isOfYear(treaty, year, facts))
  const text = named.words
    .join(' ')
    .replace(
      /(@\d)((?: (?:treaty|pact|alliance|agreement|deal))?) (?:from|of) ((?:19|20)\d\d)(?= |$)/,
      (all, name: string, kind: string, year: string) => (isOwn(name, year) ? name + kind : all),
    )
    .replace(/\b((?:19|20)\d\d) (@\d)/, (all, year: string, name: string) => (isOwn(name, year) ? name : all))
    .replace(
      / (?:under|by) (?:the )?((?:19|20)\d\d) (?:(?:mutual|defen[sc]e|security) )*(?:treaty|pact)$/,
      (all, year: string) => (isOfTwo(year) ? '' : all),
    )
  return { ...named, words: text.split(' ') }
}

const over =
  '(?:collapsed|collapse|fell apart|fall apart|fell|fall|broke up|break up|breakup|dissolved|dissolution|ended|end|disbanded|disappeared|disintegrated|ceased to exist|stopped existing|was no more|went away|died|demise)'
const endedAt = new RegExp(
  `\\b(since|after|before|following) (?:(?:the )?(?:fall|end|collapse|breakup|break up|dissolution|demise|disintegration) of (?:the )?(@\\d)|(?:the )?(@\\d) (?:(?:was|had|has|itself|finally) )*${over})(?: in ((?:19|20)\\d\\d))?(?= |$)`,
)

/** "Since the Soviet Union collapsed": since that day. */
function withDateOfEnd(named: Named, facts: FactSnapshot, today: string): Named {
  const text = named.words.join(' ')
  const [all = '', when = '', ofName, name = ofName ?? '', year = ''] = endedAt.exec(text) ?? []
  const [entity, ...others] = candidatesOf(name, named.candidates)
  const day = entity && others.length === 0 ? dateOf(endOf(facts.factsAbout(entity.id), today)) : ''
  // "Who left the Warsaw Pact before it ended" is not about a time.
  if (day === '' || !day.startsWith(year) || text.split(name).length > 2) return named
  return dropUnused(
    text.replace(all, `${when} ${dateWords(day).replace(',', '').toLowerCase()}`),
    named.candidates,
  )
}
