// Commands of subcommands that only operators may use, as "/admin reseed".
import { SlashCommandBuilder } from '@discordjs/builders'
import { ApplicationIntegrationType, InteractionContextType } from 'discord.js'
import { UserError, type Command, type Context, type Press, type Reply } from './command.ts'
import { addOption, withDefaults, type Options, type ValuesOf } from './options.ts'

interface Subcommand<Given extends Options> {
  description: string
  options: Given
  run: (options: ValuesOf<Given>, context: Context) => Reply | Promise<Reply>
}

interface Description {
  name: string
  description: string
  subcommands: Record<string, Subcommand<Options>>
  press: (press: Press, context: Context) => Reply | Promise<Reply>
  submit: NonNullable<Command['submit']>
}

/** Takes the types of a subcommand's options along to its own `run`. */
export function defineSubcommand<const Given extends Options>(
  subcommand: Subcommand<Given>,
): Subcommand<Options> {
  return { ...subcommand, run: (values, context) => subcommand.run(values as ValuesOf<Given>, context) }
}

/** Makes a command of subcommands that only operators may use; Discord shows it to administrators of servers alone. */
export function defineOperatorCommand({
  name,
  description,
  subcommands,
  press,
  submit,
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
    defers: true,
    operatorsOnly: true,
    run(values, context, subcommand = '') {
      const found = Object.hasOwn(subcommands, subcommand) ? subcommands[subcommand] : undefined
      if (!found) throw new UserError('I no longer know this command.', `Type /${name} to see what there is.`)
      return found.run(withDefaults(found.options, values, context), context)
    },
    complete: (option, typed, context, given) =>
      Object.values(subcommands)
        .flatMap(({ options }) => (Object.hasOwn(options, option) ? (options[option] ?? []) : []))
        .flatMap(({ complete }) => complete?.(typed, context, given) ?? []),
    press,
    submit,
  }
}
