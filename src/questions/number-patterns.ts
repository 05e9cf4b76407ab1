// How people ask for numbers of troops and shares of spending.
import { members, which } from './pattern-words.ts'
import type { PatternGroup } from './patterns.ts'

export const numberPatterns: readonly PatternGroup[] = [
  {
    form: 'troops',
    names: 'C',
    isDated: true,
    texts: [
      `how many (?:@\\d |us |american )?(?:troops|soldiers|service members|forces) (?:are |were |does |do )?(?:there )?(?:(?:stationed|based|deployed|@\\d have) )?(?:in|host(?:ed)? by|have in) <C>`,
      `how many (?:@\\d |us |american )?(?:troops|soldiers|forces) (?:does|do|did) (?:@\\d (?:have in|keep in|station in) <C>|<C> host)`,
      `(?:@\\d |us )?(?:troops|soldiers) in <C>`,
    ],
  },
  {
    form: 'most-troops',
    names: '',
    isDated: true,
    texts: [
      `(?:${which} ${members}|who|where) (?:hosts?|has|have|are|is)(?: stationed)? (?<kind>second |2nd |third |3rd )?(?:most|largest number of|biggest number of) (?:@\\d |us |american )?(?:troops|soldiers|forces)(?: stationed| based)?(?: abroad| overseas)?`,
    ],
  },
  {
    form: 'fewest-troops',
    names: '',
    isDated: true,
    texts: [
      `(?:${which} ${members}|who|where) (?:hosts?|has|have|are|is) (?:fewest|least|smallest number of) (?:@\\d |us |american )?(?:troops|soldiers|forces)`,
    ],
  },
  {
    form: 'spending',
    names: 'C',
    isDated: true,
    texts: [
      `(?:does|do|did|is|was) <C> (?:spend |spending |at )?(?:below|under|less than|above|over|more than)(?: or (?:above|below|over|under|more|less))? [\\d.]+ percent(?: target| goal| of gdp| on defen[sc]e)*`,
      `how much (?:of (?:its )?gdp )?(?:does|do|did) <C> spend on (?:defen[sc]e|its military|military|army)(?: (?:as )?(?:percent|share)? ?of gdp)?|(?:defen[sc]e|military) (?:spending|budget|expenditure) of <C>|<C> (?:defen[sc]e|military) (?:spending|budget|expenditure)`,
      `(?:does|do|did|has|is|are|was) <C> (?:meets?|met|meeting|reach(?:ed|ing)?|hit(?:ting)?|spend(?:ing)?|spent|pay(?:ing)?)(?: at least| more than| over)? (?:nato |<B> )?<N> percent(?: target| goal| of gdp)?(?: on defen[sc]e)?`,
    ],
  },
  {
    form: 'most-spending',
    names: 'B',
    isDated: true,
    texts: [
      `(?:who is )?(?:top|biggest|highest|largest) (?:military |defen[sc]e )?spender(?:s)? (?:in|of) <B>(?: by (?:share of gdp|gdp percentage|percent of gdp|gdp))?`,
    ],
  },
  {
    form: 'spending-over',
    names: 'B',
    isDated: true,
    texts: [
      `(?:${which} )?<B> ${members} (?:that |who |which )?(?:spends?|spent) (?:over|more than|at least|above) <N> percent(?: of gdp)?(?: on (?:defen[sc]e|military))?`,
    ],
  },
  {
    form: 'most-spending',
    names: 'B|B2',
    isDated: true,
    texts: [
      `(?:who|${which}(?: <B>)? ${members}|${which} <B> ${members}) (?:spends?|spent) (?:most|largest share|highest share)(?: of gdp)?(?: on (?:defen[sc]e|military|its military|their military|army))?(?: in <B2>)?`,
    ],
  },
  {
    form: 'least-spending',
    names: 'B|B2',
    isDated: true,
    texts: [
      `(?:${which} )?<B> ${members} (?:has|have|with) (?:smallest|lowest|least) (?:defen[sc]e|military) (?:spending|budget|share)`,
      `(?:who|${which}(?: <B>)? ${members}|${which} <B> ${members}) (?:spends?|spent) (?:least|lowest share|smallest share)(?: of gdp)?(?: on (?:defen[sc]e|military|its military|their military|army))?(?: in <B2>)?`,
    ],
  },
  {
    form: 'spending-over',
    names: 'B|B2',
    isDated: true,
    texts: [
      `(?:who|${which}(?: <B>)? ${members})(?: (?:in|of|from) <B2>)? (?:(?:has|have|do|does|did|already) )*(?:spends?|spent|meets?|met|reach(?:es|ed)?|hits?|pays?|makes?) (?:over |more than |at least |above )?<N> percent(?: target| goal| of gdp)*(?: on (?:defen[sc]e|military))?`,
    ],
  },
  {
    form: 'spending-under',
    names: 'B',
    isDated: true,
    texts: [
      `(?:${which} |who in )?<B>(?: ${members})?(?: (?:that|who))?(?: (?:are|is|were|was|spend|spends|spending|spent))? (?:below|under|less than) <N> percent(?: of gdp)?`,
    ],
  },
  {
    form: 'spending-over',
    names: 'B',
    isDated: true,
    texts: [
      `(?:${which} |who in )?<B>(?: ${members})?(?: (?:that|who))?(?: (?:are|is|spend|spends|spending|spent|at))? (?:above|over|more than|at least) <N> percent(?: of gdp)?`,
    ],
  },
  {
    form: 'spending-under',
    names: 'B|B2',
    isDated: true,
    texts: [
      `(?:who|(?:${which}|how many)(?: <B>)? ${members})(?: (?:in|of) <B2>)? (?:(?:spends?|spent|do|does|did) )?(?:under |less than |below |not (?:meet|reach|spend|hit|make|pay) )<N> percent(?: target| goal| of (?:their |its )?gdp)*(?: on (?:defen[sc]e|military))?`,
    ],
  },
]
