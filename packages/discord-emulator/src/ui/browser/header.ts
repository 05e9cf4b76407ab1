// The header: the channel, the user, and the page's own buttons.
import { html, nothing, type TemplateResult } from 'lit'
import type { UiChannel } from '../ui-protocol.ts'
import type { UiContext } from './ui-context.ts'

export function headerView(context: UiContext): TemplateResult {
  const { state, session, inspector } = context
  const { initial, channel, user, connected } = state
  const isInspectorOpen = state.inspector.open
  const changeChannel = (key: string) =>
    session.enter(user, initial.channels.find((other) => other.key === key) ?? channel)
  const changeUser = (key: string) =>
    session.enter(initial.users.find((other) => other.key === key) ?? user, channel)
  const isDark = state.theme === 'dark'
  return html`<header class="header">
      <h1><span class="hidden">${initial.app.name}, in</span> ${channel.title}</h1>
      <label
        >Where
        <select @change=${({ target }: Event) => changeChannel((target as HTMLSelectElement).value)}>
          ${channelOptions(
            initial.channels.filter(({ isRare }) => !isRare),
            channel,
          )}
          <optgroup label="Less common channels">
            ${channelOptions(
              initial.channels.filter(({ isRare }) => isRare),
              channel,
            )}
          </optgroup>
        </select>
      </label>
      <label
        >You are
        <select @change=${({ target }: Event) => changeUser((target as HTMLSelectElement).value)}>
          ${initial.users.map(
            ({ key, name, description }) =>
              html`<option value=${key} ?selected=${key === user.key}>${name} (${description})</option>`,
          )}
        </select>
      </label>
      <span class="header-buttons">
        <button type="button" class="button plain" @click=${() => void session.clearChannel()}>
          Clear channel
        </button>
        <button
          type="button"
          id="open-inspector"
          class="button plain"
          aria-pressed=${String(isInspectorOpen)}
          @click=${() => (isInspectorOpen ? inspector.close() : inspector.open())}
        >
          Inspect
        </button>
        <button
          type="button"
          class="icon"
          aria-label=${isDark ? 'Use the light theme' : 'Use the dark theme'}
          @click=${() => chooseTheme(isDark ? 'light' : 'dark', context)}
        >
          <span aria-hidden="true">${isDark ? '☀' : '☾'}</span>
        </button>
      </span>
    </header>
    ${
      connected
        ? nothing
        : html`<p class="banner" role="alert">
            The Discord emulator does not respond. Start it again with <code>npm start</code>: this page
            reconnects by itself.
          </p>`
    }`
}

function channelOptions(channels: UiChannel[], current: UiChannel): TemplateResult[] {
  return channels.map(
    ({ key, name }) => html`<option value=${key} ?selected=${key === current.key}>${name}</option>`,
  )
}

const themeKey = 'theme'

/** The theme chosen earlier in this browser, or the system's. */
export function initialTheme(): 'dark' | 'light' {
  const chosen = localStorage.getItem(themeKey)
  if (chosen === 'dark' || chosen === 'light') return chosen
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark'
}

function chooseTheme(theme: 'dark' | 'light', { set }: UiContext): void {
  localStorage.setItem(themeKey, theme)
  set({ theme })
}
