// What a press of a button or a choice in a menu leads to, and before whom.
import {
  UserError,
  type InteractionHandler,
  type CommandContext,
  type ComponentPress,
  type Reply,
} from '../core/command.ts'

/**
 * What a press of something leads to. A card before everyone changes for its asker alone, and only to another page of
 * itself; all else is given to the presser alone.
 */
export async function handleComponentPress(
  { name, onComponent, render }: InteractionHandler,
  pressed: ComponentPress,
  context: CommandContext,
): Promise<Reply> {
  let reply: Reply
  if (onComponent) reply = await onComponent(pressed, context)
  else if (render) reply = { type: 'update', card: render([...pressed.args, ...pressed.values], context) }
  else throw new UserError('This button is no longer in use.', `Type /${name} to ask again.`)
  // All others that hold a card change the message.
  if (reply.type === 'reply' || !('card' in reply)) return reply
  // A menu leads to another card, and what others have read and answered must not turn into that.
  if (pressed.isEphemeral || (pressed.isRequester && pressed.values.length === 0)) return reply
  return { type: 'reply', card: reply.card, ephemeral: true }
}
