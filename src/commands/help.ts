// /help: what you can ask, generated from the commands, visible only to the requester.
import { helpCard, type Example } from '../cards/facts/help-card.ts'
import type { Card } from '../core/card.ts'
import { defineCommand } from '../core/command.ts'
import type { CommandContext } from '../core/context.ts'
import { ephemeralOption } from '../core/options.ts'

/** What to try first, and the entities that must exist for it to be suggested. */
const examples: (Example & { requiredEntities: string[] })[] = [
  {
    label: 'Is Sweden in NATO?',
    viewState: ['ask', 'is-in', '', '', 'sweden', 'nato'],
    requiredEntities: ['sweden', 'nato'],
  },
  { label: 'NATO', viewState: ['entity', '', 'nato'], requiredEntities: ['nato'] },
  {
    label: 'NATO and AUKUS',
    viewState: ['compare', 0, '', 'nato', 'aukus'],
    requiredEntities: ['nato', 'aukus'],
  },
  {
    label: 'What is an alliance?',
    viewState: ['glossary', 0, 'term', 'alliance'],
    requiredEntities: ['alliance'],
  },
]

async function help({ listCommands, facts, channel }: CommandContext): Promise<Card> {
  const definitions = (await listCommands())
    .filter(({ operatorsOnly }) => !operatorsOnly)
    .map(({ definition }) => definition)
    .filter(({ default_member_permissions: required }) => !required || channel.memberHas(BigInt(required)))
  return helpCard(
    definitions,
    examples.filter(({ requiredEntities }) => requiredEntities.every((id) => facts.getEntity(id))),
    facts.articles().length,
  )
}

export default defineCommand({
  name: 'help',
  description: 'What you can ask, with examples to try',
  options: { private: ephemeralOption(true) },
  run: async ({ private: isPrivate }, context) => ({
    type: 'reply',
    card: await help(context),
    ephemeral: isPrivate,
  }),
  render: (_parts, context) => help(context),
})
