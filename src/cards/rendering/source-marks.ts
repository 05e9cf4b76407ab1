// The footnote marks of a card: which publications are listed below it, and which texts have the mark of which.
import type { Card, Source, TextWithFacts } from '../../core/card.ts'
import type { Fact } from '../../data/model/types.ts'
import { superscript } from '../shared/format.ts'

export interface SourceMarks {
  /** The marks of facts, each after a space that does not break; none if the card has one publication. */
  marksFor: (facts: readonly Fact[]) => string
  /** The publications of which a mark is shown, with it, in the order of their first mark. */
  listed: readonly { mark: string; source: Source }[]
  /** How many are not listed. */
  unlisted: number
}

/** The others are behind Sources. */
const maxListed = 3

export function sourceMarks({ verdict, sections = [], sources = [] }: Card): SourceMarks {
  const [only] = sources
  if (only && sources.length === 1)
    return { marksFor: () => '', listed: [{ mark: '', source: only }], unlisted: 0 }
  const lines = sections.flatMap((section) => section.lines)
  // A line with a citation has no marks.
  const texts: TextWithFacts[] = [...(verdict ? [verdict] : []), ...lines.filter(({ citation }) => !citation)]
  const cited = texts.map(({ facts = [] }) => sourcesIn(facts, sources))
  const chosen = chooseSources(cited)
  const shown = [...new Set(cited.flat())].filter((source) => chosen.has(source))
  const listed = shown.map((source, index) => ({ mark: superscript(index + 1), source }))
  return {
    marksFor: (facts) =>
      listed
        .filter(({ source }) => facts.some(({ article }) => article === source.article))
        .map(({ mark }) => `\u00a0${mark}`)
        .join(''),
    listed,
    unlisted: sources.length - listed.length,
  }
}

function sourcesIn(facts: readonly Fact[], sources: readonly Source[]): Source[] {
  return sources.filter(({ article }) => facts.some((fact) => fact.article === article))
}

/** One for each text first, so that few texts are without a mark. */
function chooseSources(cited: readonly (readonly Source[])[]): ReadonlySet<Source> {
  const chosen = new Set<Source>()
  const add = (source: Source | undefined) => {
    if (source && chosen.size < maxListed) chosen.add(source)
  }
  for (const own of cited) {
    if (!own.some((source) => chosen.has(source))) add(own[0])
  }
  for (const source of cited.flat()) add(source)
  return chosen
}
