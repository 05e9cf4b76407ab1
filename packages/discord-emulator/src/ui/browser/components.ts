// The components of a message: rows of buttons and select menus, and the blocks of Components V2 messages.
import { html, nothing, type TemplateResult } from 'lit'
import type { Button, Component } from '../../validation/components.ts'
import type { Menu } from '../../validation/menus.ts'
import type { VisibleMessage } from '../ui-protocol.ts'
import { markdown } from './markdown.ts'
import { selectMenu } from './menu.ts'
import { fileCard, imageView } from './images.ts'
import { spoiler } from './spoiler.ts'
import type { UiContext } from './ui-context.ts'

const buttonStyles = ['', 'primary', 'secondary', 'success', 'danger', 'secondary', 'primary'] as const

/** A top-level component of a message or of a container. */
export function componentBlock(
  component: Component,
  visible: VisibleMessage,
  context: UiContext,
): TemplateResult {
  const { initial } = context.state
  switch (component.type) {
    case 1:
      return html`<div class="component-row">
        ${component.components.map((inner) => rowComponent(inner, visible, context))}
      </div>`
    case 9:
      return html`<div class="section">
        <div>
          ${component.components.map(({ content }) => html`<div>${markdown(content, initial)}</div>`)}
        </div>
        ${
          component.accessory.type === 2
            ? button(component.accessory, visible, context)
            : imageView(
                component.accessory.media.url,
                'embed-thumbnail',
                visible.altTexts,
                component.accessory.description ?? undefined,
              )
        }
      </div>`
    case 10:
      return html`<div>${markdown(component.content, initial)}</div>`
    case 12: {
      const items = component.items.map(({ media, description, spoiler: isSpoiler }) => {
        const item = imageView(media.url, 'attachment-image', visible.altTexts, description ?? undefined)
        return isSpoiler ? spoiler(item) : item
      })
      return html`<div class="gallery">${items}</div>`
    }
    case 13: {
      const name = decodeURIComponent(component.file.url.split('/').at(-1) ?? 'file')
      return fileCard(name, component.file.url, undefined)
    }
    case 14:
      return component.divider ? html`<hr />` : html`<div class="spacer"></div>`
    case 17: {
      const edge =
        component.accent_color == null
          ? nothing
          : `border-left-color: #${component.accent_color.toString(16).padStart(6, '0')}`
      return html`<div class="embed container" style=${edge}>
        ${component.components.map((inner) => componentBlock(inner, visible, context))}
      </div>`
    }
  }
}

function rowComponent(component: Button | Menu, visible: VisibleMessage, context: UiContext): TemplateResult {
  return component.type === 2 ? button(component, visible, context) : selectMenu(component, visible, context)
}

function button(
  component: Button,
  { message }: VisibleMessage,
  { state, session }: UiContext,
): TemplateResult {
  const { style, label, emoji, custom_id, url, disabled } = component
  const text = html`${emoji?.name ? html`<span class="emoji">${emoji.name}</span>` : nothing}${label}`
  if (url != null)
    return html`<a class="button secondary" href=${url} target="_blank" rel="noopener noreferrer"
      >${text} <span aria-hidden="true">↗</span><span class="hidden">(opens a new tab)</span></a
    >`
  const customId = custom_id ?? ''
  const isBusy = state.busyComponents.has(`${message.id} ${customId}`)
  const click = () => void session.useComponent({ type: 'clickButton', messageId: message.id, customId })
  return html`<button
    type="button"
    class=${`button ${buttonStyles[style]}`}
    ?disabled=${disabled ?? false}
    aria-busy=${String(isBusy)}
    @click=${click}
  >
    <span class="label">${text}</span
    >${isBusy ? html`<span class="dots" role="img" aria-label="Waiting for the bot"></span>` : nothing}
  </button>`
}
