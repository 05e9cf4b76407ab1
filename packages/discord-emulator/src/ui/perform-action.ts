// Performs what a user does on the page, and reports the immediate outcome.
import { createUserActions } from '../user-actions.ts'
import { type InteractionDraft, dispatchInteraction } from '../dispatch-interaction.ts'
import { parsePartialValues, parseValues } from '../parse-option-values.ts'
import { failureReasons } from '../interactions.ts'
import type { Upload } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { deleteMessage } from '../message-events.ts'
import { DiscordApiError } from '../api-error.ts'
import { sendUserMessage } from '../user-client.ts'
import type { EmulatorChannel, EmulatorUser } from '../world.ts'
import type { Outcome, UiAction } from './ui-protocol.ts'

/** Performs an action, with the files of a command by the values of its options; one that Discord's client would not allow is rejected with a sentence. */
export async function performAction(
  context: EmulatorContext,
  user: EmulatorUser,
  where: EmulatorChannel,
  action: UiAction,
  files: ReadonlyMap<string, Upload>,
): Promise<Outcome> {
  const actions = createUserActions(context, user, where)
  const { channel } = actions
  const send = (draft: InteractionDraft) => outcomeOf(context, draft)
  const messageAt = (id: string) => ({ id, channel_id: channel.id })
  try {
    switch (action.type) {
      case 'runCommand':
        return await send(actions.runCommand(parseValues(action, actions.commands()), files))
      case 'autocomplete':
        return await send(
          actions.autocomplete(parsePartialValues(action, action.focused, actions.commands())),
        )
      case 'clickButton':
        return await send(actions.clickButton(messageAt(action.messageId), action.customId))
      case 'select':
        return await send(actions.select(messageAt(action.messageId), action.values, action.customId))
      case 'submitModal': {
        const { interactionId, fields } = action
        const opened = context.interactions
          .byId(interactionId)
          ?.responses.find(({ type }) => type === 'modal')
        if (opened?.type !== 'modal') throw new Error('The modal was opened too long ago')
        return await send(actions.submitModal({ interactionId, modal: opened.modal }, fields))
      }
      case 'runMessageCommand':
        return await send(actions.runMessageCommand(action.name, messageAt(action.messageId)))
      case 'sendMessage':
        sendUserMessage(context, user, channel, action.content)
        return { type: 'done' }
      case 'clearChannel':
        for (const stored of context.messageStore.list(channel.id)) deleteMessage(context, channel, stored)
        return { type: 'done' }
    }
  } catch (error) {
    return { type: 'rejected', reason: messageOf(error) }
  }
}

async function outcomeOf(context: EmulatorContext, draft: InteractionDraft): Promise<Outcome> {
  const { interactions, timeouts } = context
  const interaction = dispatchInteraction(context, draft)
  const { id: interactionId, createdAt, kind } = interaction
  const isAcknowledged = () => interaction.state !== 'pending'
  const deadline = createdAt + timeouts.initialResponseTimeoutMs
  if (!(await interactions.waitUntil(interaction, isAcknowledged, deadline)))
    return { type: 'failed', interactionId, reason: failureReasons[kind] }
  if (kind === 'autocomplete') return { type: 'choices', choices: interaction.choices ?? [] }
  const [first] = interaction.responses
  if (first?.type === 'modal') return { type: 'modal', interactionId, modal: first.modal }
  return { type: 'acknowledged', interactionId }
}

function messageOf(error: unknown): string {
  if (error instanceof DiscordApiError) return error.fieldErrors[0]?.message ?? error.message
  return error instanceof Error ? error.message : String(error)
}
