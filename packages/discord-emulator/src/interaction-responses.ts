// What an interaction's token writes: the answer, its edits, its follow-ups, its removal.
import { type Interaction, interactionType } from './interactions.ts'
import { flag } from './validation/messages.ts'
import { replyTo } from './message-parts.ts'
import type { InteractionMetadata, StoredMessage } from './messages.ts'
import { botUser, toApiUser } from './to-api.ts'
import type { EmulatorContext } from './context.ts'
import { type MessageDraft, createMessage, deleteMessage, updateMessage } from './message-events.ts'
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
    user: toApiUser(person),
    authorizing_integration_owners: owners,
    ...(kind === 'command' ? { name: interaction.name, command_type: interaction.commandType ?? 1 } : {}),
    ...(kind === 'component' && source ? { interacted_message_id: source.id } : {}),
    ...(kind === 'modal' && openedBy ? { triggering_interaction_metadata: metadataOf(openedBy) } : {}),
    ...(originalId === undefined ? {} : { original_response_message_id: originalId }),
  }
}

function isPrivate(interaction: Interaction, { payload }: MessageDraft): boolean {
  return interaction.forcedPrivate || ((payload.flags ?? 0) & flag.ephemeral) !== 0
}

function post(
  parts: EmulatorContext,
  interaction: Interaction,
  draft: MessageDraft,
  hidden: boolean,
  type: number,
  loading = false,
): StoredMessage {
  const { application } = parts.world
  const { person, place } = interaction
  const referenced = type === messageType.reply ? repliedTo(parts, interaction) : undefined
  const kept = createMessage(
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
        interaction: { id: interaction.id, type: 2, name: interaction.name, user: toApiUser(person) },
      }),
      ...(referenced && replyTo(referenced.message, place.server?.id)),
    },
    draft,
    hidden ? person.id : undefined,
  )
  interaction.messageIds.add(kept.message.id)
  return kept
}

function repliedTo(
  parts: EmulatorContext,
  { originalId, source, place }: Interaction,
): StoredMessage | undefined {
  const id = originalId ?? source?.id
  return id === undefined ? undefined : parts.history.get(place.id, id)
}

/** The first answer, as a message (callback type 4). */
export function createResponse(
  parts: EmulatorContext,
  interaction: Interaction,
  draft: MessageDraft,
): StoredMessage {
  const kept = post(parts, interaction, draft, isPrivate(interaction, draft), answerType(interaction))
  interaction.originalId = kept.message.id
  parts.interactions.acknowledge(interaction, 'answered')
  showMessage(parts, interaction, kept)
  return kept
}

/** The first answer, as "thinking …" (callback type 5). */
export function defer(parts: EmulatorContext, interaction: Interaction, draft: MessageDraft): StoredMessage {
  const hidden = isPrivate(interaction, draft)
  const kept = post(parts, interaction, draft, hidden, answerType(interaction), true)
  interaction.originalId = kept.message.id
  parts.interactions.acknowledge(interaction, 'deferred')
  return kept
}

/** A further message; right after a deferral it fills the deferred one, whatever its own flags say. */
export function createFollowup(
  parts: EmulatorContext,
  interaction: Interaction,
  draft: MessageDraft,
): StoredMessage {
  if (interaction.state === 'deferred' && interaction.originalId !== undefined)
    return editResponse(parts, interaction, messageOf(parts, interaction, '@original'), draft)
  const hidden = isPrivate(interaction, draft)
  if (interaction.place.locked && !hidden) throw threadLocked()
  if (!('0' in interaction.owners) && interaction.followUps >= mostFollowUps) throw tooManyFollowUps()
  interaction.followUps += 1
  const kept = post(parts, interaction, draft, hidden, messageType.reply)
  showMessage(parts, interaction, kept)
  return kept
}

/** The message that a path of the interaction's webhook names. @throws Refusal 10008 */
export function messageOf(parts: EmulatorContext, interaction: Interaction, name: string): StoredMessage {
  const id = name === '@original' ? interaction.originalId : name
  const mine = id !== undefined && (id === interaction.originalId || interaction.messageIds.has(id))
  const kept = mine ? parts.history.get(interaction.place.id, id) : undefined
  if (!kept) throw unknownMessage()
  return kept
}

/** Edits a message of the interaction; the first edit of a deferred answer is the answer. */
export function editResponse(
  parts: EmulatorContext,
  interaction: Interaction,
  kept: StoredMessage,
  draft: MessageDraft,
): StoredMessage {
  const fills = interaction.state === 'deferred' && kept.message.id === interaction.originalId
  const revised = updateMessage(parts, interaction.place, kept, draft)
  if (fills) parts.interactions.acknowledge(interaction, 'answered')
  const hidden = revised.visibleTo !== undefined
  parts.interactions.pushResponse(interaction, {
    type: fills ? 'message' : 'updated',
    message: revised.message,
    private: hidden,
  })
  return revised
}

/** Removes a message of the interaction. */
export function deleteResponse(parts: EmulatorContext, interaction: Interaction, kept: StoredMessage): void {
  deleteMessage(parts, interaction.place, kept)
  if (interaction.state === 'deferred') parts.interactions.acknowledge(interaction, 'answered')
  parts.interactions.pushResponse(interaction, {
    type: 'deleted',
    message: kept.message,
    private: kept.visibleTo !== undefined,
  })
}

function showMessage({ interactions }: EmulatorContext, interaction: Interaction, kept: StoredMessage): void {
  interactions.pushResponse(interaction, {
    type: 'message',
    message: kept.message,
    private: kept.visibleTo !== undefined,
  })
}
