// An embed as Discord renders it: a card with a colored edge and up to three inline fields in a row.
import { html, nothing, type TemplateResult } from 'lit'
import type { Message } from '../../messages.ts'
import type { InitialState } from '../ui-protocol.ts'
import { link, markdown } from './markdown.ts'
import { imageView } from './images.ts'
import { messageTime } from './time.ts'

type Embed = Message['embeds'][number]
type Field = NonNullable<Embed['fields']>[number]

/** One embed of a message. */
export function embedCard(
  embed: Embed,
  initial: InitialState,
  altTexts: Record<string, string>,
): TemplateResult {
  const { author, title, url, description, fields, image, thumbnail, footer, timestamp, color } = embed
  const edge = color == null ? nothing : `border-left-color: #${color.toString(16).padStart(6, '0')}`
  const titleView = title && markdown(title, initial)
  return html`<article class="embed" style=${edge} aria-label=${title ?? author?.name ?? 'Card'}>
    <div class="embed-text">
      ${author ? html`<p class="embed-author">${author.url == null ? author.name : link(author.url, author.name)}</p>` : nothing}
      ${titleView ? html`<h3 class="embed-title">${url == null ? titleView : link(url, titleView)}</h3>` : nothing}
      ${description ? html`<div class="embed-description">${markdown(description, initial)}</div>` : nothing}
      ${fields?.length ? html`<dl class="embed-fields">${rows(fields).map((row) => fieldRow(row, initial))}</dl>` : nothing}
    </div>
    ${thumbnail ? imageView(thumbnail.url, 'embed-thumbnail', altTexts) : nothing}
    ${image ? imageView(image.url, 'embed-image', altTexts, image.description ?? `Image of the embed ${title ?? ''}`) : nothing}
    ${footer || timestamp ? footerLine(footer?.text, timestamp) : nothing}
  </article>`
}

/** Groups fields into rows: up to three inline fields, or one that is not inline. */
function rows(fields: readonly Field[]): Field[][] {
  const grouped: Field[][] = []
  for (const field of fields) {
    const last = grouped.at(-1)
    const fits = field.inline && last?.[0]?.inline && last.length < 3
    if (last && fits) last.push(field)
    else grouped.push([field])
  }
  return grouped
}

function fieldRow(row: Field[], initial: InitialState): TemplateResult[] {
  return row.map(
    ({ name, value }) =>
      html`<div class="embed-field" style=${`grid-column: span ${12 / row.length}`}>
        <dt>${markdown(name, initial)}</dt>
        <dd>${markdown(value, initial)}</dd>
      </div>`,
  )
}

function footerLine(text: string | undefined, timestamp: string | null | undefined): TemplateResult {
  return html`<p class="embed-footer">
    <span class="markdown">${text}</span
    >${text && timestamp ? ' • ' : ''}${timestamp ? messageTime(timestamp) : nothing}
  </p>`
}
