// Whom a message pings.
import { textDisplays } from './message-text.ts'
import type { Message, MessageWrite } from './messages.ts'

/**
 * The mentions in content and text displays that are allowed to ping; embeds do not. A write without
 * `allowed_mentions` allows all, also an edit of a message that was sent with fewer.
 * https://discord.com/developers/docs/resources/message#allowed-mentions-object
 */
export function mentionsOf(
  { content, components }: Pick<Message, 'content' | 'components'>,
  { payload, users }: MessageWrite,
): Pick<Message, 'mentions' | 'mention_roles' | 'mention_everyone'> {
  const text = [content, ...textDisplays(components)].filter((part) => part.includes('@')).join('\n')
  if (text === '') return { mentions: [], mention_roles: [], mention_everyone: false }
  const allowed = payload.allowed_mentions
  const isAllowed = (kind: 'users' | 'roles', id: string) =>
    allowed == null || allowed.parse?.includes(kind) === true || allowed[kind]?.includes(id) === true
  const idsIn = (pattern: RegExp) => [...new Set(text.matchAll(pattern).map(([, id]) => id ?? ''))]
  return {
    mentions: idsIn(/<@!?(\d+)>/g).flatMap((id) => (isAllowed('users', id) ? (users.get(id) ?? []) : [])),
    mention_roles: idsIn(/<@&(\d+)>/g).filter((id) => isAllowed('roles', id)),
    mention_everyone:
      /@everyone|@here/.test(text) && (allowed == null || allowed.parse?.includes('everyone') === true),
  }
}
