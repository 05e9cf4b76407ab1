// Reads what is asked about several countries and one body: "which of these are not in NATO: Austria, Norway, Malta".
import type { PartialDate } from '../data/model/dates.ts'
import type { Entity } from '../data/model/types.ts'
import { inside } from './pattern-words.ts'
import type { Question } from './question.ts'
import { hasRole } from './roles.ts'

/** B is the body, CC the countries. */
const texts = [
  `(?:which|who)(?: one| ones)?(?: of)?(?: these| those| them| following)?(?: countries)? (?:is|are|was|were) (not )?${inside} B CC`,
  `(?:which|who)(?: one| ones)?(?: of)? CC (?:is|are|was|were) (not )?${inside} B`,
  `(?:which|who)(?: one| ones)?(?: of)? CC (?:has|have|had) (not )?(?:joined|entered|been ${inside}) B`,
  `(?:is|are|was|were) (?:either|any of|one of|any|of|all of) CC (not )?${inside} B`,
  `neither CC (?:is|are|was|were|has|have|had|did) (?:${inside}|joined|join) B`,
  `(?:is|are|was|were|do|does|did) (not )?CC (?:all |both |each )?(?:${inside}|belong to|in) B`,
  `(?:is|are|was|were|do|does|did) CC (?:all |both |each )?(not )?(?:${inside}|belong to|in) B`,
  `(?:who|which) is (not )?${inside} B CC`,
].map((text) => new RegExp(`^${text}$`))

/** C is the country, BB the bodies. */
const bodyTexts = [
  `(?:is|are|was|were) C (?:not )?(?:both |also )?${inside} (?:both )?BB(?: at time| together| at once)?`,
  `(?:does|do|did) C (?:both )?belong to (?:both )?BB`,
].map((text) => new RegExp(`^${text}$`))

const joining =
  /\b(?:join|joined|joins|enter|entered|accession|accede|acceded|become|became|admitted|members?|in|into|first)\b/
const ordering =
  /\b(?:when|what year|which year|year|years|date|dates|since|how long|first|last|earlier|later|before|after|prior|latest|same time|same day|same year|together|newer|older|longest|longer|recently|recent|quicker|quickest|sooner|faster)\b/
const joiningWords = new Set(
  `did do does have has had been is are was were be when what which who in of or and the to into at on since how long year years date dates
  first last earlier later before after prior latest same time day together newer older longest longer recently recent most more than quicker quickest sooner faster that
  join joined joins enter entered accession accede acceded become became get got admitted member members membership countries
  country nation states as with alongside two three between list name their both each all exactly official it one ones whom`.split(
    /\s+/,
  ),
)

/** "Which of Norway and Spain joined NATO first": the days say all of it. */
function asksWhenEachJoined(words: readonly string[]): boolean {
  const text = words.join(' ')
  return (
    words.every((word) => word.startsWith('@') || joiningWords.has(word)) &&
    joining.test(text) &&
    ordering.test(text)
  )
}

/** A question about at least two countries and one body, or one country and two bodies; undefined for any other. */
export function matchSeveral(
  words: readonly string[],
  entities: readonly Entity[],
  date: PartialDate,
): Question | undefined {
  const isOfNato = entities.length > 1 && entities.every((entity) => hasRole(entity, 'C'))
  if (isOfNato && date === '' && /\bjoin(?:ed)?\b/.test(words.join(' ')) && asksWhenEachJoined(words))
    return { form: 'joined-each', entities: ['nato', ...entities.map(({ id }) => id)], date, detail: '' }
  const [body, ...otherBodies] = entities.filter((entity) => hasRole(entity, 'B'))
  const countries = entities.filter((entity) => hasRole(entity, 'C'))
  if (!body || countries.length + otherBodies.length + 1 !== entities.length) return undefined
  const [country] = countries
  if (country && countries.length === 1 && otherBodies.length > 0) {
    const text = words
      .filter((word) => word !== 'same')
      .map((word) =>
        word.startsWith('@') ? (entities[Number(word.slice(1))] === country ? 'C' : 'B') : word,
      )
      .join(' ')
      .replace(
        /\bB(?: (?:(?:and|or|but) )?(?:is |are |was )?(?:not )?(?:(?:in|of|part of|member of) )?B)+\b/,
        'BB',
      )
    if (!bodyTexts.some((pattern) => pattern.test(text))) return undefined
    const bodies = [body, ...otherBodies].map(({ id }) => id)
    const detail = date === '' && words.some((word) => /^(?:was|were|did|had|ever)$/.test(word)) ? 'ever' : ''
    return { form: 'in-which', entities: [country.id, ...bodies], date, detail }
  }
  if (otherBodies.length > 0 || countries.length < 2) return undefined
  if (date === '' && asksWhenEachJoined(words))
    return { form: 'joined-each', entities: [body, ...countries].map(({ id }) => id), date, detail: '' }
  const text = words
    .map((word) => (word.startsWith('@') ? (entities[Number(word.slice(1))] === body ? 'B' : 'C') : word))
    .join(' ')
    .replace(/\bC(?: (?:(?:and|or|nor) )?C)+\b/, 'CC')
  const [found] = texts.map((pattern) => pattern.exec(text)).filter((match) => match !== null)
  if (!found) return undefined
  return {
    form: 'which-in',
    entities: [body, ...countries].map(({ id }) => id),
    date,
    detail:
      found[1] !== undefined ? 'not' : date === '' && /^(?:was|were|did|had)\b/.test(text) ? 'ever' : '',
  }
}
