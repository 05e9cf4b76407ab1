// /help: what there is to ask, made from the commands themselves, for the asker alone.
import { helpCard, type Try } from '../cards/facts/help-card.ts'
import type { Card } from '../core/card.ts'
import { defineCommand, type Context } from '../core/command.ts'
import { privately } from '../core/options.ts'

/** What to try first, and the entities without which it is not offered. */
const tries: (Try & { needs: string[] })[] = [
  { typed: '/alliance name:NATO', view: ['open', '', 'nato'], needs: ['nato'] },
  {
    typed: '/compare first:NATO second:AUKUS',
    view: ['compare', 0, '', 'nato', 'aukus'],
    needs: ['nato', 'aukus'],
  },
  { typed: '/glossary term:alliance', view: ['glossary', 0, '', 'alliance'], needs: ['alliance'] },
]

function help({ commands, facts, place }: Context): Card {
  const definitions = [...commands.values()]
    .filter(({ operatorsOnly }) => !operatorsOnly)
    .map(({ definition }) => definition)
    .filter(({ default_member_permissions: needed }) => !needed || place.personMay(BigInt(needed)))
  return helpCard(
    definitions,
    tries.filter(({ needs }) => needs.every((id) => facts.entity(id))),
    facts.articles.length,
  )
}

export default defineCommand({
  name: 'help',
  description: 'What you can ask here, with three things to try',
  options: { private: privately(true) },
  run: ({ private: isPrivate }, context) => ({ type: 'card', card: help(context), private: isPrivate }),
  open: (_parts, context) => help(context),
})
