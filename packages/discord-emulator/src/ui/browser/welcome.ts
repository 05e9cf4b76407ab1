// The start of a channel: where the user is, and commands to try.
import { html, nothing, type TemplateResult } from 'lit'
import type { UiContext } from './ui-context.ts'

export function welcomeView({ state, composer }: UiContext): TemplateResult {
  const { initial, channel, user, noCommandsReason } = state
  const { suggestions, app } = initial
  return html`<li class="welcome">
    <h2>Welcome to ${channel.title}</h2>
    <p>${channel.description} You are ${user.name} (${user.description}).</p>
    ${
      noCommandsReason === undefined
        ? html`<p>
              ${app.name} is logged in to a Discord emulator on this machine. Type <kbd>/</kbd> to see its
              commands${suggestions.length > 0 ? ', or try:' : '.'}
            </p>
            <ul class="examples">
              ${suggestions.map(
                ({ input, description }) =>
                  html`<li>
                    <button type="button" class="example" @click=${() => composer.startFromInput(input)}>
                      <code>${input}</code><small>${description}</small>
                    </button>
                  </li>`,
              )}
            </ul>
            <p class="muted">
              Enter sends, ↑ ↓ and Tab choose, Escape goes back. “⋯” on a message has more actions.
            </p>`
        : nothing
    }
    ${noCommandsReason === undefined ? nothing : html`<p class="no-commands" role="status">${noCommandsReason}</p>`}
  </li>`
}
