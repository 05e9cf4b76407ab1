// Whom a message pings: the mentions in its content and its text displays, as far as they are allowed; embeds ping nobody.
import type { Message, MessageWrite } from './messages.ts'
import { walk, type Component } from './validation/components.ts'

/** https://discord.com/developers/docs/resources/message#allowed-mentions-object */
export function mentionsIn(
  content: string,
  components: readonly Component[],
  { payload, users }: Pick<MessageWrite, 'payload' | 'users'>,
): Pick<Message, 'mentions' | 'mention_roles' | 'mention_everyone'> {
  const text = [content, ...textDisplaysIn(components)].join('\n')
  const allowed = payload.allowed_mentions
  const isAllowed = (kind: 'users' | 'roles', id: string) =>
    allowed == null || allowed.parse?.includes(kind) === true || allowed[kind]?.includes(id) === true
  const idsIn = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, id]) => id ?? ''))]
  return {
    mentions: idsIn(/<@!?(\d+)>/g).flatMap((id) => (isAllowed('users', id) ? (users.get(id) ?? []) : [])),
    mention_roles: idsIn(/<@&(\d+)>/g).filter((id) => isAllowed('roles', id)),
    mention_everyone:
      /@everyone|@here/.test(text) && (allowed == null || allowed.parse?.includes('everyone') === true),
  }
}

function textDisplaysIn(components: readonly Component[]): string[] {
  return [...walk(components)].flatMap(({ component }) => (component.type === 10 ? [component.content] : []))
}
