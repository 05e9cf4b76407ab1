// The text box: plain text or a command, the list above it, and what each key does.
import type { Choice } from '../../validation/choices.ts'
import {
  type Entry,
  begin,
  checked,
  closed,
  entriesOf,
  fill,
  fillTyped,
  filledOf,
  matching,
  named,
  open,
} from './command-draft.ts'
import type { Session } from './session.ts'
import { type Store, noSuggestions } from './state.ts'
import { createSuggesting } from './suggestions-controller.ts'

export interface Composing {
  /** Text was typed while no command is chosen. */
  type(text: string): void
  /** Begins a command; `rest` fills its options. */
  choose(entry: Entry, rest?: string): void
  /** Begins the command that a text names, such as "/alliance name:NATO". */
  chooseTyped(text: string): void
  /** An option was entered by keyboard or pointer. */
  focus(name: string): void
  /** Text was typed into an option. */
  fillIn(name: string, text: string): void
  pick(choice: Choice): void
  /** Opens an optional option. */
  openOption(name: string): void
  /** Highlights a suggestion. */
  highlight(index: number): void
  /** What a key does in the text box; true if it did something. */
  key(event: KeyboardEvent): boolean
  send(): void
  /** Puts the command away. */
  cancel(): void
  /** The keyboard went elsewhere. */
  leave(): void
}

/** Discord asks for choices when the typing rests. */
const restMs = 250

/** The id of an option's field. */
export const optionId = (name: string) => `option-${name}`

export function createComposing(store: Store, session: Session): Composing {
  const { offer, hush, change } = createSuggesting(store, session)

  function entries(): Entry[] {
    return matching(entriesOf(store.state.commands), store.state.text)
  }

  function type(text: string): void {
    const found = text.startsWith('/') ? named(entriesOf(store.state.commands), text) : undefined
    if (found) {
      choose(found.entry, found.rest)
      return
    }
    const isCommand = text.startsWith('/')
    store.set({
      text,
      refusal: undefined,
      tip: undefined,
      suggestions: { ...noSuggestions, open: isCommand, active: 0 },
    })
  }

  function choose(entry: Entry, rest = ''): void {
    const draft = begin(entry, rest)
    store.set({ draft, text: '', refusal: undefined, suggestions: noSuggestions })
    const empty = draft.fields.find(({ text }) => text === '')
    const first = empty ?? draft.fields.at(-1)
    if (!first) {
      store.set({ focused: undefined, focusOn: 'send' })
      return
    }
    enter(first.option.name)
    // What was pasted whole is ready to send: no list gets in the way of Enter.
    if (!empty) hush()
  }

  /** Puts the keyboard into an option. */
  function enter(name: string): void {
    store.set({ focusOn: optionId(name) })
    focus(name)
  }

  function focus(name: string): void {
    if (store.state.focused === name) return
    store.set({ focused: name, suggestions: noSuggestions })
    offer(name, 0)
  }

  function fieldNamed(name: string | undefined) {
    return store.state.draft?.fields.find(({ option }) => option.name === name)
  }

  function fillIn(name: string, text: string): void {
    if (!store.state.draft) return
    const typed = fillTyped(store.state.draft, name, text)
    store.set({ draft: typed.draft, focused: typed.name, refusal: undefined })
    if (typed.name !== name) store.set({ focusOn: optionId(typed.name) })
    offer(typed.name, restMs)
  }

  function pick({ name, value }: Choice): void {
    const { draft, focused } = store.state
    if (!draft || focused === undefined) return
    const filled = fill(draft, focused, name, String(value))
    hush()
    store.set({ draft: filled })
    const next = filled.fields.find(({ option, text }) => option.required && text.trim() === '')
    enter(next?.option.name ?? focused)
  }

  function openOption(name: string): void {
    const { draft } = store.state
    const option = draft && closed(draft).find((one) => one.name === name)
    if (!option) return
    store.set({ draft: open(draft, option) })
    enter(name)
  }

  function cancel(): void {
    hush()
    store.set({ draft: undefined, focused: undefined, text: '', refusal: undefined, focusOn: 'text' })
  }

  function send(): void {
    const { draft, text } = store.state
    if (!draft) {
      if (text.trim() === '') return
      const whole = entriesOf(store.state.commands).find(({ title }) => title === text.trim().toLowerCase())
      if (whole) {
        choose(whole)
        return
      }
      if (/^\/\S/.test(text)) {
        const typed = text.split(/\s/)[0] ?? ''
        store.set({ refusal: `There is no command ${typed} here. Type / to see those there are.` })
        return
      }
      store.set({ text: '' })
      void session.say(text)
      return
    }
    const tried = checked(draft, store.state.scene)
    const wrong = tried.fields.find(({ problem }) => problem !== undefined)
    if (wrong) {
      store.set({ draft: tried })
      enter(wrong.option.name)
      return
    }
    cancel()
    void session.use({ type: 'use', ...filledOf(draft) }, draft.entry.title)
  }

  /** The number of things in the open list. */
  function listed(): number {
    const { draft, suggestions } = store.state
    if (!suggestions.open) return 0
    return draft ? suggestions.choices.length : entries().length
  }

  function pickActive(): boolean {
    const { draft, suggestions } = store.state
    if (listed() === 0 || suggestions.active < 0) return false
    if (draft) {
      const choice = suggestions.status === 'ready' ? suggestions.choices[suggestions.active] : undefined
      if (choice) pick(choice)
      return choice !== undefined
    }
    const entry = entries()[suggestions.active]
    if (entry) choose(entry)
    return entry !== undefined
  }

  function key(event: KeyboardEvent): boolean {
    const { suggestions, draft, focused } = store.state
    const count = listed()
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      const step = event.key === 'ArrowDown' ? 1 : -1
      const from = suggestions.active < 0 && step < 0 ? 0 : suggestions.active
      change({ active: (from + step + count) % count })
      return true
    }
    if (event.key === 'ArrowDown' && draft && focused !== undefined && !suggestions.open) {
      offer(focused, 0)
      return true
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      if (!pickActive()) send()
      return true
    }
    if (event.key === 'Tab' && !event.shiftKey) return pickActive()
    if (event.key === 'Escape') {
      if (suggestions.open) hush()
      else if (draft) cancel()
      return true
    }
    const field = fieldNamed(focused)
    if (event.key === 'Backspace' && draft && field?.text === '' && draft.fields[0] === field) {
      const { title } = draft.entry
      cancel()
      type(title)
      return true
    }
    return false
  }

  return {
    type,
    choose,
    chooseTyped(text) {
      cancel()
      type(text.includes(' ') ? text : `${text} `)
    },
    focus,
    fillIn,
    pick,
    openOption,
    highlight: (active) => change({ active }),
    key,
    send,
    cancel,
    leave() {
      hush()
      store.set({ focused: undefined })
    },
  }
}
