// What an article says, when it was used, how to leave and join, what a body is called.
import { defensePromise } from '../cards/entity/country-relationships.ts'
import { endOf } from '../cards/entity/current-facts.ts'
import { formatList, withIndefiniteArticle } from '../cards/shared/format.ts'
import { byStart, byNewest } from '../data/model/dates.ts'
import { classifications } from '../data/model/attributes.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { bodyOfTreaty, factsOf, promiseOf, valueLines } from './promise-facts.ts'
import type { Answer } from './question.ts'
import { bulletLine, The, the, type Asking } from './wording.ts'

/** What an article of a treaty says; of NATO's, if no treaty is named. */
export function article(asking: Asking): Answer | undefined {
  const [named] = asking.entities
  const body = asking.facts.getEntity(named ? bodyOfTreaty(named.id) : 'nato')
  const number = asking.question.detail || (body ? defenseArticle(body, asking) : '')
  if (!body) return undefined
  if (number === '')
    return {
      asked: `Which article of ${the(body)} is about an attack?`,
      verdict: `Not stated. No source here gives its number.`,
      facts: [],
      more: body.id,
    }
  const isOfArticle = ({ section, attribute }: Fact) =>
    attribute !== 'invocation' &&
    new RegExp(
      `\\bArticles? (?:\\d+, |\\d+ and |\\d+ to )*${number}\\b|\\bArticle ${roman(Number(number))}\\b`,
    ).test(section)
  const own = asking.facts
    .factsAbout(body.id)
    .flatMap((group) => group.facts)
    .filter(isOfArticle)
  const asked = `What does Article ${number} of ${body.id === 'nato' ? 'NATO’s treaty' : the(body)} say?`
  if (own.length === 0 && number === '5' && defenseArticle(body, asking) !== '') {
    const defense = article({ ...asking, question: { ...asking.question, detail: '' } })
    const verdict = `No fact here comes from Article 5 of ${the(body)}. ${defense?.verdict.replace(/^It is/, 'Its promise of defense is') ?? ''}`
    return defense && { ...defense, asked, verdict }
  }
  if (own.length === 0)
    return {
      asked,
      verdict: `Not stated. No fact here comes from Article ${number} of ${body.id === 'nato' ? 'NATO’s treaty' : the(body)}.`,
      facts: [],
      more: body.id,
    }
  const order: readonly string[] = ['mutual-defense', 'consultation', 'obligation', 'admission', 'withdrawal']
  const rank = ({ attribute }: Fact) => (order.indexOf(attribute) + order.length + 1) % (order.length + 1)
  const [first, ...rest] = own.toSorted((a, b) => rank(a) - rank(b))
  // "42(7)", "V".
  const written = new RegExp(`\\bArticle (${number}\\(\\d+\\)|${roman(Number(number))}\\b)`).exec(
    first?.section ?? '',
  )?.[1]
  return {
    asked,
    verdict: `${asking.question.detail === '' ? `It is Article ${written ?? number}. ` : ''}${first?.statement ?? ''}`,
    facts: own,
    lines: rest.slice(0, 4).map(bulletLine),
    more: body.id,
  }
}

/** The number of the article that has the promise of defense; '' if no fact tells it. */
function defenseArticle(body: Entity, asking: Asking): string {
  const sections = factsOf(body, asking, 'mutual-defense').map(({ section }) => section)
  const numbers = Array.from({ length: 39 }, (_, index) => roman(index + 1))
  const [found = ''] = sections.flatMap((section) => /\bArticles? (\d+|[IVX]+)\b/.exec(section)?.[1] ?? [])
  return numbers.includes(found) ? String(numbers.indexOf(found) + 1) : found
}

function roman(number: number): string {
  const tens = ['', 'X', 'XX', 'XXX'][Math.floor(number / 10)] ?? ''
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][number % 10] ?? ''
  return tens + ones || '0'
}

function usesOf(id: string, facts: FactSnapshot): readonly Fact[] {
  return facts.factsAbout(id).find(({ attribute }) => attribute === 'invocation')?.facts ?? []
}

/** The body itself, or the one clause of its treaty that was used: the EU's Article 42(7). */
function invokedOf(id: string, facts: FactSnapshot): string {
  const body = bodyOfTreaty(id)
  if (usesOf(body, facts).length > 0) return body
  const clauses = new Set(facts.factsMentioning(body).map(({ entity }) => entity))
  const [clause, ...others] = [...clauses].filter(
    (one) => facts.getEntity(one)?.kind === 'treaty' && usesOf(one, facts).length > 0,
  )
  return clause !== undefined && others.length === 0 ? clause : body
}

export function invoked(asking: Asking): Answer | undefined {
  const [named] = asking.entities
  const [number = '', but = ''] = asking.question.detail.split(/ ?besides /)
  const isOther = ({ mentions, value }: Fact) =>
    ![...mentions, ...(value.type === 'entity' ? [value.entity] : [])].some((id) =>
      but.split(' ').includes(id),
    )
  const body = asking.facts.getEntity(named ? invokedOf(named.id, asking.facts) : 'nato')
  if (!body) return undefined
  const all = usesOf(body.id, asking.facts)
  const own = all
    .filter(
      ({ section, statement }) =>
        number === '' || new RegExp(`\\bArticle ${number}\\b`).test(`${section} ${statement}`),
    )
    .toSorted(byStart)
  // A fact without a day speaks of uses and is none.
  const dated = own.filter(({ validFrom }) => (validFrom ?? '').length === 'yyyy-mm-dd'.length)
  const days = new Set(dated.map(({ validFrom }) => validFrom))
  const [counted] = own
    .filter(({ statement, validFrom }) => (validFrom ?? '') === '' && /\b\w+ times\b/.test(statement))
    .toSorted(byNewest)
  const only = dated.find(({ statement }) => / on /.test(statement)) ?? dated[0]
  const what =
    number === '' ? the(body) : `Article ${number} of ${body.id === 'nato' ? 'NATO’s treaty' : the(body)}`
  return {
    asked: `When was ${what} invoked?`,
    verdict:
      own.length === 0
        ? `Not stated. No source here tells of a use of ${what}.`
        : but !== '' && !own.some(isOther)
          ? `Not stated. No source here tells of another use. ${only?.statement ?? ''}`.trim()
          : only && days.size === 1
            ? only.statement
            : (counted?.statement ?? `${days.size} uses of ${what} are told of here.`),
    facts: own,
    lines: own
      .filter((fact) => (days.size === 1 ? fact !== only : fact !== counted) && (but === '' || isOther(fact)))
      .slice(-5)
      .map(bulletLine),
    more: body.id,
  }
}

