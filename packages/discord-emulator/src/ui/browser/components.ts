// The components of a message: rows of buttons and menus, and the blocks of messages that are made of components.
import { html, nothing, type TemplateResult } from 'lit'
import type { Button, Component } from '../../validation/components.ts'
import type { Menu } from '../../validation/menus.ts'
import type { ShownMessage } from '../ui-protocol.ts'
import { markdown } from './markdown.ts'
import { selectMenu } from './menu.ts'
import { fileCard, picture } from './images.ts'
import { spoiler } from './spoiler.ts'
import type { Tools } from './ui-context.ts'

const looks = ['', 'primary', 'secondary', 'success', 'danger', 'secondary', 'primary'] as const

/** A component at the outer level of a message, or of a container. */
export function componentBlock(one: Component, shown: ShownMessage, tools: Tools): TemplateResult {
  const { scene } = tools.state
  switch (one.type) {
    case 1:
      return html`<div class="component-row">
        ${one.components.map((inner) => inRow(inner, shown, tools))}
      </div>`
    case 9:
      return html`<div class="section">
        <div>${one.components.map(({ content }) => html`<div>${markdown(content, scene)}</div>`)}</div>
        ${
          one.accessory.type === 2
            ? button(one.accessory, shown, tools)
            : picture(
                one.accessory.media.url,
                'embed-thumbnail',
                shown.alts,
                one.accessory.description ?? undefined,
              )
        }
      </div>`
    case 10:
      return html`<div>${markdown(one.content, scene)}</div>`
    case 12: {
      const items = one.items.map(({ media, description, spoiler: hidden }) => {
        const item = picture(media.url, 'attachment-image', shown.alts, description ?? undefined)
        return hidden ? spoiler(item) : item
      })
      return html`<div class="gallery">${items}</div>`
    }
    case 13: {
      const name = decodeURIComponent(one.file.url.split('/').at(-1) ?? 'file')
      return fileCard(name, one.file.url, undefined)
    }
    case 14:
      return one.divider ? html`<hr />` : html`<div class="gap"></div>`
    case 17: {
      const edge =
        one.accent_color == null
          ? nothing
          : `border-left-color: #${one.accent_color.toString(16).padStart(6, '0')}`
      return html`<div class="embed container" style=${edge}>
        ${one.components.map((inner) => componentBlock(inner, shown, tools))}
      </div>`
    }
  }
}

function inRow(one: Button | Menu, shown: ShownMessage, tools: Tools): TemplateResult {
  return one.type === 2 ? button(one, shown, tools) : selectMenu(one, shown, tools)
}

function button(one: Button, { message }: ShownMessage, { state, session }: Tools): TemplateResult {
  const { style, label, emoji, custom_id, url, disabled } = one
  const text = html`${emoji?.name ? html`<span class="emoji">${emoji.name}</span>` : nothing}${label}`
  if (url != null)
    return html`<a class="button secondary" href=${url} target="_blank" rel="noopener noreferrer"
      >${text} <span aria-hidden="true">↗</span><span class="hidden">(opens a new tab)</span></a
    >`
  const id = custom_id ?? ''
  const isBusy = state.busy.has(`${message.id} ${id}`)
  const press = () => void session.useComponent({ type: 'click', message: message.id, button: id })
  return html`<button
    type="button"
    class=${`button ${looks[style]}`}
    ?disabled=${disabled ?? false}
    aria-busy=${String(isBusy)}
    @click=${press}
  >
    <span class="label">${text}</span
    >${isBusy ? html`<span class="dots" role="img" aria-label="Waiting for the bot"></span>` : nothing}
  </button>`
}
