// Which regular expressions a text may fit, by words alone: to compile one and to try it takes longer than that.

/** By the regular expression, lists of words; a text that fits has a word of each. */
const needed = new WeakMap<RegExp, string[][]>()

/** Whether a text in lower case has the words without which it does not fit; what is not of letters a to z is not looked at. */
export function mayFit(regex: RegExp, text: string): boolean {
  const lists = needed.get(regex) ?? neededIn(regex.source)
  if (!needed.has(regex)) needed.set(regex, lists)
  for (const words of lists) if (!hasOne(words, text)) return false
  return true
}

function hasOne(words: readonly string[], text: string): boolean {
  for (const word of words) if (text.includes(word)) return true
  return false
}

/** Of each list, a text that fits a part of a regular expression has a word. */
function neededIn(source: string): string[][] {
  const alternatives: string[][][] = [[]]
  let plain = ''
  const add = (...some: string[][]) => alternatives.at(-1)?.push(...some)
  const addPlain = () => {
    add(...(plain.replace(/[a-z]\?/g, ' ').match(/[a-z]{2,}/g) ?? []).map((word) => [word]))
    plain = ''
  }
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at)
    if (char === '(') {
      addPlain()
      const end = closingOf(source, at)
      const inner = source.slice(at + 1, end)
      const isOptional = /[?*{]/.test(source.charAt(end + 1))
      const isLookaround = /^\?<?[=!]/.test(inner)
      if (!isOptional && !isLookaround) add(...neededIn(inner.replace(/^\?(?::|<\w+>)/, '')))
      at = isOptional ? end + 1 : end
    } else if (char === '|') {
      addPlain()
      alternatives.push([])
    } else if (char === '[' || char === '\\') {
      plain += ' '
      at = char === '[' ? source.indexOf(']', at) : at + 1
    } else plain += char
  }
  addPlain()
  const firsts = alternatives.map(([first]) => first)
  if (alternatives.length === 1) return alternatives[0] ?? []
  return firsts.every((first) => first !== undefined) ? [firsts.flat()] : []
}

/** Where a group ends. */
function closingOf(source: string, start: number): number {
  let depth = 0
  for (let at = start; at < source.length; at += 1) {
    const char = source.charAt(at)
    if (char === '\\') at += 1
    else if (char === '(') depth += 1
    else if (char === ')' && (depth -= 1) === 0) return at
  }
  return source.length
}
