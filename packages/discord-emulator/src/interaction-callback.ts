// What the initial response to an interaction does: https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response
import { createResponse, defer, editResponse, messageOf } from './interaction-responses.ts'
import type { Interaction } from './interactions.ts'
import { type CallbackType, callback, deferral, readCallback } from './validation/callbacks.ts'
import { choices } from './validation/choices.ts'
import { parseBody } from './validation/schema-helpers.ts'
import { flag } from './validation/messages.ts'
import { modal } from './validation/modals.ts'
import type { Message } from './messages.ts'
import type { EmulatorContext } from './context.ts'
import { readDraft } from './message-events.ts'
import { alreadyAcknowledged, unknownInteraction } from './api-error.ts'
import type { Body } from './body.ts'

/**
 * Applies the initial response to an interaction; the message that it creates or updates is the result's.
 * @throws DiscordApiError 40060 for a second one, 10062 for one that is late, 50035 for one that is invalid
 */
export function respondTo(
  context: EmulatorContext,
  interaction: Interaction,
  body: Pick<Body, 'json' | 'files'>,
): { type: CallbackType; message: Message | undefined } {
  if (interaction.state !== 'pending') throw alreadyAcknowledged()
  if (performance.now() - interaction.createdAt > context.timeouts.initialResponseTimeoutMs)
    throw unknownInteraction()
  const { type, data } = readCallback(body.json, interaction)
  return { type, message: applyCallback(context, interaction, type, data, body.files) }
}

function applyCallback(
  context: EmulatorContext,
  interaction: Interaction,
  type: CallbackType,
  data: unknown,
  files: Body['files'],
): Message | undefined {
  const under = ['data']
  switch (type) {
    case callback.message:
      return createResponse(context, interaction, readDraft(data ?? {}, files, under)).message
    case callback.deferredMessage: {
      // Discord ignores every other flag here: that of Components V2 goes with the edit.
      const flags = (parseBody(deferral, data, under)?.flags ?? 0) & flag.ephemeral
      return defer(context, interaction, { payload: { flags }, files: new Map() }).message
    }
    case callback.deferredUpdate:
      setOriginalToSource(interaction)
      context.interactions.acknowledge(interaction, 'acknowledged')
      return undefined
    case callback.update: {
      setOriginalToSource(interaction)
      const stored = messageOf(context, interaction, '@original')
      const revised = editResponse(context, interaction, stored, readDraft(data ?? {}, files, under, stored))
      context.interactions.acknowledge(interaction, 'responded')
      return revised.message
    }
    case callback.choices:
      interaction.choices = parseBody(choices(interaction.optionType ?? 3), data, under).choices.map(
        ({ name, value }) => ({ name, value }),
      )
      context.interactions.acknowledge(interaction, 'responded')
      context.interactions.pushResponse(interaction, { type: 'none' })
      return undefined
    case callback.modal:
      context.interactions.pushResponse(interaction, { type: 'modal', modal: parseBody(modal, data, under) })
      context.interactions.acknowledge(interaction, 'responded')
      return undefined
  }
}

/** After an update, `@original` is the message whose component was used. */
function setOriginalToSource(interaction: Interaction): void {
  if (interaction.source) interaction.originalId = interaction.source.id
}
