// What an interaction's token writes: the answer, its edits, its follow-ups, its removal.
import { type Interaction, interactionType } from './interactions.ts'
import { flag } from './validation/messages.ts'
import { replyTo } from './message-parts.ts'
import type { InteractionMetadata, KeptMessage } from './messages.ts'
import { botUser, userOf } from './to-api.ts'
import type { Parts } from './context.ts'
import { type Draft, publish, retract, revise } from './message-events.ts'
import { threadLocked, tooManyFollowUps, unknownMessage } from './api-error.ts'

/** Follow-ups of an app that only the person installed: https://discord.com/developers/docs/interactions/receiving-and-responding#create-followup-message */
const mostFollowUps = 5

/** https://discord.com/developers/docs/resources/message#message-object-message-types */
const messageType = { plain: 0, reply: 19, chatCommand: 20, menuCommand: 23 } as const

function answerType({ kind, commandType }: Interaction): number {
  if (kind !== 'command') return messageType.reply
  return commandType === 1 ? messageType.chatCommand : messageType.menuCommand
}

function metadataOf(interaction: Interaction): InteractionMetadata {
  const { id, kind, person, owners, source, openedBy, originalId } = interaction
  return {
    id,
    type: interactionType[kind],
    user: userOf(person),
    authorizing_integration_owners: owners,
    ...(kind === 'command' ? { name: interaction.name, command_type: interaction.commandType ?? 1 } : {}),
    ...(kind === 'component' && source ? { interacted_message_id: source.id } : {}),
    ...(kind === 'modal' && openedBy ? { triggering_interaction_metadata: metadataOf(openedBy) } : {}),
    ...(originalId === undefined ? {} : { original_response_message_id: originalId }),
  }
}

function isPrivate(interaction: Interaction, { payload }: Draft): boolean {
  return interaction.forcedPrivate || ((payload.flags ?? 0) & flag.ephemeral) !== 0
}

function post(
  parts: Parts,
  interaction: Interaction,
  draft: Draft,
  hidden: boolean,
  type: number,
  loading = false,
): KeptMessage {
  const { application } = parts.world
  const { person, place } = interaction
  const referenced = type === messageType.reply ? repliedTo(parts, interaction) : undefined
  const kept = publish(
    parts,
    place,
    {
      type: type === messageType.reply && !referenced ? messageType.plain : type,
      author: botUser(application),
      flags: (hidden ? flag.ephemeral : 0) | (loading ? flag.loading : 0),
      application_id: application.id,
      webhook_id: application.id,
      interaction_metadata: metadataOf(interaction),
      ...(interaction.kind === 'command' && {
        interaction: { id: interaction.id, type: 2, name: interaction.name, user: userOf(person) },
      }),
      ...(referenced && replyTo(referenced.message, place.server?.id)),
    },
    draft,
    hidden ? person.id : undefined,
  )
  interaction.messageIds.add(kept.message.id)
  return kept
}

function repliedTo(parts: Parts, { originalId, source, place }: Interaction): KeptMessage | undefined {
  const id = originalId ?? source?.id
  return id === undefined ? undefined : parts.history.get(place.id, id)
}

/** The first answer, as a message (callback type 4). */
export function answer(parts: Parts, interaction: Interaction, draft: Draft): KeptMessage {
  const kept = post(parts, interaction, draft, isPrivate(interaction, draft), answerType(interaction))
  interaction.originalId = kept.message.id
  parts.interactions.acknowledge(interaction, 'answered')
  showMessage(parts, interaction, kept)
  return kept
}

/** The first answer, as "thinking …" (callback type 5). */
export function defer(parts: Parts, interaction: Interaction, draft: Draft): KeptMessage {
  const hidden = isPrivate(interaction, draft)
  const kept = post(parts, interaction, draft, hidden, answerType(interaction), true)
  interaction.originalId = kept.message.id
  parts.interactions.acknowledge(interaction, 'deferred')
  return kept
}

/** A further message; right after a deferral it fills the deferred one, whatever its own flags say. */
export function followUp(parts: Parts, interaction: Interaction, draft: Draft): KeptMessage {
  if (interaction.state === 'deferred' && interaction.originalId !== undefined)
    return edit(parts, interaction, messageOf(parts, interaction, '@original'), draft)
  const hidden = isPrivate(interaction, draft)
  if (interaction.place.locked && !hidden) throw threadLocked()
  if (!('0' in interaction.owners) && interaction.followUps >= mostFollowUps) throw tooManyFollowUps()
  interaction.followUps += 1
  const kept = post(parts, interaction, draft, hidden, messageType.reply)
  showMessage(parts, interaction, kept)
  return kept
}

/** The message that a path of the interaction's webhook names. @throws Refusal 10008 */
export function messageOf(parts: Parts, interaction: Interaction, name: string): KeptMessage {
  const id = name === '@original' ? interaction.originalId : name
  const mine = id !== undefined && (id === interaction.originalId || interaction.messageIds.has(id))
  const kept = mine ? parts.history.get(interaction.place.id, id) : undefined
  if (!kept) throw unknownMessage()
  return kept
}

/** Edits a message of the interaction; the first edit of a deferred answer is the answer. */
export function edit(parts: Parts, interaction: Interaction, kept: KeptMessage, draft: Draft): KeptMessage {
  const fills = interaction.state === 'deferred' && kept.message.id === interaction.originalId
  const revised = revise(parts, interaction.place, kept, draft)
  if (fills) parts.interactions.acknowledge(interaction, 'answered')
  const hidden = revised.viewerId !== undefined
  parts.interactions.show(interaction, {
    type: fills ? 'message' : 'updated',
    message: revised.message,
    private: hidden,
  })
  return revised
}

/** Removes a message of the interaction. */
export function remove(parts: Parts, interaction: Interaction, kept: KeptMessage): void {
  retract(parts, interaction.place, kept)
  if (interaction.state === 'deferred') parts.interactions.acknowledge(interaction, 'answered')
  parts.interactions.show(interaction, {
    type: 'deleted',
    message: kept.message,
    private: kept.viewerId !== undefined,
  })
}

function showMessage({ interactions }: Parts, interaction: Interaction, kept: KeptMessage): void {
  interactions.show(interaction, {
    type: 'message',
    message: kept.message,
    private: kept.viewerId !== undefined,
  })
}
