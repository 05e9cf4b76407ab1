// Commands of subcommands that only operators may use, as "/admin reseed".
import { SlashCommandBuilder } from '@discordjs/builders'
import { ApplicationIntegrationType, InteractionContextType } from 'discord.js'
import { UserError, type Command, type CommandContext, type ComponentPress, type Reply } from './command.ts'
import { addOption, resolveOptions, type Options, type ResolvedOptions } from './options.ts'

interface Subcommand<Given extends Options> {
  description: string
  options: Given
  run: (options: ResolvedOptions<Given>, context: CommandContext) => Reply | Promise<Reply>
}

interface Description {
  name: string
  description: string
  subcommands: Record<string, Subcommand<Options>>
  onComponent: (press: ComponentPress, context: CommandContext) => Reply | Promise<Reply>
  onModalSubmit: NonNullable<Command['onModalSubmit']>
}

/** Takes the types of a subcommand's options along to its own `run`. */
export function defineSubcommand<const Given extends Options>(
  subcommand: Subcommand<Given>,
): Subcommand<Options> {
  return {
    ...subcommand,
    run: (values, context) => subcommand.run(values as ResolvedOptions<Given>, context),
  }
}

/** Makes a command of subcommands that only operators may use; Discord shows it to administrators of servers alone. */
export function defineOperatorCommand({
  name,
  description,
  subcommands,
  onComponent,
  onModalSubmit,
}: Description): Command {
  const builder = new SlashCommandBuilder()
    .setName(name)
    .setDescription(description)
    .setDefaultMemberPermissions(0)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
  for (const [subcommand, { description: told, options }] of Object.entries(subcommands)) {
    builder.addSubcommand((made) => {
      made.setName(subcommand).setDescription(told)
      for (const [option, settings] of Object.entries(options)) addOption(made, option, settings)
      return made
    })
  }
  return {
    name,
    definition: builder.toJSON(),
    defer: true,
    operatorsOnly: true,
    run(values, context, subcommand = '') {
      const found = Object.hasOwn(subcommands, subcommand) ? subcommands[subcommand] : undefined
      if (!found) throw new UserError('I no longer know this command.', `Type /${name} to see what there is.`)
      return found.run(resolveOptions(found.options, values, context), context)
    },
    autocomplete: (option, typed, context, given) =>
      Object.values(subcommands)
        .flatMap(({ options }) => (Object.hasOwn(options, option) ? (options[option] ?? []) : []))
        .flatMap(({ complete }) => complete?.(typed, context, given) ?? []),
    onComponent,
    onModalSubmit,
  }
}
