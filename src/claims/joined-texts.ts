// Sentences of a verdict that say the same of several countries, as one.
import { capitalize, formatList } from '../cards/shared/format.ts'

const subjectFirst =
  /^(?<who>(?:(?!\. | (?:is|was|joined|took) ).)+) (?<what>(?:is (?:in|a founding member of)|was (?:in|listed among)|joined|took part in) .+)$/
const subjectLast = /^(?<what>The list of the .+ does not have )(?<who>[^,]+)\.$/

/** Of several. */
function inPlural(what: string): string {
  return what
    .replace(/^is a founding member of /, 'are founding members of ')
    .replace(/^is /, 'are ')
    .replace(/^was /, 'were ')
}

/** In their order, each of several that say the same where the first of them was. */
export function joinedTexts(texts: readonly string[]): string[] {
  const groups = new Map<string, { text: string; who: string[]; isLast: boolean }>()
  // "Finland joined on April 4, 2023" goes with "… as its member 31".
  const isPart = (text: string) =>
    texts.some((other) => other !== text && other.startsWith(text.replace(/\.$/, ' ')))
  for (const text of new Set(texts)) {
    if (isPart(text)) continue
    const first = subjectFirst.exec(text)?.groups
    const found = first ?? subjectLast.exec(text)?.groups
    const key = found?.['what'] ?? text
    const group = groups.get(key) ?? { text, who: [], isLast: !first }
    groups.set(key, group)
    if (found?.['who'] !== undefined) group.who.push(found['who'])
  }
  return [...groups].map(([what, { text, who, isLast }]) => {
    if (who.length < 2) return text
    // "The United States" begins a sentence no longer.
    const names = who.map((name, index) => (index > 0 || isLast ? name.replace(/^The /, 'the ') : name))
    return isLast
      ? `${what}${formatList(names, 'or')}.`
      : `${capitalize(formatList(names))} ${inPlural(what)}`
  })
}
