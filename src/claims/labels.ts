// What stands before a colon: the label of what follows, or words that only announce it.
import { partiesOn } from '../questions/memberships-of.ts'
import { nameList } from './claim-patterns.ts'
import { withSubject } from './implied-subject.ts'
import { datePattern } from './plain-words.ts'
import type { Reader } from './reader.ts'

/** "Newest member: Sweden", "headquarters: Brussels". */
const label = /^((?:(?:current|first|new) )?(?:@\d+|(?:@\d+ )?[a-z]+(?: [a-z]+){0,3})) : (?=\S)/
/** "Signed: 30 Aug 1951". */
const datedLabel = new RegExp(`^[a-z]+(?: [a-z]+)? : ${datePattern}$`)
/** "South Korea: the US has troops there." */
const placeLabel = /^(@\d+) : (.*) there$/
/** "Quick check for my class: …" */
const announcement =
  /^(?!.*\b(?:not|no|never|nobody|none|nothing|false|wrong|lies?|fake|jokes?|if|says?|said|tells?|told|claims?|claimed|thinks?|believes?|believe|imagine|pretend|myths?|rumou?rs?|supposedly|allegedly|fears?|dreams?|hopes?|wants?|plots?|novels?|fiction|story|game|play|movie|scenario|headlines?|case|propaganda|prediction|parody|satire|meme)\b.* : )(?:[a-z\d,]+ ){1,12}: (?=\S.* \S)/
const namedList = /^@(\d+) : (?=@\d+(?: ,)? )/
/** Nobody lists all members of a larger body, as it may be meant in "NATO: Turkey, Greece". */
const maxListed = 12

/** A clause with its label as what it is about, or without what announces it. */
export function ofLabels(text: string, antecedents: readonly string[], reader: Reader): string[] {
  // "NATO: since 1955" may be said of a country.
  if (!text.includes(' : ') || namesThenDate.test(text)) return []
  const all: string[] = []
  // "BRICS: Brazil, Russia, India, China, South Africa."
  const [, body] = namedList.exec(text) ?? []
  const [only] = body === undefined ? [] : (reader.names[Number(body)] ?? [])
  if (only && partiesOn(only, reader.facts, reader.today).length > maxListed) return []
  if (only) all.push(text.replace(namedList, '@$1 is '))
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

const dateThenNames = new RegExp(
  `^(?:in )?(${datePattern}) : (${nameList})(?: joins?| joined)?(?: as well| too)?$`,
)
const namesThenDate = new RegExp(
  `^(${nameList}|@\\d+ @\\d+) :(?: (@\\d+))? (?:in |since )?(${datePattern})(?: ,)?(?: as well| too)?$`,
)
const treatyThenDate = new RegExp(`^(?:treaty|pact|charter|agreement)(?: signed)? : (${datePattern})$`)
/** What is said of those after a label, of the body that is spoken of. */
const said: Record<string, string> = {
  left: 'left',
  out: 'left',
  quit: 'left',
  'ex members': 'left',
  'former members': 'left',
  joined: 'joined',
  'new members': 'joined',
  newcomers: 'joined',
  founders: 'are founding members of',
  'founding members': 'are founding members of',
  suspended: 'are suspended from',
  partners: 'are partners of',
  observers: 'are observers in',
  'not in': 'are not in',
  'not members': 'are not in',
  'non members': 'are not in',
}
const labelledNames = new RegExp(`^(${Object.keys(said).join('|')})(?: it)? : (${nameList})$`)

/** "SEATO 1954." */
const datedName = new RegExp(`^(@\\d+) (${datePattern})$`)

const namesInLarge = new RegExp(`^@\\d+ : (${nameList})$`)

/** "1952: Greece and Turkey", "Iceland: 1949", "left: Georgia": who joined when, or left. */
export function ofNamesLabelled(labelled: string, body: string): string[] {
  const text = labelled.replace(announcement, '')
  const [, who, into = body, then] = namesThenDate.exec(text) ?? []
  if (who !== undefined) {
    const [one, other] = who.match(/@\d+/g) ?? []
    return [
      ...(into === '' ? [] : [`${who} joined ${into} in ${then}`]),
      ...(other === undefined ? [`${one} was founded in ${then}`] : []),
      other === undefined ? `${one} is from ${then}` : `${one} and ${other} treaty was signed in ${then}`,
    ]
  }
  const [, all] = namesInLarge.exec(text) ?? []
  if (all !== undefined) return [text.replace(' : ', ' includes ')]
  const [, noted, begun] = datedName.exec(text) ?? []
  if (noted !== undefined) return [`${noted} was founded in ${begun}`]
  if (body === '') return []
  const [, date, those = ''] = dateThenNames.exec(text) ?? []
  if (date !== undefined)
    return [
      `${those} joined ${body} in ${date}`,
      ...(those.includes(' ') ? [] : [`${those} is from ${date}`]),
    ]
  const [, label = '', named] = labelledNames.exec(text) ?? []
  if (named !== undefined) return [`${named} ${said[label]} ${body}`]
  const [, signed] = treatyThenDate.exec(text) ?? []
  return signed === undefined ? [] : [`${body} was signed in ${signed}`]
}