/** How to leave, or who may join. */
export function rulesOf(
  asking: Asking,
  attribute: 'withdrawal' | 'admission',
  about?: RegExp,
): Answer | undefined {
  const [body] = asking.entities.filter(({ kind }) => kind !== 'country')
  if (!body) return undefined
  const all = factsOf(body, asking, attribute)
  const fitting = about ? all.filter(({ statement }) => about.test(statement)) : []
  const own = [...fitting, ...all.filter((fact) => !fitting.includes(fact))]
  const asked =
    about && fitting.length > 0
      ? `Can a member be expelled from ${the(body)}?`
      : attribute === 'withdrawal'
        ? `How does a member leave ${the(body)}?`
        : `Who can join ${the(body)}?`
  const [first, ...rest] = own
  return {
    asked,
    verdict: first
      ? first.statement
      : `Not stated. No source here says ${attribute === 'withdrawal' ? 'how a member leaves' : 'who may join'} ${the(body)}.`,
    facts: own,
    lines: rest.slice(0, 3).map(bulletLine),
    more: body.id,
  }
}

/** "Is AUKUS an alliance?": by the words that the sources use. */
export function isKind(asking: Asking): Answer | undefined {
  const [body] = asking.entities
  const kind = asking.question.detail
  if (!body) return undefined
  const asked = `Is ${the(body)} ${withIndefiniteArticle(kind)}?`
  const wanted = kind.replace(/^(?:military|defensive|defen[sc]e|security|treaty) /, '')
  const called = factsOf(body, asking, 'classification')
  const wordOf = ({ value }: Fact) => (value.type === 'classification' ? value.label : '')
  const fits = called.filter((fact) => wordOf(fact).split(' ').includes(wanted))
  const words = [...new Set(called.map(wordOf))]
  const other = words.filter((word) => !word.split(' ').includes(wanted))
  const isFormal = ({ value }: Fact) =>
    value.type === 'classification' && classifications[value.classification].formal
  // An alliance may be an organization too, but hardly a mere partnership.
  const differ = fits.some((fact) =>
    called.some((one) => isFormal(one) === (isFormal(fact) === null ? undefined : !isFormal(fact))),
  )
  const defense = valueLines(body, asking, 'mutual-defense', 'treaty')
  const groups = asking.facts.factsAbout(body.id)
  const [promise] = !/^(?:mutual|collective|common) /.test(kind)
    ? []
    : endOf(groups, asking.day)
      ? defensePromise(groups)
      : promiseOf(body, asking)
  if (promise)
    return { asked, verdict: `Yes. ${promise.statement}`, facts: [promise], lines: defense, more: body.id }
  const verdict =
    fits.length > 0
      ? differ
        ? `Sources differ. Some call ${the(body)} ${withIndefiniteArticle(wanted)}, others ${formatList(other.map(withIndefiniteArticle), 'or')}.`
        : `Yes. ${The(body)} is called ${formatList([wanted, ...other].map(withIndefiniteArticle))}.`
      : words.length > 0
        ? `No source here calls it that. ${The(body)} is called ${formatList(words.map(withIndefiniteArticle), 'or')}.`
        : `Not stated. It stands here as ${withIndefiniteArticle(body.kind)}.`
  return { asked, verdict, facts: called, lines: defense, more: body.id }
}

/** What a status is not, and what it brings. */
export function isNot(asking: Asking): Answer | undefined {
  const [body] = asking.entities
  if (!body) return undefined
  const [denied] = factsOf(body, asking, 'is-not')
  return {
    asked: `Does ${the(body)} status bring a promise of defense?`,
    verdict: denied?.statement ?? `Not stated. No source here says what ${the(body)} is not.`,
    facts: denied ? [denied] : [],
    lines: valueLines(body, asking, 'benefit', 'definition'),
    more: body.id,
  }
}

export function hasTreaty(asking: Asking): Answer | undefined {
  const [body] = asking.entities
  if (!body) return undefined
  const own = factsOf(body, asking, 'treaty')
  const [instrument] = factsOf(body, asking, 'instrument', 'document')
  const named = own.length === 0 || asking.question.detail !== '' ? instrument : undefined
  const yes = own.filter(({ value }) => value.type === 'yes-no' && value.yes)
  const verdict = named
    ? named.statement
    : own.length === 0
      ? `Not stated. No source here says whether a treaty seals ${the(body)}.`
      : yes.length === own.length
        ? `Yes. ${The(body)} rests on a treaty.`
        : yes.length === 0
          ? `No. ${The(body)} rests on no treaty.`
          : `Sources differ on whether a treaty seals ${the(body)}.`
  return {
    asked: `Does ${the(body)} rest on a treaty?`,
    verdict,
    facts: named ? [named] : own,
    lines: valueLines(body, asking, 'instrument'),
    more: body.id,
  }
}
