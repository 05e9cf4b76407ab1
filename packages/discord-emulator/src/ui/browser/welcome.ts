// The beginning of a channel: where one is, and three things to type.
import { html, nothing, type TemplateResult } from 'lit'
import type { Tools } from './ui-context.ts'

export function welcome({ state, composing }: Tools): TemplateResult {
  const { scene, place, person, whyNone } = state
  const { tries, app } = scene
  return html`<li class="welcome">
    <h2>Welcome to ${place.title}</h2>
    <p>${place.about} You are ${person.name} (${person.about}).</p>
    ${
      whyNone === undefined
        ? html`<p>
              ${app.name} is logged in to a Discord that runs on this machine only. Type <kbd>/</kbd> to see
              its commands${tries.length > 0 ? ', or try:' : '.'}
            </p>
            <ul class="tries">
              ${tries.map(
                ({ type, shows }) =>
                  html`<li>
                    <button type="button" class="try" @click=${() => composing.chooseTyped(type)}>
                      <code>${type}</code><small>${shows}</small>
                    </button>
                  </li>`,
              )}
            </ul>
            <p class="quiet">
              Enter sends. ↑ ↓ and Tab choose, Escape goes back. “⋯” on a message holds more.
            </p>`
        : nothing
    }
    ${whyNone === undefined ? nothing : html`<p class="why-none" role="status">${whyNone}</p>`}
  </li>`
}
