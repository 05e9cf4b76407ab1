// /source: the articles that facts rest on, how old and how sure each is; or all that one of them says, by section.
import type { Card } from '../core/card.ts'
import { articleCard, articleMenu, articlesCard } from '../cards/facts/article-card.ts'
import { articleTitle } from '../cards/shared/source-footnotes.ts'
import { quoteUserInput } from '../cards/shared/format.ts'
import { defineCommand, UserError, type CommandContext } from '../core/command.ts'
import { SELECTED_VALUE } from '../core/custom-id.ts'
import type { Article } from '../data/model/types.ts'
import { disambiguationCustomId } from '../lookup/entity-lookup.ts'
import { mentionOption, optionalStringOption, ephemeralOption } from '../core/options.ts'

function namedOrSimilar(typed: string, { facts }: CommandContext): Article[] {
  const { found, similar } = facts.findArticles(typed)
  return found.length > 0 ? found : similar
}

function open(id: string, page: number, context: CommandContext): Card {
  if (id === '') return articlesCard({ ...context, page })
  const article = context.facts.articles.find((one) => one.id === id)
  if (!article) throw new UserError('That article is no longer there.', 'Type /source to see those that are.')
  return articleCard(article, { ...context, page })
}

export default defineCommand({
  name: 'source',
  description: 'The articles behind the facts, how old and how sure each is; or all that one of them says',
  options: {
    article: optionalStringOption('A word of its title', {
      complete: (typed, context) =>
        namedOrSimilar(typed, context).map((article) => ({ name: articleTitle(article), value: article.id })),
    }),
    private: ephemeralOption(),
    for: mentionOption(),
  },

  run({ article: typed, private: isPrivate }, context) {
    if (typed.trim() === '') return { type: 'reply', card: open('', 0, context), ephemeral: isPrivate }
    const { found, similar } = context.facts.findArticles(typed)
    const [first] = found
    if (first && found.length === 1)
      return { type: 'reply', card: open(first.id, 0, context), ephemeral: isPrivate }
    const question =
      found.length > 0
        ? `Several articles have ${quoteUserInput(typed)}. Which do you mean?`
        : `No article has ${quoteUserInput(typed)} in its title. ${similar.length > 0 ? 'Did you mean one of these?' : 'These are all:'}`
    const customId = disambiguationCustomId(['source', SELECTED_VALUE], isPrivate, context)
    const offered = [found, similar, context.facts.articles].find(({ length }) => length > 0) ?? []
    const components = articleMenu(offered, context.facts, customId)
    return { type: 'reply', card: { content: question, embeds: [], components }, ephemeral: true }
  },

  render([id = '', page = '0'], context) {
    return open(id, Number.parseInt(page), context)
  },
})
