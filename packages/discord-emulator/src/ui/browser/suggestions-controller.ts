// The choices for an option: local ones at once, or the bot's when the user stops typing, as on Discord.
import { localChoices, toCommandValues } from './command-draft.ts'
import type { Session } from './session.ts'
import { type State, type Store, noSuggestions } from './state.ts'

export interface SuggestionsController {
  /** Shows the choices for an option of the draft; autocomplete starts after this delay in milliseconds. */
  suggest: (name: string, delayMs: number) => void
  /** Closes the list and ignores choices that are still on their way. */
  close: () => void
  update: (changes: Partial<State['suggestions']>) => void
}

export function createSuggestionsController(store: Store, session: Session): SuggestionsController {
  let currentRequest = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const update = (changes: Partial<State['suggestions']>) =>
    store.set({ suggestions: { ...store.state.suggestions, ...changes } })

  function autocomplete(name: string, request: number, active: number): void {
    const { draft } = store.state
    if (!draft) return
    const action = { type: 'autocomplete', ...toCommandValues(draft), focused: name } as const
    void session.perform(action).then((outcome) => {
      // The user has typed more since.
      if (request !== currentRequest) return
      if (outcome.type === 'choices') update({ choices: outcome.choices, status: 'ready', active })
      else update({ choices: [], status: 'failed', active: -1 })
    })
  }

  return {
    update,
    suggest(name, delayMs) {
      const field = store.state.draft?.fields.find(({ option }) => option.name === name)
      if (!field) return
      clearTimeout(timer)
      const request = ++currentRequest
      const query = field.value === undefined ? field.text.trim() : ''
      // Without a query nothing is highlighted: Enter then sends instead of choosing.
      const active = query === '' ? -1 : 0
      const local = localChoices(field.option, store.state.initial)
      if (local) {
        const choices = local.filter((choice) => choice.name.toLowerCase().includes(query.toLowerCase()))
        update({ choices, status: 'ready', active, open: true })
      } else if (field.option.autocomplete) {
        update({ status: 'loading', open: true, active: -1 })
        timer = setTimeout(() => {
          autocomplete(name, request, active)
        }, delayMs)
      } else store.set({ suggestions: { ...noSuggestions, open: true } })
    },
    close() {
      currentRequest += 1
      clearTimeout(timer)
      store.set({ suggestions: noSuggestions })
    },
  }
}
