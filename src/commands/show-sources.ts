// "Show sources" in a message's Apps menu: the facts behind one of Entente's cards.
import { cardSourcesCard } from '../cards/facts/card-sources-card.ts'
import { defineMessageMenuCommand } from '../core/command.ts'
import { UserError } from '../core/user-error.ts'
import { parseCustomId } from '../core/custom-id.ts'

export default defineMessageMenuCommand({
  name: 'show-sources',
  label: 'Show sources',

  async onMessageMenu({ isOwn, customIds }, context) {
    if (!isOwn) {
      throw new UserError(
        "That message isn't mine, so I have no sources for it.",
        'To see what I know about what it mentions, choose Find facts in its Apps menu.',
      )
    }
    const sourcesButton = customIds.map(parseCustomId).find((parsed) => parsed?.handler === 'sources')
    if (!sourcesButton) {
      throw new UserError('That message contains no facts.', 'Choose Show sources on a fact card.')
    }
    const [, ...view] = sourcesButton.args
    const card = cardSourcesCard(await context.renderView(view), { ...context, page: 0 })
    return { type: 'reply', card, ephemeral: true }
  },
})
