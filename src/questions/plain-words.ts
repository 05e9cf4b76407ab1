// Other words for what the forms of questions say: an expression in place of each group, and words that add nothing.
import { groups } from './plain-expressions.ts'

const capturesOf = (part: string) => (new RegExp(`${part}|`).exec('')?.length ?? 1) - 1

const expressions = groups.map(([plain, ...others]) => {
  const captures = others.map(capturesOf)
  /** Which "$1" stands for: the groups of the expression that matched, one of several. */
  const inPlace = (_match: string, ...found: unknown[]) => {
    let at = 0
    for (const count of captures) {
      const start = at
      if (typeof found[start] === 'string')
        return plain.replace(
          /\$(\d)/g,
          (_, group) => (found[start + Number(group)] as string | undefined) ?? '',
        )
      at += count + 1
    }
    return plain
  }
  const regex = new RegExp(`(?<![\\w@])(?:${others.map((part) => `(${part})`).join('|')})(?= |$)`, 'g')
  return { regex, inPlace }
})

/** They neither ask nor say anything. What changes a question, such as "only", "before" or "not", is not here. */
export const weightless = new Set(
  `itself themselves himself herself moment business stuff somehow whatsoever yes yeah kindly particular particularly
  especially generally normally typically mainly mostly primarily respectively notably famously interestingly surprisingly
  completely weirdly strangely funnily strictly speaking quite rather fairly such seriously ofc deffo innit bc cuz yknow hmm err umm
  erm alright sir madam thing things official edition legally very y n etc etcetera legit given up-to-date`.split(
    /\s+/,
  ),
)

