// The components of a message: rows of buttons and select menus, and the blocks of Components V2 messages.
import { html, nothing, type TemplateResult } from 'lit'
import type { Button, Component } from '../../validation/components.ts'
import type { Menu } from '../../validation/menus.ts'
import type { VisibleMessage } from '../ui-protocol.ts'
import { headingText } from '../../message-text.ts'
import { emojiView } from './emoji.ts'
import { fileView, galleryView, thumbnailView } from './media.ts'
import { markdown } from './markdown.ts'
import { selectMenu } from './menu.ts'
import { spoiler } from './spoiler.ts'
import type { UiContext } from './ui-context.ts'

const buttonStyles = ['', 'primary', 'secondary', 'success', 'danger', 'secondary', 'primary'] as const

/** The components of a message, from top to bottom. */
export function componentBlocks(
  components: readonly Component[],
  visible: VisibleMessage,
  context: UiContext,
): TemplateResult {
  return html`<div class="blocks">
    ${components.map((component) => componentBlock(component, visible, context))}
  </div>`
}

/** A top-level component of a message or of a container. */
function componentBlock(component: Component, visible: VisibleMessage, context: UiContext): TemplateResult {
  const { initial } = context.state
  switch (component.type) {
    case 1:
      return html`<div class="component-row">
        ${component.components.map((inner) => rowComponent(inner, visible, context))}
      </div>`
    case 9: {
      const { accessory } = component
      return html`<div class="section">
        <div class="section-text">
          ${component.components.map(({ content }) => html`<div>${markdown(content, initial)}</div>`)}
        </div>
        ${accessory.type === 2 ? button(accessory, visible, context) : thumbnailView(accessory, visible)}
      </div>`
    }
    case 10:
      return html`<div>${markdown(component.content, initial)}</div>`
    case 12:
      return galleryView(component, visible)
    case 13:
      return fileView(component)
    case 14: {
      const size = component.spacing === 2 ? 'separator large' : 'separator'
      return component.divider ? html`<hr class=${size} />` : html`<div class=${size}></div>`
    }
    case 17:
      return containerView(component, visible, context)
  }
}

function containerView(
  { components, accent_color: color, spoiler: isSpoiler }: Extract<Component, { type: 17 }>,
  visible: VisibleMessage,
  context: UiContext,
): TemplateResult {
  const accent = color == null ? nothing : `--accent-color: #${color.toString(16).padStart(6, '0')}`
  const container = html`<article
    class=${color == null ? 'container blocks' : 'container blocks accented'}
    style=${accent}
    aria-label=${headingText(components) ?? 'Card'}
  >
    ${components.map((inner) => componentBlock(inner, visible, context))}
  </article>`
  return isSpoiler ? spoiler(container, 'block') : container
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
  const text = html`${emoji?.name ? html`<span class="emoji">${emojiView(emoji.name)}</span>` : nothing}${label}`
  if (url != null)
    return html`<a class="button secondary" href=${url} target="_blank" rel="noopener noreferrer"
      >${text} <span aria-hidden="true">↗</span><span class="hidden">(opens a new tab)</span></a
    >`
  const customId = custom_id ?? ''
  const isBusy = state.busyComponents.has(`${message.id} ${customId}`)
  const click = () => void session.useComponent({ type: 'clickButton', messageId: message.id, customId })
  return html`<button
    type="button"
    data-custom-id=${customId}
    class=${`button ${buttonStyles[style]}`}
    ?disabled=${disabled ?? false}
    aria-busy=${String(isBusy)}
    @click=${click}
  >
    <span class="label">${text}</span
    >${isBusy ? html`<span class="dots" role="img" aria-label="Waiting for the bot"></span>` : nothing}
  </button>`
}
