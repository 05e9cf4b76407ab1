// A message as Discord shows it: its author, what it replies to, its text, embeds, files and components.
import { html, nothing, type TemplateResult } from 'lit'
import type { Message } from '../../messages.ts'
import type { InitialState, VisibleMessage } from '../ui-protocol.ts'
import { headingText, textDisplays } from '../../message-text.ts'
import { avatar } from './avatar.ts'
import { componentBlocks } from './components.ts'
import { embedCard } from './embed.ts'
import { markdown } from './markdown.ts'
import { messageMenu } from './message-menu.ts'
import { fileCard, ownPath, imageView } from './images.ts'
import type { PendingCommand } from './state.ts'
import { messageTime } from './time.ts'
import type { UiContext } from './ui-context.ts'

/** https://discord.com/developers/docs/resources/message#message-object-message-flags */
const flag = { loading: 1 << 7, componentsV2: 1 << 15 }

/** A message; `follows` when the previous one has the same author, so that the name is not repeated. */
export function messageItem(visible: VisibleMessage, follows: boolean, context: UiContext): TemplateResult {
  const { message } = visible
  const { initial, componentErrors } = context.state
  const { author } = message
  const error = componentErrors.get(message.id)
  const name = author.global_name ?? author.username
  const classes = ['message', visible.ephemeral ? 'ephemeral' : '', follows ? 'follows' : ''].join(' ')
  return html`<li
    class=${classes}
    id=${`message-${message.id}`}
    @contextmenu=${(event: MouseEvent) => openMenu(event, message.id, context)}
  >
    ${replyLine(message, initial)} ${follows ? nothing : avatar(name, author.bot)}
    <div class="body">
      ${
        follows
          ? html`<h2 class="hidden">${name}</h2>`
          : html`<h2 class="author">
              ${name}${author.bot ? html` <span class="tag">App</span>` : nothing}
              ${messageTime(message.timestamp)}
            </h2>`
      }
      ${isThinking(visible) ? thinking(message, initial) : content(visible, context)}
      ${error === undefined ? nothing : html`<p class="failure" role="alert">${error}</p>`}
      ${visible.ephemeral ? onlyYou(() => context.session.dismiss(message.id)) : nothing}
    </div>
    ${messageMenu(message, context)}
  </li>`
}

/** A command that waits for the bot, or that failed. */
export function pendingCommandItem(
  { id, title, failure }: PendingCommand,
  { state, session }: UiContext,
): TemplateResult {
  const { initial, user } = state
  return html`<li class="message ephemeral pending">
    ${usageLine(user.name, title)} ${avatar(initial.app.name, true)}
    <div class="body">
      <h2 class="author">${initial.app.name} <span class="tag">App</span></h2>
      ${
        failure === undefined
          ? html`<p class="waiting">Sending command<span class="dots" aria-hidden="true"></span></p>`
          : html`<p class="failure" role="alert"><span aria-hidden="true">❗</span> ${failure}</p>
              ${onlyYou(() => session.dismissPending(id))}`
      }
    </div>
  </li>`
}

function content(visible: VisibleMessage, context: UiContext): TemplateResult {
  const { message, altTexts } = visible
  const { initial } = context.state
  const isEdited = message.edited_timestamp !== null && message.content !== ''
  return html`${
    message.content === ''
      ? nothing
      : html`<div class="content">
          ${markdown(message.content, initial)}${isEdited ? html` <span class="edited">(edited)</span>` : nothing}
        </div>`
  }
  ${shownAttachments(message).map(({ filename, url, size, content_type, description }) =>
    content_type.startsWith('image/') && ownPath(url) !== undefined
      ? imageView(url, 'attachment-image', altTexts, description ?? filename)
      : fileCard(filename, url, size),
  )}
  ${message.embeds.map((embed) => embedCard(embed, initial, altTexts))}
  ${message.components.length > 0 ? componentBlocks(message.components, visible, context) : nothing}`
}

/** Components V2 show only the files that they name. */
function shownAttachments({ flags, attachments }: Message): Message['attachments'] {
  return (flags & flag.componentsV2) === 0 ? attachments : []
}

/** Whether the bot has deferred its response. */
export function isThinking({ message }: VisibleMessage): boolean {
  return (message.flags & flag.loading) !== 0
}

function thinking({ timestamp }: Message, { app, interactionTokenTtlMs }: InitialState): TemplateResult {
  return Date.now() - Date.parse(timestamp) > interactionTokenTtlMs
    ? html`<p class="failure"><span aria-hidden="true">❗</span> The application did not respond</p>`
    : html`<p class="waiting"><span class="dots" aria-hidden="true"></span> ${app.name} is thinking…</p>`
}

function onlyYou(dismiss: () => void): TemplateResult {
  return html`<p class="only-you">
    <span aria-hidden="true">👁</span> Only you can see this •
    <button type="button" class="link" @click=${dismiss}>Dismiss message</button>
  </p>`
}

/** The line above a message that names the command or the message it replies to. */
function replyLine(message: Message, initial: InitialState): TemplateResult | typeof nothing {
  const { interaction_metadata: metadata, referenced_message: referenced } = message
  if (metadata?.name !== undefined) {
    const { user, name, command_type: type } = metadata
    return usageLine(user.global_name ?? user.username, type === 1 ? `/${name}` : name)
  }
  if (!referenced) return nothing
  const { author, content: text, embeds, components } = referenced
  const excerpt =
    text || embeds[0]?.title || headingText(components) || textDisplays(components)[0] || 'a message'
  return html`<p class="reply-line">
    <span class="hook" aria-hidden="true"></span> <span class="hidden">In reply to</span>
    <b>${author.global_name ?? author.username}</b>
    <span class="excerpt">${markdown(excerpt.split('\n')[0] ?? '', initial)}</span>
  </p>`
}

function usageLine(name: string, command: string): TemplateResult {
  return html`<p class="reply-line">
    <span class="hook" aria-hidden="true"></span><b>${name}</b> used <span class="command">${command}</span>
  </p>`
}

function openMenu(event: MouseEvent, id: string, { set }: UiContext): void {
  // A link keeps the browser's context menu.
  if ((event.target as HTMLElement).closest('a')) return
  event.preventDefault()
  set({ messageMenu: id, focusOn: `menu-of-${id}` })
}
