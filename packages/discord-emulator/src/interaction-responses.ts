// The messages written with an interaction's token: the initial response, follow-ups, edits and deletions.
import { type Interaction, interactionType } from './interactions.ts'
import { flag } from './validation/messages.ts'
import { replyTo } from './message-parts.ts'
import type { InteractionMetadata, StoredMessage } from './messages.ts'
import { botUser, toApiUser } from './to-api.ts'
import type { EmulatorContext } from './context.ts'
import { type MessageDraft, createMessage, deleteMessage, updateMessage } from './message-events.ts'
import { threadLocked, tooManyFollowups, unknownMessage } from './api-error.ts'

/** Maximum follow-ups of an app that only the user installed: https://discord.com/developers/docs/interactions/receiving-and-responding#create-followup-message */
const maxFollowups = 5

/** https://discord.com/developers/docs/resources/message#message-object-message-types */
const messageType = { plain: 0, reply: 19, chatCommand: 20, menuCommand: 23 } as const

function responseMessageType({ kind, commandType }: Interaction): number {
  if (kind !== 'command') return messageType.reply
  return commandType === 1 ? messageType.chatCommand : messageType.menuCommand
}

function metadataOf(interaction: Interaction): InteractionMetadata {
  const { id, kind, user, owners, source, openedBy, originalId } = interaction
  return {
    id,
    type: interactionType[kind],
    user: toApiUser(user),
    authorizing_integration_owners: owners,
    ...(kind === 'command' ? { name: interaction.name, command_type: interaction.commandType ?? 1 } : {}),
    ...(kind === 'component' && source ? { interacted_message_id: source.id } : {}),
    ...(kind === 'modal' && openedBy ? { triggering_interaction_metadata: metadataOf(openedBy) } : {}),
    ...(originalId === undefined ? {} : { original_response_message_id: originalId }),
  }
}

function isEphemeral(interaction: Interaction, { payload }: MessageDraft): boolean {
  return interaction.forcedEphemeral || ((payload.flags ?? 0) & flag.ephemeral) !== 0
}

function createInteractionMessage(
  context: EmulatorContext,
  interaction: Interaction,
  draft: MessageDraft,
  ephemeral: boolean,
  type: number,
  loading = false,
): StoredMessage {
  const { application } = context.world
  const { user, channel } = interaction
  const referenced = type === messageType.reply ? referencedMessage(context, interaction) : undefined
  const stored = createMessage(
    context,
    channel,
    {
      type: type === messageType.reply && !referenced ? messageType.plain : type,
      author: botUser(application),
      flags: (ephemeral ? flag.ephemeral : 0) | (loading ? flag.loading : 0),
      application_id: application.id,
      webhook_id: application.id,
      interaction_metadata: metadataOf(interaction),
      ...(interaction.kind === 'command' && {
        interaction: { id: interaction.id, type: 2, name: interaction.name, user: toApiUser(user) },
      }),
      ...(referenced && replyTo(referenced.message, channel.guild?.id)),
    },
    draft,
    ephemeral ? user.id : undefined,
  )
  interaction.messageIds.add(stored.message.id)
  return stored
}

function referencedMessage(
  context: EmulatorContext,
  { originalId, source, channel }: Interaction,
): StoredMessage | undefined {
  const id = originalId ?? source?.id
  return id === undefined ? undefined : context.messageStore.get(channel.id, id)
}

/** The initial response, as a message (callback type 4). */
export function createResponse(
  context: EmulatorContext,
  interaction: Interaction,
  draft: MessageDraft,
): StoredMessage {
  const stored = createInteractionMessage(
    context,
    interaction,
    draft,
    isEphemeral(interaction, draft),
    responseMessageType(interaction),
  )
  interaction.originalId = stored.message.id
  context.interactions.acknowledge(interaction, 'responded')
  pushMessage(context, interaction, stored)
  return stored
}

/** The initial response, as "thinking …" (callback type 5). */
export function defer(
  context: EmulatorContext,
  interaction: Interaction,
  draft: MessageDraft,
): StoredMessage {
  const ephemeral = isEphemeral(interaction, draft)
  const stored = createInteractionMessage(
    context,
    interaction,
    draft,
    ephemeral,
    responseMessageType(interaction),
    true,
  )
  interaction.originalId = stored.message.id
  context.interactions.acknowledge(interaction, 'deferred')
  return stored
}

/** A follow-up message; right after a deferral it fills the deferred message, whatever its own flags. */
export function createFollowup(
  context: EmulatorContext,
  interaction: Interaction,
  draft: MessageDraft,
): StoredMessage {
  if (interaction.state === 'deferred' && interaction.originalId !== undefined)
    return editResponse(context, interaction, messageOf(context, interaction, '@original'), draft)
  const ephemeral = isEphemeral(interaction, draft)
  if (interaction.channel.locked && !ephemeral) throw threadLocked()
  if (!('0' in interaction.owners) && interaction.followups >= maxFollowups) throw tooManyFollowups()
  interaction.followups += 1
  const stored = createInteractionMessage(context, interaction, draft, ephemeral, messageType.reply)
  pushMessage(context, interaction, stored)
  return stored
}

/** The message of this id or `@original`, if the interaction's token can access it. @throws DiscordApiError 10008 */
export function messageOf(
  context: EmulatorContext,
  interaction: Interaction,
  idOrOriginal: string,
): StoredMessage {
  const id = idOrOriginal === '@original' ? interaction.originalId : idOrOriginal
  const isOwn = id !== undefined && (id === interaction.originalId || interaction.messageIds.has(id))
  const stored = isOwn ? context.messageStore.get(interaction.channel.id, id) : undefined
  if (!stored) throw unknownMessage()
  return stored
}

/** Edits a message of the interaction; the first edit of a deferred response fills it. */
export function editResponse(
  context: EmulatorContext,
  interaction: Interaction,
  stored: StoredMessage,
  draft: MessageDraft,
): StoredMessage {
  const fillsDeferred = interaction.state === 'deferred' && stored.message.id === interaction.originalId
  const revised = updateMessage(context, interaction.channel, stored, draft)
  if (fillsDeferred) context.interactions.acknowledge(interaction, 'responded')
  const ephemeral = revised.visibleTo !== undefined
  context.interactions.pushResponse(interaction, {
    type: fillsDeferred ? 'message' : 'updated',
    message: revised.message,
    ephemeral,
  })
  return revised
}

/** Deletes a message of the interaction. */
export function deleteResponse(
  context: EmulatorContext,
  interaction: Interaction,
  stored: StoredMessage,
): void {
  deleteMessage(context, interaction.channel, stored)
  if (interaction.state === 'deferred') context.interactions.acknowledge(interaction, 'responded')
  context.interactions.pushResponse(interaction, {
    type: 'deleted',
    message: stored.message,
    ephemeral: stored.visibleTo !== undefined,
  })
}

function pushMessage(
  { interactions }: EmulatorContext,
  interaction: Interaction,
  stored: StoredMessage,
): void {
  interactions.pushResponse(interaction, {
    type: 'message',
    message: stored.message,
    ephemeral: stored.visibleTo !== undefined,
  })
}
