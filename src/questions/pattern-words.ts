// Words that mean the same in every pattern.
import { monthNames } from '../data/model/dates.ts'

export const articles: ReadonlySet<string> = new Set(['the', 'a', 'an'])
export const numberNames =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen'.split(' ')
export const ordinalNames =
  ' first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth'.split(
    ' ',
  )
export const month = `(?:${monthNames.join('|').toLowerCase()})`
export const auxiliary = '(?:is|are|was|were|do|does|did|has|have|had|can|may|must)'
export const be = '(?:is|are|was|were|be|being|been)'
export const have = '(?:has|have|had)'
export const members = '(?:members?|countries|country|nations?|states?|allies|parties|participants?)'
export const which = '(?:which|what|whose)'
export const numberWord = '(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)'
export const join = '(?:joined|join|enter|entered|became|become|got|get|come|came)'
export const inside =
  '(?:in|into|inside|within|part of|(?:full )?members? of|party to|parties to|(?:one )?of)'
export const take =
  '(?:takes? part in|took part in|taking part in|taken part in|participates? in|participated in|attend|attended|join|joined)'
