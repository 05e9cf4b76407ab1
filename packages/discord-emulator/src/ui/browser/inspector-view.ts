// The Inspect panel: faults to switch, and for each interaction what the bot received, what it sent and how long it took.
import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { LoggedCall } from '../../request-log.ts'
import type { FaultSwitch, WireSummary } from '../ui-protocol.ts'
import { json } from './json.ts'
import type { Tools } from './ui-context.ts'

export function inspectPanel(tools: Tools): TemplateResult | typeof nothing {
  const { state, inspecting } = tools
  if (!state.inspect.open) return nothing
  const { list, calls } = state.inspect
  return html`<aside
    class="inspect"
    aria-label="Inspect"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') inspecting.close()
    }}
  >
    <header>
      <h2 id="inspect" tabindex="-1">Inspect</h2>
      <button type="button" class="icon" aria-label="Close Inspect" @click=${() => inspecting.close()}>
        <span aria-hidden="true">✕</span>
      </button>
    </header>
    <details>
      <summary>Faults: see how the bot bears them</summary>
      ${state.faults.map((fault) => faultSwitch(fault, tools))}
    </details>
    <h3>Interactions, newest first</h3>
    ${list.length === 0 ? html`<p class="list-note">None yet. Use a command, and it is listed here.</p>` : nothing}
    ${repeat(
      list,
      ({ id }) => id,
      (one) => interaction(one, tools),
    )}
    <details>
      <summary>Other calls of the bot (${calls.length})</summary>
      ${calls.map((call) => callBlock(call, undefined))}
    </details>
  </aside>`
}

function faultSwitch({ key, name, about, on }: FaultSwitch, { inspecting }: Tools): TemplateResult {
  if (on === undefined)
    return html`<p class="fault">
      <button type="button" class="button secondary" @click=${() => void inspecting.turn(key, true)}>
        ${name}
      </button>
      <small>${about}</small>
    </p>`
  return html`<p class="fault">
    <label>
      <input
        type="checkbox"
        role="switch"
        .checked=${on}
        @change=${({ target }: Event) => void inspecting.turn(key, (target as HTMLInputElement).checked)}
      />
      ${name}
    </label>
    <small>${about}</small>
  </p>`
}

function interaction(one: WireSummary, { state, inspecting }: Tools): TemplateResult {
  const { id, kind, name, person, place, ms, statuses, at } = one
  const isOpen = state.inspect.unfolded.has(id)
  const detail = state.inspect.details.get(id)
  const failed = statuses.some((status) => status >= 400)
  return html`<details
    class="wire"
    .open=${isOpen}
    @toggle=${({ target }: Event) => inspecting.unfold(id, (target as HTMLDetailsElement).open)}
  >
    <summary id=${`wire-${id}`}>
      <b>${name}</b>
      <span class=${ms === undefined || failed ? 'took bad' : 'took'}
        >${ms === undefined ? 'no answer' : `${ms} ms`}</span
      >
      <small>${kind} · ${person} · ${place} · ${new Date(at).toLocaleTimeString()}</small>
    </summary>
    ${
      detail
        ? html`<h4>The bot received</h4>
            ${json(detail.received, `What the bot received for ${name}`)}
            <h4>The bot sent</h4>
            ${detail.calls.length === 0 ? html`<p class="list-note">Nothing yet.</p>` : nothing}
            ${detail.calls.map((call) => callBlock(call, call.at - at))}`
        : isOpen
          ? html`<p class="list-note">Loading…</p>`
          : nothing
    }
  </details>`
}

function callBlock(
  { method, path, status, body, answer }: LoggedCall,
  afterMs: number | undefined,
): TemplateResult {
  // Tokens are long, and tell nothing.
  const short = path.replace(/[\w-]{40,}/g, '…')
  return html`<div class="call">
    <p>
      <span class=${status >= 400 ? 'status bad' : 'status'}>${status}</span> <code>${method} ${short}</code>
      ${afterMs === undefined ? nothing : html`<small>after ${afterMs} ms</small>`}
    </p>
    ${body === undefined ? nothing : json(body, `Sent: ${method} ${short}`)}
    ${
      answer == null
        ? nothing
        : html`<details>
            <summary>Discord’s answer</summary>
            ${json(answer, `Answer to ${method} ${short}`)}
          </details>`
    }
  </div>`
}
