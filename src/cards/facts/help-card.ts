// The help card: three examples to try with a button, and the commands by what they are for.
import { ApplicationCommandType, type RESTPostAPIApplicationCommandsJSONBody } from 'discord.js'
import { buttonRow, type Button, type Card, type Line } from '../../core/card.ts'
import { neutralColor } from '../shared/colors.ts'
import { pluralize } from '../shared/format.ts'

type Definition = RESTPostAPIApplicationCommandsJSONBody

/** A command as a user types it, and the card that it opens. */
export interface Example {
  command: string
  viewState: Button['opens']
}

/** Commands in no group come last. */
const groups: Record<string, readonly string[]> = {
  'Look up': ['alliance', 'exercise', 'country', 'about'],
  Compare: ['compare', 'timeline', 'disputes'],
  Read: ['search', 'source', 'glossary', 'fact'],
}

export function helpCard(
  definitions: readonly Definition[],
  examples: readonly Example[],
  articleCount: number,
): Card {
  return {
    heading: { text: 'What you can ask' },
    color: neutralColor,
    verdict: {
      text: `Ask about U.S. military alliances, partnerships and exercises; the answers come from ${pluralize(articleCount, 'article')}.`,
    },
    sections: [{ lines: commandLines(definitions) }],
    notes: [
      'Options: as_of looks back to a day · private is for you alone, and Share posts it · for pings one person',
      '“Not stated” is not “no”: it only means that no article says it',
    ],
    controls: buttonRow(...examples.map(({ command, viewState }) => ({ label: command, opens: viewState }))),
  }
}

/** One line per group, with the commands as they are typed. */
function commandLines(definitions: readonly Definition[]): Line[] {
  const commands = definitions.filter((definition) => !isMenuCommand(definition)).map(({ name }) => name)
  const grouped = new Set(Object.values(groups).flat())
  const menuCommands = definitions.filter(isMenuCommand).map(({ name }) => `**${name}**`)
  const inGroup = Object.entries(groups).map(([label, names]): [string, string[]] => [
    label,
    names.filter((name) => commands.includes(name)),
  ])
  const others: [string, string[]] = ['Also', commands.filter((name) => !grouped.has(name))]
  const lines = [...inGroup, others].map(([label, names]) => ({
    label,
    text: names.map((name) => `\`/${name}\``).join(' · '),
  }))
  const inMenu = { label: 'On a message', text: `${menuCommands.join(' · ')}, in its menu under Apps` }
  return [...lines.filter(({ text }) => text !== ''), ...(menuCommands.length > 0 ? [inMenu] : [])]
}

function isMenuCommand({ type }: Definition): boolean {
  return type === ApplicationCommandType.Message
}
