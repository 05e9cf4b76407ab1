// The text box: plain text or a command, the list above it, and what each key does.
import type { Choice } from '../../validation/choices.ts'
import {
  type CommandEntry,
  chooseFile,
  commandEntries,
  createDraft,
  fillFromInput,
  fillOption,
  filesOf,
  isEmpty,
  matchEntry,
  openOption,
  searchEntries,
  toCommandValues,
  unopenedOptions,
  validateDraft,
} from './command-draft.ts'
import type { Session } from './session.ts'
import { type Store, noSuggestions } from './state.ts'
import { createSuggestionsController } from './suggestions-controller.ts'

export interface ComposerController {
  /** Sets the text while no command is chosen. */
  setText(text: string): void
  /** Starts a command; `rest` fills its options. */
  startCommand(entry: CommandEntry, rest?: string): void
  /** Starts the command of an input such as "/alliance name:NATO". */
  startFromInput(text: string): void
  /** Handles the focus of an option, by keyboard or pointer. */
  focusOption(name: string): void
  /** Sets the text of an option. */
  setOption(name: string, text: string): void
  /** Sets the file of an option. */
  setFile(name: string, file: File | undefined): void
  chooseSuggestion(choice: Choice): void
  /** Adds an optional option to the command. */
  addOption(name: string): void
  /** Highlights a suggestion. */
  highlight(index: number): void
  /** Handles a key in the text box; true if it did something. */
  handleKey(event: KeyboardEvent): boolean
  send(): void
  /** Discards the command. */
  cancel(): void
  /** Handles the loss of focus. */
  blur(): void
}

/** Discord requests choices when the user stops typing. */
const autocompleteDelayMs = 250

/** The id of an option's field. */
export const optionId = (name: string) => `option-${name}`

export function createComposerController(store: Store, session: Session): ComposerController {
  const { suggest, close, update } = createSuggestionsController(store, session)

  function entries(): CommandEntry[] {
    return searchEntries(commandEntries(store.state.commands), store.state.text)
  }

  function setText(text: string): void {
    const match = text.startsWith('/') ? matchEntry(commandEntries(store.state.commands), text) : undefined
    if (match) {
      startCommand(match.entry, match.rest)
      return
    }
    const isCommand = text.startsWith('/')
    store.set({
      text,
      error: undefined,
      hint: undefined,
      suggestions: { ...noSuggestions, open: isCommand, active: 0 },
    })
  }

  function startCommand(entry: CommandEntry, rest = ''): void {
    const draft = createDraft(entry, rest)
    store.set({ draft, text: '', error: undefined, suggestions: noSuggestions })
    const empty = draft.fields.find(({ text }) => text === '')
    const first = empty ?? draft.fields.at(-1)
    if (!first) {
      store.set({ focused: undefined, focusOn: 'send' })
      return
    }
    moveFocus(first.option.name)
    // A complete command that was pasted is ready to send: no list gets in the way of Enter.
    if (!empty) close()
  }

  /** Moves the focus into an option. */
  function moveFocus(name: string): void {
    store.set({ focusOn: optionId(name) })
    focusOption(name)
  }

  function focusOption(name: string): void {
    if (store.state.focused === name) return
    store.set({ focused: name, suggestions: noSuggestions })
    suggest(name, 0)
  }

  function fieldNamed(name: string | undefined) {
    return store.state.draft?.fields.find(({ option }) => option.name === name)
  }

  function setOption(name: string, text: string): void {
    if (!store.state.draft) return
    const filled = fillFromInput(store.state.draft, name, text)
    store.set({ draft: filled.draft, focused: filled.name, error: undefined })
    if (filled.name !== name) store.set({ focusOn: optionId(filled.name) })
    suggest(filled.name, autocompleteDelayMs)
  }

  function chooseSuggestion({ name, value }: Choice): void {
    const { draft, focused } = store.state
    if (!draft || focused === undefined) return
    const filled = fillOption(draft, focused, name, String(value))
    close()
    store.set({ draft: filled })
    const next = filled.fields.find((field) => field.option.required && isEmpty(field))
    moveFocus(next?.option.name ?? focused)
  }

  function addOption(name: string): void {
    const { draft } = store.state
    const option = draft && unopenedOptions(draft).find((other) => other.name === name)
    if (!option) return
    store.set({ draft: openOption(draft, option) })
    moveFocus(name)
  }

  function cancel(): void {
    close()
    store.set({ draft: undefined, focused: undefined, text: '', error: undefined, focusOn: 'text' })
  }

  function send(): void {
    const { draft, text } = store.state
    if (!draft) {
      if (text.trim() === '') return
      const entry = commandEntries(store.state.commands).find(
        ({ title }) => title === text.trim().toLowerCase(),
      )
      if (entry) {
        startCommand(entry)
        return
      }
      if (/^\/\S/.test(text)) {
        const name = text.split(/\s/)[0] ?? ''
        store.set({ error: `There is no command ${name} here. Type / to see the commands.` })
        return
      }
      store.set({ text: '' })
      void session.sendMessage(text)
      return
    }
    const validated = validateDraft(draft, store.state.initial)
    const invalid = validated.fields.find(({ error }) => error !== undefined)
    if (invalid) {
      store.set({ draft: validated })
      moveFocus(invalid.option.name)
      return
    }
    cancel()
    const action = { type: 'runCommand', ...toCommandValues(draft) } as const
    void session.runCommand(action, draft.entry.title, filesOf(draft))
  }

  /** The number of items in the open list. */
  function itemCount(): number {
    const { draft, suggestions } = store.state
    if (!suggestions.open) return 0
    return draft ? suggestions.choices.length : entries().length
  }

  function chooseActive(): boolean {
    const { draft, suggestions } = store.state
    if (itemCount() === 0 || suggestions.active < 0) return false
    if (draft) {
      const choice = suggestions.status === 'ready' ? suggestions.choices[suggestions.active] : undefined
      if (choice) chooseSuggestion(choice)
      return choice !== undefined
    }
    const entry = entries()[suggestions.active]
    if (entry) startCommand(entry)
    return entry !== undefined
  }

  function handleKey(event: KeyboardEvent): boolean {
    const { suggestions, draft, focused } = store.state
    const count = itemCount()
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      const step = event.key === 'ArrowDown' ? 1 : -1
      const from = suggestions.active < 0 && step < 0 ? 0 : suggestions.active
      update({ active: (from + step + count) % count })
      return true
    }
    if (event.key === 'ArrowDown' && draft && focused !== undefined && !suggestions.open) {
      suggest(focused, 0)
      return true
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      if (!chooseActive()) send()
      return true
    }
    if (event.key === 'Tab' && !event.shiftKey) return chooseActive()
    if (event.key === 'Escape') {
      if (suggestions.open) close()
      else if (draft) cancel()
      return true
    }
    const field = fieldNamed(focused)
    if (event.key === 'Backspace' && draft && field?.text === '' && draft.fields[0] === field) {
      const { title } = draft.entry
      cancel()
      setText(title)
      return true
    }
    return false
  }

  return {
    setText,
    startCommand,
    startFromInput(text) {
      cancel()
      setText(text.includes(' ') ? text : `${text} `)
    },
    focusOption,
    setOption,
    setFile(name, file) {
      const { draft } = store.state
      if (draft) store.set({ draft: chooseFile(draft, name, file), error: undefined })
    },
    chooseSuggestion,
    addOption,
    highlight: (active) => update({ active }),
    handleKey,
    send,
    cancel,
    blur() {
      close()
      store.set({ focused: undefined })
    },
  }
}
