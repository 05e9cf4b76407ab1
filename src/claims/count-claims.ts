// How people state how many members there are or were.
import type { ClaimGroup } from './claim-patterns.ts'
import { inside, nations } from './member-patterns.ts'

export const countClaims: readonly ClaimGroup[] = [
  {
    forms: ['founder-count'],
    texts: [
      `original <B> had <Q><N> ${nations}`,
      `<Q><N> (?:countries|nations|states) (?:put (?:their )?names? to|signed|were original signatories of|were signatories to|created|started) <B>`,
      `<B> was (?:signed|founded|created) by <Q><N> (?:countries|nations|states)`,
      `<B> had <Q><N> (?:signatories|founding signatories|original signatories)`,
      `<B> (?:had|has|started (?:out )?with|began with|was founded with|was founded by) <Q><N> (?:founding|original|founder) ${nations}`,
      `<B> (?:started|started out|began|was founded) with <Q><N> ${nations}`,
      `there (?:are|were) <Q><N> (?:founding|original|founder) ${nations} of <B>`,
      `<Q><N> ${nations} (?:founded|formed|created) <B>`,
      `<B> (?:originally|initially|at first) had <Q><N> ${nations}`,
      `<B> (?:was|were) founded by <Q><N> ${nations}`,
      `<B> (?:started|started out|began) with <Q><N>`,
      `<B> (?:is|has|had) <Q><N> founders`,
    ],
  },
  {
    forms: ['founded', 'founder-count'],
    texts: [
      `<X> was (?<detail>founded|created|established|formed|signed|set up|started)<D!> (?:with|by) <Q><N> (?:founding |original )?${nations}`,
      `<X> was (?<detail>founded|created|established|formed|signed|set up|started) (?:with|by) <Q><N> (?:founding |original )?${nations}<D!>`,
    ],
  },
  {
    forms: ['added'],
    texts: [
      `<B> (?:grew|expanded|enlarged|was enlarged)<D!> (?:by|with) <Q><N> (?:new |more |other )?${nations}`,
      `<B> (?:added|admitted|took in|gained|welcomed|let in|accepted|grew by|expanded by|got) <Q><N> (?:new |more |other )?${nations}<D!>`,
      `<Q><N> (?:new |more |other )?${nations} (?:joined|entered|acceded to|got into|were admitted to) <B><D!>`,
    ],
  },
  {
    forms: ['years-in'],
    texts: [
      `<C+> (?:is|are) ${inside} <B> for <Q><N> years`,
      `<C+> (?:is|are) <B> (?:member|members|ally|allies) for <Q><N> years`,
      `<B> (?:is around|exists|existed|has existed|is in existence|is in force) for <Q><N> years`,
      `<B> is <Q><N> years old`,
    ],
  },
  { forms: ['count', 'includes'], texts: [`<B> (?:has|have) <Q><N> ${nations}(?: ,)? including <C+>`] },
  {
    // Sources that differ are right together.
    forms: ['count'],
    texts: [`<B> (?:has|is|is at|are at|stands at) (?<detail>\\d+) or <N>(?: ${nations})?`],
  },
  {
    forms: ['count'],
    texts: [
      `<B> (?:has )?(?:grew|grown|went|gone|expanded|risen) from \\d+ ${nations} to <Q><N>(?: now| today)?<D>`,
      `<B> (?:has|have|is|is at) <Q><N> ${nations} , not (?:\\d+)(?: ${nations})?`,
      `<B> membership (?:is|stands at|sits at) <Q><N>`,
      `number of ${nations} (?:in|of) <B> (?:is|has reached|reached|stands at|has risen to|rose to|(?<past>was)) <Q><N><D>`,
      `<B> ${nations} number <Q><N>`,
      `<B> (?:has |had )?(?:grew|grown|expanded|increased|enlarged|went|gone|risen|swelled|shrunk|rose) (?:from \\d+(?: ${nations})? )?to <Q><N> ${nations}<D>`,
      `<B> (?:has|have|counts|is at|is up to|consists of|includes|comprises|is made up of|is|stands at|sits at|has grown to|(?<past>had|counted|was|was at|included|grew to)) <Q><N> ${nations}(?: in it)?(?: strong)?<D>`,
      `there (?:is|are|(?<past>was|were)) <Q><N> (?:different )?${nations} (?:in|of|inside|that are in|that is in|part of)(?: all of)? <B><D>`,
      `there (?:is|are|(?<past>was|were)) <Q><N> <B> (?:${nations})<D>`,
      `<Q><N> ${nations} (?:is|are|belong to|make up|(?<past>was|were|belonged to)) ${inside} <B><D>`,
      `<Q><N> ${nations} (?:belong to|make up|have|hold) <B>(?: status)?`,
      `there (?:is|are|(?<past>was|were)) <Q><N> <S><D>`,
      `<Q><N> ${nations} (?:are|(?<past>were)) <S><D>`,
      `number of <B> ${nations} is <Q><N>`,
      `<B> (?:has|(?<past>had)) <Q><N><D>`,
    ],
  },
  {
    forms: ['count'],
    negation: 'not',
    texts: [
      `<B> (?:does|do) not have <Q><N> ${nations}`,
      `there (?:is|are) not <Q><N> ${nations} (?:in|of) <B>`,
    ],
  },
]
