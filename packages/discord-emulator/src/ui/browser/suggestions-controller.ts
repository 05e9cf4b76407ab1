// The choices for an option: its own at once, or the bot's when the typing rests, as Discord asks for them.
import { filledOf, ownChoices } from './command-draft.ts'
import type { Session } from './session.ts'
import { type State, type Store, noSuggestions } from './state.ts'

export interface Suggesting {
  /** Offers the choices for an option of the draft; the bot is asked after so many milliseconds. */
  offer: (name: string, afterMs: number) => void
  /** Closes the list, and ignores choices that are still to come. */
  hush: () => void
  change: (changes: Partial<State['suggestions']>) => void
}

export function createSuggesting(store: Store, session: Session): Suggesting {
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const change = (changes: Partial<State['suggestions']>) =>
    store.set({ suggestions: { ...store.state.suggestions, ...changes } })

  function ask(name: string, number: number, active: number): void {
    const { draft } = store.state
    if (!draft) return
    void session.act({ type: 'complete', ...filledOf(draft), focused: name }).then((outcome) => {
      // An answer to what was typed earlier is too late.
      if (number !== asked) return
      if (outcome.type === 'choices') change({ choices: outcome.choices, status: 'ready', active })
      else change({ choices: [], status: 'failed', active: -1 })
    })
  }

  return {
    change,
    offer(name, afterMs) {
      const field = store.state.draft?.fields.find(({ option }) => option.name === name)
      if (!field) return
      clearTimeout(timer)
      const number = ++asked
      const typed = field.value === undefined ? field.text.trim() : ''
      // Nothing typed, nothing highlighted: Enter then sends instead of choosing.
      const active = typed === '' ? -1 : 0
      const own = ownChoices(field.option, store.state.scene)
      if (own) {
        const choices = own.filter((choice) => choice.name.toLowerCase().includes(typed.toLowerCase()))
        change({ choices, status: 'ready', active, open: true })
      } else if (field.option.autocomplete) {
        change({ status: 'loading', open: true, active: -1 })
        timer = setTimeout(() => {
          ask(name, number, active)
        }, afterMs)
      } else store.set({ suggestions: { ...noSuggestions, open: true } })
    },
    hush() {
      asked += 1
      clearTimeout(timer)
      store.set({ suggestions: noSuggestions })
    },
  }
}
