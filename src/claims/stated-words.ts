// The words of statements by what they mean, so that one fact is found in several wordings.

const irregular: Record<string, string> = Object.fromEntries(
  `left leave,held hold,took take,taken take,met meet,sent send,began begin,begun begin,brought bring,gave give,given give,
  froze freeze,frozen freeze,kept keep,made make,said say,sold sell,bought buy,built build,led lead,came come,went go,
  gone go,became become,won win,lost lose,fought fight,paid pay,thought think,chose choose,grew grow,withdrew withdraw,
  withdrawn withdraw,spoke speak,countries country,parties party,allies ally,armies army,bodies body,based base,
  has have,had have,americans american,biggest largest,hq headquarters,subs submarines,us american,stationed base,
  bilateral mutual`
    .split(/,\s*/)
    .map((pair) => pair.split(' ') as [string, string]),
)

/** Words that say the same in a statement; each line by its first. */
const sameWords = `treaty pact agreement accord deal
  army military force forces troops soldiers
  attack aggression assault strike invade
  help assist aid assistance support
  rule mechanism provision procedure way clause
  expel expelling kick kicking throw eject remove
  leave quit exit withdraw
  join enter accede
  largest huge
  sea naval maritime
  yearly annual annually
  found create establish form launch start begin
  end dissolve expire terminate lapse stop
  headquarters seat secretariat
  invoke trigger activate
  obligation duty requirement oblige obligate bind require must
  promise commitment guarantee pledge
  country nation state government
  party member ally participant
  cover apply include protect
  weapon arm arms
  acquire buy purchase get
  necessary need
  consult talk discuss
  unanimous consensus
  give provide supply send
  right entitle
  nuclear-powered nuclear
  host hold stage
  anyone anybody one somebody someone
  world planet globe earth international
  want aspire wish seek hope
  capability tech technology
  take make reach
  lead run direct
  name call`

export function stemOf(word: string): string {
  const base = irregular[word] ?? word
  return base
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?<=[a-z]{3})(?:ing|ed|es|s)$/, '')
    .replace(/(?<=[a-z]{3})e$/, '')
}

const canonical = new Map(
  sameWords.split('\n').flatMap((line) => {
    const [first = '', ...others] = line.trim().split(' ')
    return [first, ...others].map((word) => [stemOf(word), stemOf(first)] as const)
  }),
)

export function meaningOf(word: string): string {
  const stem = stemOf(word)
  return canonical.get(stem) ?? stem
}

const functionWords = new Set(
  `is are was were be been being am has have had does do did of in on at to with from and or by for as that which who it its
  their they them this these those there into than about under per within inside against , ; : any each other more can`.split(
    /\s+/,
  ),
)
export const negations = new Set([
  'not',
  'no',
  'never',
  'none',
  'nobody',
  'neither',
  'nor',
  'without',
  'nolonger',
  'nothing',
])

/** What a statement says with one of these it does not say without it. */
export const hedges = new Set(
  `refuse reject deny decline fail cancel suspend freeze plan propose intend consider want wish hope ask request invite apply
  aspire seek expect would could may might should will if unless until except before after say said told argue believe
  describe regard treat former formerly almost nearly offer threaten possible likely draft once when whether either or but
  only first last most least half part some several few many aim meant call credit part-time chose outside ready`
    .split(/\s+/)
    .map(meaningOf),
)

/** Words that say something, other than names, numbers and denials. */
export function isContent(word: string): boolean {
  return !functionWords.has(word) && !negations.has(word) && !/^[@\d]|^$/.test(word)
}

/** Whether a word is a verb of the past, or may be one. */
export function isPastWord(word: string): boolean {
  return pastVerbs.has(word) || (/[a-z]{2}ed$/.test(word) && !notPast.has(word))
}

/** Adjectives and others that end as most verbs of the past do. */
const notPast = new Set('armed united advanced limited combined need indeed'.split(' '))

const pastVerbs = new Set(
  'was were had did left took met sent began brought gave froze kept made said sold bought built led came went became won lost fought paid chose grew withdrew spoke joined'.split(
    ' ',
  ),
)

/** "India and Japan". */
export function isPaired(words: readonly string[], one: number, other: number): boolean {
  return Math.abs(one - other) === 2 && words[(one + other) / 2] === 'and'
}
