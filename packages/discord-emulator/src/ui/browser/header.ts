// The top of the page: where one is, who one is, and the page's own switches.
import { html, nothing, type TemplateResult } from 'lit'
import type { ScenePlace } from '../ui-protocol.ts'
import type { Tools } from './ui-context.ts'

export function head(tools: Tools): TemplateResult {
  const { state, session, inspecting } = tools
  const { scene, place, person, inspect, connected } = state
  const go = (key: string) => session.enter(person, scene.places.find((one) => one.key === key) ?? place)
  const be = (key: string) => session.enter(scene.people.find((one) => one.key === key) ?? person, place)
  const isDark = state.theme === 'dark'
  return html`<header class="head">
      <h1><span class="hidden">${scene.app.name}, in</span> ${place.title}</h1>
      <label
        >Where
        <select @change=${({ target }: Event) => go((target as HTMLSelectElement).value)}>
          ${placeOptions(
            scene.places.filter(({ rare }) => !rare),
            place,
          )}
          <optgroup label="Rarer places">
            ${placeOptions(
              scene.places.filter(({ rare }) => rare),
              place,
            )}
          </optgroup>
        </select>
      </label>
      <label
        >You are
        <select @change=${({ target }: Event) => be((target as HTMLSelectElement).value)}>
          ${scene.people.map(
            ({ key, name, about }) =>
              html`<option value=${key} ?selected=${key === person.key}>${name} (${about})</option>`,
          )}
        </select>
      </label>
      <span class="head-buttons">
        <button type="button" class="button plain" @click=${() => void session.clear()}>Clear channel</button>
        <button
          type="button"
          id="open-inspect"
          class="button plain"
          aria-pressed=${String(inspect.open)}
          @click=${() => (inspect.open ? inspecting.close() : inspecting.open())}
        >
          Inspect
        </button>
        <button
          type="button"
          class="icon"
          aria-label=${isDark ? 'Use the light theme' : 'Use the dark theme'}
          @click=${() => chooseTheme(isDark ? 'light' : 'dark', tools)}
        >
          <span aria-hidden="true">${isDark ? '☀' : '☾'}</span>
        </button>
      </span>
    </header>
    ${
      connected
        ? nothing
        : html`<p class="banner" role="alert">
            The local Discord does not answer. Start it again with <code>npm start</code>: this page comes
            back by itself.
          </p>`
    }`
}

function placeOptions(places: ScenePlace[], here: ScenePlace): TemplateResult[] {
  return places.map(
    ({ key, name }) => html`<option value=${key} ?selected=${key === here.key}>${name}</option>`,
  )
}

const kept = 'theme'

/** The theme that was chosen here before, or that of the system. */
export function firstTheme(): 'dark' | 'light' {
  const chosen = localStorage.getItem(kept)
  if (chosen === 'dark' || chosen === 'light') return chosen
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark'
}

function chooseTheme(theme: 'dark' | 'light', { set }: Tools): void {
  localStorage.setItem(kept, theme)
  set({ theme })
}
