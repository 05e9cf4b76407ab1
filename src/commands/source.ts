// /source: the articles, their age and how certain their dates are; or everything one of them says, by section.
import type { Card } from '../core/card.ts'
import { articleCard } from '../cards/facts/article-card.ts'
import { articleMenu, articlesCard } from '../cards/facts/articles-card.ts'
import { articleTitle } from '../cards/shared/sources.ts'
import { limits, truncate } from '../cards/shared/discord-limits.ts'
import { formatAsOf, quoteUserInput } from '../cards/shared/format.ts'
import { defineCommand } from '../core/command.ts'
import type { CommandContext } from '../core/context.ts'
import { UserError } from '../core/user-error.ts'
import { SELECTED_VALUE } from '../core/custom-id.ts'
import type { Article } from '../data/model/types.ts'
import { disambiguationView } from '../lookup/entity-lookup.ts'
import { mentionOption, optionalStringOption, ephemeralOption } from '../core/options.ts'

function matchingArticles(query: string, { facts }: CommandContext): Article[] {
  const { matches, similar } = facts.findArticles(query)
  return matches.length > 0 ? matches : similar
}

/** Publications of the reference shelf with their dates, because several may have one title. */
function choiceName(article: Article, { formatDates }: CommandContext): string {
  if (article.shelf !== 'reference') return articleTitle(article)
  const date = ` · ${formatDates(formatAsOf(article.published))}`
  return `${truncate(article.title, limits.choiceName - date.length)}${date}`
}

function renderCard(id: string, page: number, context: CommandContext): Card {
  if (id === '') return articlesCard({ ...context, page })
  const article = context.facts.articles().find((candidate) => candidate.id === id)
  if (!article) throw new UserError('That article no longer exists.', 'Type /source to see the current ones.')
  return articleCard(article, { ...context, page })
}

export default defineCommand({
  name: 'source',
  description: 'The articles behind the facts and their dates; or everything one of them says',
  options: {
    article: optionalStringOption('A word from its title', {
      autocomplete: (query, context) =>
        matchingArticles(query, context).map((article) => ({
          name: choiceName(article, context),
          value: article.id,
        })),
    }),
    private: ephemeralOption(),
    for: mentionOption(),
  },

  run({ article: query, private: isPrivate }, context) {
    if (query.trim() === '') return { type: 'reply', card: renderCard('', 0, context), ephemeral: isPrivate }
    const { matches, similar } = context.facts.findArticles(query)
    const [first] = matches
    if (first && matches.length === 1)
      return { type: 'reply', card: renderCard(first.id, 0, context), ephemeral: isPrivate }
    const question =
      matches.length > 0
        ? `Several articles match ${quoteUserInput(query)}. Which one do you mean?`
        : `No article has ${quoteUserInput(query)} in its title. ${similar.length > 0 ? 'Did you mean one of these?' : 'All articles:'}`
    const opens = disambiguationView(['source', SELECTED_VALUE], isPrivate, context)
    const choices = [matches, similar, context.facts.articles()].find(({ length }) => length > 0) ?? []
    const controls = articleMenu(choices, context.facts, opens)
    const notes =
      choices.length > limits.selectOptions
        ? [`The first ${limits.selectOptions} of ${choices.length}; add a word of the title to find others`]
        : []
    return { type: 'reply', card: { verdict: { text: question }, notes, controls }, ephemeral: true }
  },

  render([id = '', page = '0'], context) {
    return renderCard(id, Number.parseInt(page), context)
  },
})
