// Does what a person does on the page, and tells at once what comes of it.
import { createUserActions } from '../user-actions.ts'
import { type InteractionDraft, dispatchInteraction } from '../dispatch-interaction.ts'
import { parseValues, parsePartialValues } from '../parse-option-values.ts'
import { failures } from '../interactions.ts'
import type { EmulatorContext } from '../context.ts'
import { deleteMessage } from '../message-events.ts'
import { DiscordApiError } from '../api-error.ts'
import { say } from '../user-client.ts'
import type { EmulatorUser, EmulatorChannel } from '../world.ts'
import type { UiAction, Outcome } from './ui-protocol.ts'

/** Does it; what Discord's client would not let the person do is refused with a sentence. */
export async function perform(
  parts: EmulatorContext,
  person: EmulatorUser,
  where: EmulatorChannel,
  act: UiAction,
): Promise<Outcome> {
  const deeds = createUserActions(parts, person, where)
  const { place } = deeds
  const send = (deed: InteractionDraft) => outcomeOf(parts, deed)
  try {
    switch (act.type) {
      case 'use':
        return await send(deeds.use(parseValues(act, deeds.commands())))
      case 'complete':
        return await send(deeds.autocomplete(parsePartialValues(act, act.focused, deeds.commands())))
      case 'click':
        return await send(deeds.clickButton({ id: act.message, channel_id: place.id }, act.button))
      case 'choose':
        return await send(deeds.select({ id: act.message, channel_id: place.id }, act.picks, act.menu))
      case 'submit': {
        const opened = parts.interactions
          .byId(act.interaction)
          ?.responses.find(({ type }) => type === 'modal')
        if (opened?.type !== 'modal') throw new Error('The form was opened too long ago')
        return await send(
          deeds.submitModal({ interactionId: act.interaction, modal: opened.modal }, act.answers),
        )
      }
      case 'menu':
        return await send(deeds.runMessageCommand(act.name, { id: act.message, channel_id: place.id }))
      case 'say':
        say(parts, person, place, act.text)
        return { type: 'done' }
      case 'clear':
        for (const kept of parts.history.list(place.id)) deleteMessage(parts, place, kept)
        return { type: 'done' }
    }
  } catch (error) {
    return { type: 'refused', why: sentence(error) }
  }
}

async function outcomeOf(parts: EmulatorContext, deed: InteractionDraft): Promise<Outcome> {
  const { interactions, windows } = parts
  const interaction = dispatchInteraction(parts, deed)
  const { id, createdAt, kind } = interaction
  const answered = () => interaction.state !== 'unanswered'
  if (!(await interactions.waitUntil(interaction, answered, createdAt + windows.initialResponseTimeoutMs)))
    return { type: 'failed', interaction: id, reason: failures[kind] }
  if (kind === 'autocomplete') return { type: 'choices', choices: interaction.choices ?? [] }
  const [first] = interaction.responses
  if (first?.type === 'modal') return { type: 'modal', interaction: id, modal: first.modal }
  return { type: 'acknowledged', interaction: id }
}

function sentence(error: unknown): string {
  if (error instanceof DiscordApiError) return error.problems[0]?.message ?? error.message
  return error instanceof Error ? error.message : String(error)
}