/** Endings that the answer makes good, or that ask for nothing more. */
const endings: readonly RegExp[] = [
  /(?<=^what is @\d) mean$/,
  / (?:last|second|third) time$/,
  /(?<=\bspend .*) (?:(?:per|a|each|every) year|yearly|annually|per annum)$/,
  /(?<=^(?:who|which|what|where)\b.* (?:hosts?|runs?|leads?|organi[sz]es?|held|based)\b.*) (?:every|each)(?: single)? (?:time|year)$/,
  / (?:as|too|also|far)$/,
  /(?<=^(?:has|have|had|was|were) .*) before$/,
  / if (?:it|they|he|she|we) (?:really |ever )*(?:wants?|wanted|wished|likes?|liked|chooses?|chose|decides?|decided|tries|tried)(?: to(?: [a-z]+)*)?$/,
  /(?<=^(?:how many|who|which|what|list|name)\b(?!.*\b(?:join|enter|becom|becam|add|admit|left|leav|quit|exit|withdr)).*) (?:after|since|post|following) (?:brexit|(?:they|it) (?:expanded|grew|enlarged))$/,
  /(?<= to join @\d) next$/,
  /(?<=^(?:did|was|were|is|had) .*@\d) back$/,
  /(?<=^(?:how long|how many years|since when) .*) before (?:leaving|withdrawing|quitting|exiting|it (?:left|quit|withdrew|exited))$/,
  / (?:far )?and which(?: ones?)?(?: (?:are|were) (?:they|those|these))?$/,
  /(?<=^(?:who|which|what|list|how many)\b.* (?:is|are|does|have|has)\b.*) after (?:(?:its|their|latest|last|recent|big|new) )*(?:expansion|enlargement)$/,
  /(?<=\b(?:treaty|pact|alliance|agreement) with @\d) in (?:force|effect)$/,
  /(?<=\binto (?:force|effect))(?: (?:not|when|day|date|year|just|it|they|was|were))* (?:signed|signing|signature)$/,
  /(?<=^when .*) (?:as )?(?:its )?(?:member )?(?:number|no|nr) \d+$/,
  /(?<=\b(?:leave|left|quit) .*) (?:once or twice|twice or once)$/,
  / (?:for good|for ever|forever|for real|completely|entirely|ever)(?: or (?:just|only|merely|temporarily)(?: [a-z]+)?)?$/,
  / in (?:plain|simple|easy|other|normal|layman s?) (?:words|english|terms|language)$/,
  / in (?:one|two|\d|few) (?:sentences?|words?|lines?)$/,
  // Who stayed to the end is what "was it in it until the end" asks.
  /(?<=^(?:who|which|what|list|name|how)\b.*) (?:till|until|to|up to|right up to) (?:very |bitter )?end$/,
  /(?<= (?:have|has|are)) left$/,
  /(?<=\b(?:left|leave|quit|exited) .*) before (?:it |they |@\d )?(?:was |were )?(?:dissolved|ended|disbanded|over|collapsed|fell apart|broke up|dissolution|collapse|its (?:end|collapse|dissolution)|end)$/,
  /(?<=\bleave .*) after (?:giving |it gives )?notice$/,
  / for (?:me|us)$/,
  /(?<=\b(?:leave|left|out of) .*) early$/,
  /(?<=\bsuspended (?:from|in|by) @\d) (?:over|because of|due to)(?: (?:its|their|nuclear|ships?|warships?|weapons?|visits?|ban|policy|row|dispute|thing|issue))+$/,
  /(?<!\b(?:is|are|was)) (?:just |exactly |more or less )?(?:like|such as|similar to) @\d(?:(?: (?:and|or))? @\d)*(?: (?:does|do|has|is|did|was|had))?$/,
  /(?<=^(?:is|was) @\d (?:(?:formal|actual|full|treaty|u s) )*ally (?:(?:of|to|with) @\d)?) ?or (?:(?:just|only|merely|simply|rather) )*@\d$/,
  / (?:way )?back (?:in (?:day|time)|then)$/,
  /(?<=^(?:is|are|was|does|has) .*) (?:although|though|even though|if|even if|when|despite|while|given) (?:(?:it|they|he|she) )?(?:(?:is|are|being|was|staying|its|their) )*(?:officially |militarily |formally )?(?:neutral|neutrality)$/,
  / in (?:any |some |whatever )?way$/,
  / or (?:neither|both|none)(?: of (?:them|those))?$/,
  /(?<!\b(?:been|was|were|is|are)\b.*) (?:ever )?since (?:it |they |@\d )?(?:was |were |has |have )?(?:been )?(?:set up|founded|started|began|begun|existed|existing|formed|created|its founding|its creation|beginning|day one|start)$/,
  / (?:in its (?:whole |entire )*(?:history|existence|lifetime|time)|over years|over time|throughout (?:its )?history|in history)$/,
  / (?:\d+|\w+teen|one|two|three|four|five|six|seven|eight|nine|ten|twelve) or (?:\d+|\w+teen|one|two|three|four|five|six|seven|eight|nine|ten|twelve)$/,
  / (?:yes or no|yes no|true or false|if (?:so|yes|any|at all|possible|you know)|at (?:all|moment)|as of (?:now|today|late)|up to now|till now|until now|to date|to this day|all along|in (?:real life|practice|fact|reality|world|short))$/,
  / by (?:law|constitution|treaty|policy)(?: or (?:just |only |merely |simply )*(?:by )?(?:law|constitution|treaty|policy|choice|tradition|custom))?$/,
  / (?:that|which) (?:exists?|there (?:is|are)|we have)$/,
]

/** The words of a question in other words that mean the same; undefined if there are none. */
export function inPlainWords(words: readonly string[]): string[] | undefined {
  const asked = words.join(' ')
  const ended = endings.reduce((text, ending) => text.replace(ending, ''), asked)
  const plain = expressions
    .reduce((text, { regex, inPlace }) => text.replace(regex, inPlace), ended)
    .split(' ')
    .filter((word) => word !== '' && !weightless.has(word))
  // "Isn't Japan an ally": the answer says what is so.
  const isTag = /^(?:is|are|was|were|does|do|did|has|have|had)$/.test(plain[0] ?? '')
  const not = isTag ? plain.indexOf('not') : -1
  if (not > 0 && not < 4) plain.splice(not, 1)
  return plain.join(' ') === asked ? undefined : plain
}
