// Interaction → the command or handler for it, and how that is called.
import { MessageFlags, type RepliableInteraction } from 'discord.js'
import type { Command, CommandBase } from '../core/command.ts'
import type { CommandContext } from '../core/context.ts'
import { parseCustomId } from '../core/custom-id.ts'
import type { HandlerBase, InteractionHandler, OperatorHandler } from '../core/interaction-handler.ts'
import type { OperatorCommand } from '../core/operator-command.ts'
import type { Reply } from '../core/reply.ts'
import { UserError } from '../core/user-error.ts'
import type { PostedCardCache } from '../db/posted-card-cache.ts'
import { handleComponentPress } from './component-press.ts'
import { readModalFields, readOptions, readTargetMessage } from './interaction-input.ts'
import type { ModuleFolder } from './module-loader.ts'
import type { OperatorContext } from './operator-context.ts'
import { requesterOf } from './responder.ts'

export type LoadedCommand = Command | OperatorCommand<OperatorContext>
export type LoadedHandler = InteractionHandler | OperatorHandler<OperatorContext> | LoadedCommand

/** Every command and interaction handler, by name. */
export interface HandlerModules {
  commands: ModuleFolder<LoadedCommand>
  handlers: ModuleFolder<LoadedHandler>
}

export interface InteractionRoute {
  /** For the log: the name of the command or handler, or "unknown". */
  name: string
  handler: LoadedHandler | undefined
  call: <Context extends CommandContext>(
    handler: HandlerBase<Context> & Partial<CommandBase<Context>>,
    context: Context,
  ) => Reply | Promise<Reply>
}

/** The handler that a custom id or a view names. */
export async function findHandler(
  { commands, handlers }: HandlerModules,
  name = '',
): Promise<LoadedHandler | undefined> {
  return (await handlers.get(name)) ?? commands.get(name)
}

export async function routeOf(
  interaction: RepliableInteraction,
  modules: HandlerModules,
  postedCards: Pick<PostedCardCache, 'userOf'>,
): Promise<InteractionRoute> {
  const { commands } = modules
  if (interaction.isChatInputCommand()) {
    const command = await commands.get(interaction.commandName)
    const subcommand = interaction.options.getSubcommand(false) ?? undefined
    return {
      name: command?.name ?? 'unknown',
      handler: command,
      call: ({ run }, context) => requireHandler(run)(readOptions(interaction), context, subcommand),
    }
  }
  if (interaction.isMessageContextMenuCommand()) {
    const command = [...(await commands.all()).values()].find(
      ({ definition, onMessageMenu }) => onMessageMenu && definition.name === interaction.commandName,
    )
    return {
      name: command?.name ?? 'unknown',
      handler: command,
      call: ({ onMessageMenu }, context) =>
        requireHandler(onMessageMenu)(readTargetMessage(interaction), context),
    }
  }
  if (interaction.isButton() || interaction.isStringSelectMenu()) {
    const { handler: target, args = [] } = parseCustomId(interaction.customId) ?? {}
    const handler = await findHandler(modules, target)
    const { message, user } = interaction
    const press = async () => {
      const requester = await requesterOf(message, postedCards)
      return {
        args,
        values: interaction.isStringSelectMenu() ? interaction.values : [],
        messageId: message.id,
        isRequester: requester === user.id,
        isUnrequested: requester === undefined,
        isEphemeral: message.flags.has(MessageFlags.Ephemeral),
      }
    }
    return {
      name: handler?.name ?? 'unknown',
      handler,
      call: async (handler, context) => handleComponentPress(handler, await press(), context),
    }
  }
  if (interaction.isModalSubmit()) {
    const { handler: target, args = [] } = parseCustomId(interaction.customId) ?? {}
    const handler = await findHandler(modules, target)
    return {
      name: handler?.name ?? 'unknown',
      handler,
      call: ({ onModalSubmit }, context) =>
        requireHandler(onModalSubmit)({ args, fields: readModalFields(interaction) }, context),
    }
  }
  return { name: 'unknown', handler: undefined, call: () => requireHandler<Reply>(undefined) }
}

/** @throws UserError for a command, button or modal that no longer exists, or never did */
export function requireHandler<Handler>(handler: Handler | undefined): Handler {
  if (handler === undefined) {
    throw new UserError('That command or button no longer exists.', 'Type / to see what I can answer.')
  }
  return handler
}
