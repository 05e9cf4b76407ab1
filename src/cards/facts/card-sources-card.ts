// The card of the Sources button: the facts behind a card, by article and section.
import { buttonRow, type Card, type Citation, type Heading, type Section } from '../../core/card.ts'
import type { Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { neutralColor } from '../shared/colors.ts'
import { pluralize, superscript } from '../shared/format.ts'
import { clampPage, pageButtons, pageLabel } from '../shared/pagination.ts'
import { paginateSections, statementLines } from '../shared/sections.ts'
import { bracketNote, citationOf, factsIn, isOutdatedAt } from '../shared/sources.ts'

const pageSize = { length: 1100, lines: 7 }

/** What one section of an article states, as of one date. */
interface ArticleSection extends Section {
  heading: Heading
  caption: Pick<Citation, 'sections' | 'date' | 'remarks'>
}

/** The sources of a card; a page past the last shows the last. */
export function cardSourcesCard(
  { facts: cardFacts = [], sources = [], viewState }: Card,
  { facts, now, page }: { facts: FactSnapshot; now: Date; page: number },
): Card {
  const isOutdated = isOutdatedAt(now)
  const articles = [...new Set([...sources, ...cardFacts].map(({ article }) => article))]
  const byArticle = articles.flatMap((id) => cardFacts.filter(({ article }) => article === id))
  const bySection = Map.groupBy(byArticle, ({ article, section, asOf }) =>
    JSON.stringify([article, section, asOf]),
  )
  const pages = paginateSections([...bySection.values()].map(sectionOf), pageSize)
  const number = clampPage(page, pages.length)
  const sections = pages[number] ?? []
  const shown = factsIn(undefined, sections)
  const note = bracketNote(shown.map(({ article }) => facts.getArticle(article)))
  return {
    heading: { text: 'Sources' },
    color: neutralColor,
    verdict: {
      text: `This card shows ${pluralize(cardFacts.length, 'fact')} from ${pluralize(articles.length, 'article')}, in our own words.`,
    },
    sections: sections.map((section, index) => withoutRepetition(section, sections[index - 1])),
    notes: [[...pageLabel(number, pages.length), ...note].join(' · ')].filter(Boolean),
    controls: viewState
      ? buttonRow(
          ...(pages.length > 1
            ? pageButtons(number, pages.length, (to) => ['sources', to, ...viewState])
            : []),
          { label: 'Report an error', opens: ['report-fact', ...viewState] },
        )
      : [],
    facts: shown,
  }

  function sectionOf(stated: readonly Fact[]): ArticleSection {
    const same = stated as readonly [Fact, ...Fact[]]
    const { title, url, ...caption } = citationOf(same, facts, isOutdated)
    // The marks on the card are the numbers of its sources.
    const mark = sources.findIndex(({ article }) => article === same[0].article) + 1
    const prefix = mark > 0 && sources.length > 1 ? `${superscript(mark)} ` : ''
    return {
      heading: { text: `${prefix}${title}`, isTitle: true, url },
      caption,
      isBulleted: true,
      lines: statementLines(stated),
    }
  }
}

/** Sections of one article and date have its title and date only once on a page. */
function withoutRepetition(section: ArticleSection, previous: ArticleSection | undefined): Section {
  const { heading, caption, ...rest } = section
  const isSame = heading.text === previous?.heading.text && caption.date === previous.caption.date
  return isSame ? { ...rest, caption: { sections: caption.sections } } : section
}
