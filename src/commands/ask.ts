// /ask: a question in one's own words, answered with a sentence, its facts and their sources.
import { defineCommand } from '../core/command.ts'
import { ephemeralOption, mentionOption, stringOption } from '../core/options.ts'
import { UserError } from '../core/user-error.ts'
import { once } from '../data/model/memoize.ts'

/** What Discord shows of a choice is no longer. */
const maxQuestionLength = 150

const loadReplies = once(() => import('../questions/replies.ts'))

export default defineCommand({
  name: 'ask',
  description: 'Ask in your own words: who is in an alliance, since when, who must defend whom',
  options: {
    question: stringOption('Your question, such as Is Sweden in NATO?', {
      maxLength: maxQuestionLength,
      autocomplete: async (text, context) => (await loadReplies()).completeQuestion(text, context),
    }),
    private: ephemeralOption(),
    for: mentionOption(),
  },

  async run({ question, private: isPrivate }, context) {
    const { replyTo } = await loadReplies()
    const { card, isAnswer } = await replyTo(question, context)
    return { type: 'reply', card, ephemeral: isPrivate || !isAnswer }
  },

  /** A question as understood, or one in words that was chosen from a menu. */
  async render([form = '', ...parts], context) {
    const { replyTo, renderUnderstood } = await loadReplies()
    if (form === 'text') return (await replyTo(parts.join(':'), context)).card
    if (form === 'stored') {
      const text = await context.longQueries.read(parts[0] ?? '')
      if (text === undefined)
        throw new UserError('The words of that question are no longer stored.', 'Type /ask to ask again.')
      return (await replyTo(text, context)).card
    }
    return renderUnderstood([form, ...parts], context)
  },
})
