// What stands before a colon: the label of what follows, or words that only announce it.
import { withSubject } from './implied-subject.ts'
import { datePattern } from './plain-words.ts'

/** "Newest member: Sweden", "headquarters: Brussels". */
const label = /^((?:(?:current|first|new) )?(?:@\d+|(?:@\d+ )?[a-z]+(?: [a-z]+){0,3})) : (?=\S)/
/** "Signed: 30 Aug 1951". */
const datedLabel = new RegExp(`^[a-z]+(?: [a-z]+)? : ${datePattern}$`)
/** "South Korea: the US has troops there." */
const placeLabel = /^(@\d+) : (.*) there$/
/** "Quick check for my class: …" */
const announcement =
  /^(?!.*\b(?:not|no|never|nobody|none|nothing|false|wrong|lies?|fake|jokes?|if|says?|said|tells?|told|claims?|claimed|thinks?|believes?|believe|imagine|pretend|myths?|rumou?rs?|supposedly|allegedly)\b.* : )(?:[a-z\d,]+ ){1,12}: (?=\S.* \S)/
const namedList = /^(@\d+) : (?=@\d+(?: ,)? )/

/** A clause with its label as what it is about, or without what announces it. */
export function ofLabels(text: string, antecedents: readonly string[]): string[] {
  if (!text.includes(' : ')) return []
  const all: string[] = []
  // "BRICS: Brazil, Russia, India, China, South Africa."
  if (namedList.test(text)) all.push(text.replace(namedList, '$1 is '))
  if (placeLabel.test(text)) all.push(text.replace(placeLabel, '$2 in $1'))
  if (datedLabel.test(text)) {
    const dated = text.replace(' : ', ' ')
    all.push(dated, ...antecedents.flatMap((one) => withSubject(dated, one)))
  }
  if (label.test(text)) {
    const labelled = text.replace(label, (_, noun: string) => `${noun} ${/s$/.test(noun) ? 'are' : 'is'} `)
    all.push(labelled, text.replace(label, '$1 '), ...antecedents.map((one) => `${one} ${labelled}`))
  }
  if (announcement.test(text)) all.push(text.replace(announcement, ''))
  return all
}
