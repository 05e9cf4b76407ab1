// Readable JSON: indented, with keys and values highlighted.
import { html, type TemplateResult } from 'lit'

const token = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi

/** A block of JSON that scrolls on its own and can be copied. */
export function json(value: unknown, label: string): TemplateResult {
  const text = JSON.stringify(value, null, 2)
  return html`<div class="json">
    <button
      type="button"
      class="link"
      aria-label=${`Copy: ${label}`}
      @click=${() => void navigator.clipboard.writeText(text)}
    >
      Copy
    </button>
    <pre tabindex="0" role="region" aria-label=${label}>${[...highlight(text)]}</pre>
  </div>`
}

function* highlight(text: string): Generator<TemplateResult | string> {
  let from = 0
  for (const found of text.matchAll(token)) {
    yield text.slice(from, found.index)
    const [whole, string, colon] = found
    const kind = string === undefined ? 'value' : colon === undefined ? 'string' : 'key'
    yield html`<span class=${`json-${kind}`}>${whole}</span>`
    from = found.index + whole.length
  }
  yield text.slice(from)
}
