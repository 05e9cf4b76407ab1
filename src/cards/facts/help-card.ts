// The help card: examples to try with a button, and the commands with what each does.
import { ApplicationCommandType, type RESTPostAPIApplicationCommandsJSONBody } from 'discord.js'
import { buttonRow, type Button, type Card, type Section } from '../../core/card.ts'
import { neutralColor } from '../shared/colors.ts'
import { pluralize, uncapitalize } from '../shared/format.ts'

type Definition = RESTPostAPIApplicationCommandsJSONBody

/** A question as the label of a button, and the card that it opens. */
export interface Example {
  label: string
  viewState: Button['opens']
}

/** Commands in no group come last. */
const groups: Record<string, readonly string[]> = {
  Ask: ['ask', 'check'],
  'Look up': ['alliance', 'exercise', 'country', 'about'],
  Compare: ['compare', 'timeline', 'disputes'],
  Read: ['search', 'source', 'glossary', 'fact', 'quiz'],
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
      text: `Ask about U.S. military alliances, partnerships and exercises; the answers come from ${pluralize(articleCount, 'publication')}.`,
    },
    sections: commandSections(definitions),
    notes: [
      'Options: as_of gives the answer of an earlier day · private shows it to you alone · for notifies the member you name',
      '“Not stated” is not “no”: it only means that no source here says it',
    ],
    controls: buttonRow(...examples.map(({ label, viewState }) => ({ label, opens: viewState }))),
  }
}

/** One line per command, with what it does. */
function commandSections(definitions: readonly Definition[]): Section[] {
  const commands = definitions.filter(
    (definition) => !isMenuCommand(definition) && definition.name !== 'help',
  )
  const grouped = new Set(Object.values(groups).flat())
  const sectionOf = (heading: string, own: readonly Definition[]): Section => ({
    heading,
    lines: own.map((definition) => ({
      text: `${isMenuCommand(definition) ? `**${definition.name}**` : `\`/${definition.name}\``} ${describe(definition)}`,
    })),
  })
  return [
    ...Object.entries(groups).map(([heading, names]) =>
      sectionOf(
        heading,
        names.flatMap((name) => commands.find((command) => command.name === name) ?? []),
      ),
    ),
    sectionOf(
      'Also',
      commands.filter(({ name }) => !grouped.has(name)),
    ),
    sectionOf('In the menu of a message, under Apps', definitions.filter(isMenuCommand)),
  ].filter(({ lines }) => lines.length > 0)
}

const menuDescriptions: Record<string, string> = {
  'Find facts': 'what is known of the names in it',
  'Check claims': 'what the sources say of what it states',
  'Show sources': 'where its card is from',
}

/** "what an alliance is"; commands in menus have no description of their own. */
function describe(definition: Definition): string {
  const text = 'description' in definition ? definition.description : menuDescriptions[definition.name]
  return text === undefined ? '' : uncapitalize(text)
}

function isMenuCommand({ type }: Definition): boolean {
  return type === ApplicationCommandType.Message
}
