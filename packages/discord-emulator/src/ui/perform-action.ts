// Does what a person does on the page, and tells at once what comes of it.
import { createDeeds } from '../user-actions.ts'
import { type Deed, deliver } from '../dispatch-interaction.ts'
import { readFilled, readFilling } from '../parse-option-values.ts'
import { failures } from '../interactions.ts'
import type { Parts } from '../context.ts'
import { retract } from '../message-events.ts'
import { Refusal } from '../api-error.ts'
import { say } from '../user-client.ts'
import type { Person, Place } from '../world.ts'
import type { Act, Outcome } from './ui-protocol.ts'

/** Does it; what Discord's client would not let the person do is refused with a sentence. */
export async function perform(parts: Parts, person: Person, where: Place, act: Act): Promise<Outcome> {
  const deeds = createDeeds(parts, person, where)
  const { place } = deeds
  const send = (deed: Deed) => outcomeOf(parts, deed)
  try {
    switch (act.type) {
      case 'use':
        return await send(deeds.use(readFilled(act, deeds.commands())))
      case 'complete':
        return await send(deeds.complete(readFilling(act, act.focused, deeds.commands())))
      case 'click':
        return await send(deeds.click({ id: act.message, channel_id: place.id }, act.button))
      case 'choose':
        return await send(deeds.choose({ id: act.message, channel_id: place.id }, act.picks, act.menu))
      case 'submit': {
        const opened = parts.interactions.byId(act.interaction)?.sights.find(({ type }) => type === 'modal')
        if (opened?.type !== 'modal') throw new Error('The form was opened too long ago')
        return await send(deeds.submit({ interactionId: act.interaction, modal: opened.modal }, act.answers))
      }
      case 'menu':
        return await send(deeds.messageMenu(act.name, { id: act.message, channel_id: place.id }))
      case 'say':
        say(parts, person, place, act.text)
        return { type: 'done' }
      case 'clear':
        for (const kept of parts.history.list(place.id)) retract(parts, place, kept)
        return { type: 'done' }
    }
  } catch (error) {
    return { type: 'refused', why: sentence(error) }
  }
}

async function outcomeOf(parts: Parts, deed: Deed): Promise<Outcome> {
  const { interactions, windows } = parts
  const interaction = deliver(parts, deed)
  const { id, createdAt, kind } = interaction
  const answered = () => interaction.state !== 'unanswered'
  if (!(await interactions.until(interaction, answered, createdAt + windows.answerWithinMs)))
    return { type: 'failed', interaction: id, reason: failures[kind] }
  if (kind === 'autocomplete') return { type: 'choices', choices: interaction.choices ?? [] }
  const [first] = interaction.sights
  if (first?.type === 'modal') return { type: 'modal', interaction: id, modal: first.modal }
  return { type: 'acknowledged', interaction: id }
}

function sentence(error: unknown): string {
  if (error instanceof Refusal) return error.problems[0]?.message ?? error.message
  return error instanceof Error ? error.message : String(error)
}
