// "Show sources" in the menu of a message: the facts behind a card of Entente's own.
import { factsCard } from '../cards/facts/card-sources-card.ts'
import { defineMessageMenuCommand, UserError } from '../core/command.ts'
import { parseCustomId } from '../core/custom-id.ts'

export default defineMessageMenuCommand({
  name: 'show-sources',
  label: 'Show sources',

  onMessageMenu({ isOwn, customIds }, context) {
    if (!isOwn) {
      throw new UserError(
        "That message isn't mine, so I have no sources for it.",
        'To see what I know of the things it names, choose Find facts in its menu.',
      )
    }
    const behind = customIds.map(parseCustomId).find((parsed) => parsed?.handler === 'sources')
    if (!behind) {
      throw new UserError('This message of mine states no facts.', 'Choose Show sources on a card of facts.')
    }
    const [, ...view] = behind.args
    const card = factsCard(context.renderView(view), view, context.facts, 0)
    return { type: 'reply', card, ephemeral: true }
  },
})
