// The Inspect panel: faults to switch, and for each interaction its payload, the bot's calls and the latency.
import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { LoggedCall } from '../../request-log.ts'
import type { FaultSwitch, InteractionSummary } from '../ui-protocol.ts'
import { json } from './json.ts'
import type { UiContext } from './ui-context.ts'

export function inspectorView(context: UiContext): TemplateResult | typeof nothing {
  const { state, inspector } = context
  if (!state.inspector.open) return nothing
  const { interactions, calls } = state.inspector
  return html`<aside
    class="inspector"
    aria-label="Inspect"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') inspector.close()
    }}
  >
    <header>
      <h2 id="inspector" tabindex="-1">Inspect</h2>
      <button type="button" class="icon" aria-label="Close Inspect" @click=${() => inspector.close()}>
        <span aria-hidden="true">✕</span>
      </button>
    </header>
    <details>
      <summary>Faults: see how the bot copes with them</summary>
      ${state.faults.map((fault) => faultSwitch(fault, context))}
    </details>
    <h3>Interactions, newest first</h3>
    ${interactions.length === 0 ? html`<p class="list-note">None yet. Use a command, and it appears here.</p>` : nothing}
    ${repeat(
      interactions,
      ({ id }) => id,
      (summary) => interactionItem(summary, context),
    )}
    <details>
      <summary>Other calls of the bot (${calls.length})</summary>
      ${calls.map((call) => callBlock(call, undefined))}
    </details>
  </aside>`
}

function faultSwitch(
  { key, name, description, enabled }: FaultSwitch,
  { inspector }: UiContext,
): TemplateResult {
  if (enabled === undefined)
    return html`<p class="fault">
      <button type="button" class="button secondary" @click=${() => void inspector.setFault(key, true)}>
        ${name}
      </button>
      <small>${description}</small>
    </p>`
  return html`<p class="fault">
    <label>
      <input
        type="checkbox"
        role="switch"
        .checked=${enabled}
        @change=${({ target }: Event) => void inspector.setFault(key, (target as HTMLInputElement).checked)}
      />
      ${name}
    </label>
    <small>${description}</small>
  </p>`
}

function interactionItem(summary: InteractionSummary, { state, inspector }: UiContext): TemplateResult {
  const { id, kind, name, user, channel, latencyMs, statuses, sentAt } = summary
  const isOpen = state.inspector.expanded.has(id)
  const detail = state.inspector.details.get(id)
  const hasFailed = statuses.some((status) => status >= 400)
  return html`<details
    class="interaction"
    .open=${isOpen}
    @toggle=${({ target }: Event) => inspector.setExpanded(id, (target as HTMLDetailsElement).open)}
  >
    <summary id=${`interaction-${id}`}>
      <b>${name}</b>
      <span class=${latencyMs === undefined || hasFailed ? 'latency bad' : 'latency'}
        >${latencyMs === undefined ? 'no response' : `${latencyMs} ms`}</span
      >
      <small>${kind} · ${user} · ${channel} · ${new Date(sentAt).toLocaleTimeString()}</small>
    </summary>
    ${
      detail
        ? html`<h4>The bot received</h4>
            ${json(detail.payload, `What the bot received for ${name}`)}
            <h4>The bot sent</h4>
            ${detail.calls.length === 0 ? html`<p class="list-note">Nothing yet.</p>` : nothing}
            ${detail.calls.map((call) => callBlock(call, call.receivedAt - sentAt))}`
        : isOpen
          ? html`<p class="list-note">Loading…</p>`
          : nothing
    }
  </details>`
}

function callBlock(
  { method, path, status, body, response }: LoggedCall,
  afterMs: number | undefined,
): TemplateResult {
  // Tokens are long and not informative.
  const shortPath = path.replace(/[\w-]{40,}/g, '…')
  return html`<div class="call">
    <p>
      <span class=${status >= 400 ? 'status bad' : 'status'}>${status}</span>
      <code>${method} ${shortPath}</code>
      ${afterMs === undefined ? nothing : html`<small>after ${afterMs} ms</small>`}
    </p>
    ${body === undefined ? nothing : json(body, `Sent: ${method} ${shortPath}`)}
    ${
      response == null
        ? nothing
        : html`<details>
            <summary>Discord’s response</summary>
            ${json(response, `Response to ${method} ${shortPath}`)}
          </details>`
    }
  </div>`
}
