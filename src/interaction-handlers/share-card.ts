// Posts a card that its asker has looked at alone, as it is by the live facts.
import type { Action } from '../core/command.ts'

export default {
  name: 'share',
  press({ parts: view, messageId }, { open, firstTime }) {
    const card = open(view)
    // The button goes with the first press, but a second one may be under way already.
    return firstTime(`share ${messageId} ${view.join(' ')}`) ? { type: 'share', card } : { type: 'nothing' }
  },
} satisfies Action
