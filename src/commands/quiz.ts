// /quiz: rounds of five questions made from the facts, for one person or for everyone in a channel.
import { defineCommand } from '../core/command.ts'
import { choiceOption, ephemeralOption } from '../core/options.ts'
import { once } from '../data/model/memoize.ts'

const loadReplies = once(() => import('../quiz/replies.ts'))

export default defineCommand({
  name: 'quiz',
  description: 'Five questions made from the facts, for you alone or for everyone here',
  options: {
    difficulty: choiceOption('How hard the questions are', [
      { name: 'easy', value: 'easy' },
      { name: 'medium', value: 'medium' },
      { name: 'hard', value: 'hard' },
    ]),
    show: choiceOption('Show the scores of this server instead of a round', [
      { name: 'scores by week', value: 'scores' },
    ]),
    private: ephemeralOption(),
  },

  async run({ difficulty, show, private: isPrivate }, context) {
    const { begin, renderBoard } = await loadReplies()
    if (show !== 'scores') return begin(difficulty, isPrivate, context)
    const notes = difficulty === '' ? [] : ['Scores are of rounds of every difficulty']
    return { type: 'reply', card: { ...(await renderBoard('', context)), notes }, ephemeral: isPrivate }
  },

  render: async (parts, context) => (await loadReplies()).renderAnswer(parts, context),

  onComponent: async (press, context) => (await loadReplies()).onPress(press, context),
})
