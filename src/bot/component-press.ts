// Calls the handler of a button or select menu, and decides who sees the reply.
import type { CommandContext } from '../core/context.ts'
import type { ComponentPress, HandlerBase } from '../core/interaction-handler.ts'
import type { Reply } from '../core/reply.ts'
import { UserError } from '../core/user-error.ts'

/**
 * Calls the handler of a component. A public card changes only for its requester, and only to another page of itself,
 * unless the reply says that anyone may change it; any other reply is ephemeral.
 */
export async function handleComponentPress<Context extends CommandContext>(
  { name, onComponent, render }: HandlerBase<Context>,
  press: ComponentPress,
  context: Context,
): Promise<Reply> {
  let reply: Reply
  if (onComponent) reply = await onComponent(press, context)
  else if (render) reply = { type: 'update', card: await render([...press.args, ...press.values], context) }
  else throw new UserError('This button is no longer in use.', `Type /${name} to ask again.`)
  // All other replies with a card change the message.
  if (reply.type === 'reply' || !('card' in reply)) return reply
  if (reply.type === 'update' && reply.byAnyone) return reply
  // A menu opens a different card, which must not replace the one that others have read and answered.
  if (press.isEphemeral || (press.isRequester && press.values.length === 0)) return reply
  return { type: 'reply', card: reply.card, ephemeral: true }
}
