// Commands of subcommands that only operators may use, such as "/admin reseed".
import { SlashCommandBuilder } from 'discord.js'
import {
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommandOptionChoice,
} from 'discord.js'
import type { CommandBase } from './command.ts'
import type { CommandContext } from './context.ts'
import type { HandlerBase } from './interaction-handler.ts'
import { addOption, resolveOptions, type Options, type RawOptions, type ResolvedOptions } from './options.ts'
import type { Reply } from './reply.ts'
import { UserError } from './user-error.ts'

export interface OperatorCommand<Context extends CommandContext> extends CommandBase<Context> {
  operatorsOnly: true
}

interface Subcommand<O extends Options, Context extends CommandContext> {
  description: string
  options: O
  run: (options: ResolvedOptions<O>, context: Context) => Reply | Promise<Reply>
  /** The choices for an option of the subcommand. */
  autocomplete?: (
    option: string,
    query: string,
    context: Context,
    otherOptions: RawOptions,
  ) => Promise<APIApplicationCommandOptionChoice<string>[]>
}

interface OperatorCommandDefinition<Context extends CommandContext> {
  name: string
  description: string
  subcommands: Record<string, Subcommand<Options, Context>>
  onComponent: NonNullable<HandlerBase<Context>['onComponent']>
  onModalSubmit: NonNullable<HandlerBase<Context>['onModalSubmit']>
}

/** Types the `run` of a subcommand by its options. */
export function defineSubcommand<const O extends Options, Context extends CommandContext>(
  subcommand: Subcommand<O, Context>,
): Subcommand<Options, Context> {
  return {
    ...subcommand,
    run: (values, context) => subcommand.run(values as ResolvedOptions<O>, context),
  }
}

/** Defines a command of subcommands; Discord shows it only to administrators of guilds. */
export function defineOperatorCommand<Context extends CommandContext>({
  name,
  description,
  subcommands,
  onComponent,
  onModalSubmit,
}: OperatorCommandDefinition<Context>): OperatorCommand<Context> {
  const builder = new SlashCommandBuilder()
    .setName(name)
    .setDescription(description)
    .setDefaultMemberPermissions(0)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
  for (const [subcommand, { description: subcommandDescription, options }] of Object.entries(subcommands)) {
    builder.addSubcommand((made) => {
      made.setName(subcommand).setDescription(subcommandDescription)
      for (const [optionName, option] of Object.entries(options)) addOption(made, optionName, option)
      return made
    })
  }
  return {
    name,
    definition: builder.toJSON(),
    defer: 'at once',
    operatorsOnly: true,
    run(values, context, subcommandName = '') {
      const subcommand = Object.hasOwn(subcommands, subcommandName) ? subcommands[subcommandName] : undefined
      if (!subcommand) {
        throw new UserError('That command no longer exists.', `Type /${name} to see what there is.`)
      }
      return subcommand.run(resolveOptions(subcommand.options, values, context.channel), context)
    },
    async autocomplete(option, query, context, otherOptions) {
      const subcommand = Object.values(subcommands).find(({ options }) => Object.hasOwn(options, option))
      return (await subcommand?.autocomplete?.(option, query, context, otherOptions)) ?? []
    },
    onComponent,
    onModalSubmit,
  }
}
