// One message as Discord shows it: who wrote it, in answer to what, its text, cards, files and components.
import { html, nothing, type TemplateResult } from 'lit'
import type { Message } from '../../messages.ts'
import type { InitialState, ShownMessage } from '../ui-protocol.ts'
import { avatar } from './avatar.ts'
import { componentBlock } from './components.ts'
import { embedCard } from './embed.ts'
import { markdown } from './markdown.ts'
import { messageMenu } from './message-menu.ts'
import { fileCard, ownPath, picture } from './images.ts'
import type { Attempt } from './state.ts'
import { messageTime } from './time.ts'
import type { Tools } from './ui-context.ts'

/** https://discord.com/developers/docs/resources/message#message-object-message-flags */
const loading = 1 << 7

/** A message; `follows` when the same person wrote the one before, so that the name need not stand again. */
export function messageItem(shown: ShownMessage, follows: boolean, tools: Tools): TemplateResult {
  const { message } = shown
  const { scene, failedUse } = tools.state
  const { author } = message
  const failed = failedUse.get(message.id)
  const name = author.global_name ?? author.username
  const names = ['message', shown.private ? 'private' : '', follows ? 'follows' : ''].join(' ')
  return html`<li
    class=${names}
    id=${`message-${message.id}`}
    @contextmenu=${(event: MouseEvent) => openMenu(event, message.id, tools)}
  >
    ${answering(message, scene)} ${follows ? nothing : avatar(name, author.bot)}
    <div class="body">
      ${
        follows
          ? html`<h2 class="hidden">${name}</h2>`
          : html`<h2 class="author">
              ${name}${author.bot ? html` <span class="tag">App</span>` : nothing}
              ${messageTime(message.timestamp)}
            </h2>`
      }
      ${isThinking(shown) ? thinking(message, scene) : content(shown, tools)}
      ${failed === undefined ? nothing : html`<p class="failure" role="alert">${failed}</p>`}
      ${shown.private ? onlyYou(() => tools.session.dismiss(message.id)) : nothing}
    </div>
    ${messageMenu(message, tools)}
  </li>`
}

/** A command that is on its way to the bot, or that failed. */
export function attemptItem({ id, title, failed }: Attempt, { state, session }: Tools): TemplateResult {
  const { scene, person } = state
  return html`<li class="message private attempt">
    ${used(person.name, title)} ${avatar(scene.app.name, true)}
    <div class="body">
      <h2 class="author">${scene.app.name} <span class="tag">App</span></h2>
      ${
        failed === undefined
          ? html`<p class="waiting">Sending command<span class="dots" aria-hidden="true"></span></p>`
          : html`<p class="failure" role="alert"><span aria-hidden="true">❗</span> ${failed}</p>
              ${onlyYou(() => session.dismissAttempt(id))}`
      }
    </div>
  </li>`
}

function content(shown: ShownMessage, tools: Tools): TemplateResult {
  const { message, alts } = shown
  const { scene } = tools.state
  const edited = message.edited_timestamp !== null && message.content !== ''
  return html`${
    message.content === ''
      ? nothing
      : html`<div class="content">
          ${markdown(message.content, scene)}${edited ? html` <span class="edited">(edited)</span>` : nothing}
        </div>`
  }
  ${message.attachments.map(({ filename, url, size, content_type, description }) =>
    content_type.startsWith('image/') && ownPath(url) !== undefined
      ? picture(url, 'attachment-image', alts, description ?? filename)
      : fileCard(filename, url, size),
  )}
  ${message.embeds.map((embed) => embedCard(embed, scene, alts))}
  ${message.components.map((component) => componentBlock(component, shown, tools))}`
}

/** Whether the bot has put off its answer. */
export function isThinking({ message }: ShownMessage): boolean {
  return (message.flags & loading) !== 0
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

/** The line above a message that says what it answers. */
function answering(message: Message, scene: InitialState): TemplateResult | typeof nothing {
  const { interaction_metadata: metadata, referenced_message: referenced } = message
  if (metadata?.name !== undefined) {
    const { user, name, command_type: type } = metadata
    return used(user.global_name ?? user.username, type === 1 ? `/${name}` : name)
  }
  if (!referenced) return nothing
  const { author, content: text, embeds } = referenced
  const excerpt = text || embeds[0]?.title || 'a message'
  return html`<p class="answering">
    <span class="hook" aria-hidden="true"></span> <span class="hidden">In answer to</span>
    <b>${author.global_name ?? author.username}</b>
    <span class="excerpt">${markdown(excerpt.split('\n')[0] ?? '', scene)}</span>
  </p>`
}

function used(name: string, command: string): TemplateResult {
  return html`<p class="answering">
    <span class="hook" aria-hidden="true"></span><b>${name}</b> used <span class="command">${command}</span>
  </p>`
}

function openMenu(event: MouseEvent, id: string, { set }: Tools): void {
  // A link keeps the browser's own menu.
  if ((event.target as HTMLElement).closest('a')) return
  event.preventDefault()
  set({ messageMenu: id, focusOn: `menu-of-${id}` })
}
