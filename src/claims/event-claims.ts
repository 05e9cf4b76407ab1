// How people state who takes part in an exercise, who hosts it, how often and where it is held.
import type { ClaimGroup } from './claim-patterns.ts'
import { plainAdjectives } from './thing-claims.ts'

const take =
  '(?:took part in|taken part in|participated in|takes part in|take part in|participates? in|attended|joined|went to|competed in|has taken part in|have taken part in|came back to|returned to|sent ships to|sent troops to)'
const people = '(?:troops|soldiers|personnel|service members|military personnel|people)'
const near = '(?:in|around|off|near|at|on|across|out of)'
const adjectives = `(?:naval |maritime )?${plainAdjectives}`
/** In years. */
const frequencies: readonly (readonly [years: number, words: string, detail?: string])[] = [
  [1, 'every year|yearly|annually|once year|each year|annual'],
  [2, 'every 2 years'],
  ...['even', 'odd'].map(
    (years) => [2, `(?:(?:in|every|during) )?${years}(?: numbered)? years?`, years] as const,
  ),
  [3, 'every 3 years'],
  [4, 'every 4 years'],
  [0.5, 'twice year|2 times year'],
]

export const eventClaims: readonly ClaimGroup[] = [
  {
    forms: ['took-part'],
    texts: [
      `<C+> ${take} <E><D>`,
      `<C+> (?:do|hold|run) <E> together<D>`,
      `<C+> <be> (?:in|part of|at|to|participants? (?:in|of)) <E><D>`,
      `<E> (?:included|had|featured) <C+><D>`,
    ],
  },
  {
    forms: ['took-part'],
    detail: 'once or twice',
    texts: [
      `<C+> (?:${take}|(?:was|were) (?:in|part of|at)) <E> (?:once or twice|once or 2 times|couple of times|2 times|twice)`,
    ],
  },
  {
    forms: ['took-part'],
    negation: 'never',
    texts: [
      `<C+> (?:never|has never|have never|did not|has not) (?:took part in|taken part in|take part in|join|joined|participated in|participate in|attended|attend|been in) <E><D>`,
    ],
  },
  {
    forms: ['nations'],
    texts: [
      `<E> (?:has|had|involved|involves|includes|included|featured|drew|brought together|saw) <Q><N> (?:participating )?(?:nations|countries|participants)(?: taking part| participating| involved| in it)?<D>`,
      `<Q><N> (?:nations|countries) (?:took part in|participated in|joined|attended|were in|sent forces to|take part in) <E><D>`,
      `there (?:was|were) <Q><N> (?:nations|countries) (?:in|at) <E><D>`,
    ],
  },
  {
    forms: ['host'],
    detail: 'host',
    texts: [`<C+> (?:co )?(?:hosts?|hosted) <E><D>`, `<E> (?:is|was) (?:co )?hosted by <C+><D>`],
  },
  {
    forms: ['host'],
    texts: [
      `<C+> (?:leads?|runs?|led|organizes?) <E><D>`,
      `<E> (?:is|was) (?:co )?(?:led|run|organized|held) by <C+><D>`,
      `<B> is led by <C+>`,
      `<C+> leads <B>`,
      `<C+> (?:jointly hosts?|jointly runs?|holds?|stages?|puts on) <E><D>`,
      `<E> is (?:exercise|event) (?:of|by|between) <C+>`,
      `<E> is <C> one`,
      `<E> (?:is|was) (?:joint|combined|military)?(?: (?:military|naval|joint))? ?@\\d+ (?:of|by|between) <C+>`,
    ],
  },
  ...frequencies.map(([number, words, detail]): ClaimGroup => ({
    forms: ['frequency'],
    number,
    ...(detail === undefined ? {} : { detail }),
    texts: [
      `<E> (?:is|happens|takes place|is held|runs|is run|is hosted|is led|is running|occurs) (?:${words})`,
      `<E> is (?:${words}) ${adjectives}(?:exercise|event|one)`,
    ],
  })),
  ...frequencies.map(([number, words, detail]): ClaimGroup => ({
    forms: ['frequency', 'kind', 'list'],
    number,
    ...(detail === undefined ? {} : { detail }),
    texts: [`<E> is (?:${words}) (?<detail>${adjectives}exercise) (?:of|by|between|among|with) <C+>`],
  })),
  ...frequencies.map(([number, words, detail]): ClaimGroup => ({
    forms: ['frequency', 'held-in'],
    number,
    ...(detail === undefined ? {} : { detail }),
    texts: [
      `<E> (?:is|happens|takes place|is held|runs|is run|occurs) (?:${words}) ${near} <Y+>`,
      `<E> (?:is|happens|takes place|is held|runs|is run|occurs) ${near} <Y+> (?:${words})`,
      `<E> is (?:${words}) ${adjectives}(?:exercise|event) (?:held )?${near} <Y+>`,
    ],
  })),
  {
    forms: ['held-in'],
    texts: [
      `<E> (?:is|was|takes place|took place|is held|was held|is hosted|was hosted|is run|is running|happened|was) (?:held )?${near} <Y+>`,
    ],
  },
  {
    forms: ['personnel'],
    texts: [
      `<E> (?:has|had|involved|involves|included|brought together|featured|saw) <Q><N> ${people}(?: taking part| involved)?<D>`,
      `<Q><N> ${people} (?:took part in|participated in|joined|were in) <E><D>`,
    ],
  },
  {
    forms: ['nations', 'personnel'],
    texts: [
      `<E> (?:has|had|involved|drew|brought together) <Q><N> (?:nations|countries) and <Q2><N2> ${people}<D>`,
      `there (?:was|were) <Q><N> (?:nations|countries) and <Q2><N2> ${people} (?:in|at) <E><D>`,
    ],
  },
]
