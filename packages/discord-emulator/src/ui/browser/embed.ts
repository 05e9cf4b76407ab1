// An embed as Discord draws it: a card with a coloured edge, its inline fields up to three in a row.
import { html, nothing, type TemplateResult } from 'lit'
import type { Message } from '../../messages.ts'
import type { InitialState } from '../ui-protocol.ts'
import { link, markdown } from './markdown.ts'
import { picture } from './images.ts'
import { messageTime } from './time.ts'

type Embed = Message['embeds'][number]
type Field = NonNullable<Embed['fields']>[number]

/** One embed of a message. */
export function embedCard(embed: Embed, scene: InitialState, alts: Record<string, string>): TemplateResult {
  const { author, title, url, description, fields, image, thumbnail, footer, timestamp, color } = embed
  const edge = color == null ? nothing : `border-left-color: #${color.toString(16).padStart(6, '0')}`
  const shownTitle = title && markdown(title, scene)
  return html`<article class="embed" style=${edge} aria-label=${title ?? author?.name ?? 'Card'}>
    <div class="embed-text">
      ${author ? html`<p class="embed-author">${author.url == null ? author.name : link(author.url, author.name)}</p>` : nothing}
      ${shownTitle ? html`<h3 class="embed-title">${url == null ? shownTitle : link(url, shownTitle)}</h3>` : nothing}
      ${description ? html`<div class="embed-description">${markdown(description, scene)}</div>` : nothing}
      ${fields?.length ? html`<dl class="embed-fields">${rows(fields).map((row) => fieldRow(row, scene))}</dl>` : nothing}
    </div>
    ${thumbnail ? picture(thumbnail.url, 'embed-thumbnail', alts) : nothing}
    ${image ? picture(image.url, 'embed-image', alts, image.description ?? `Picture of the card ${title ?? ''}`) : nothing}
    ${footer || timestamp ? footerLine(footer?.text, timestamp) : nothing}
  </article>`
}

/** Fields that stand side by side: up to three inline ones, or one that is not. */
function rows(fields: readonly Field[]): Field[][] {
  const all: Field[][] = []
  for (const field of fields) {
    const last = all.at(-1)
    const fits = field.inline && last?.[0]?.inline && last.length < 3
    if (last && fits) last.push(field)
    else all.push([field])
  }
  return all
}

function fieldRow(row: Field[], scene: InitialState): TemplateResult[] {
  return row.map(
    ({ name, value }) =>
      html`<div class="embed-field" style=${`grid-column: span ${12 / row.length}`}>
        <dt>${markdown(name, scene)}</dt>
        <dd>${markdown(value, scene)}</dd>
      </div>`,
  )
}

function footerLine(text: string | undefined, timestamp: string | null | undefined): TemplateResult {
  return html`<p class="embed-footer">
    <span class="markdown">${text}</span
    >${text && timestamp ? ' • ' : ''}${timestamp ? messageTime(timestamp) : nothing}
  </p>`
}
