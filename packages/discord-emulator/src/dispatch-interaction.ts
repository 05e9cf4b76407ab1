// Sends an interaction to the bot: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
import { fileSizeLimit } from './body.ts'
import { type Interaction, type InteractionKind, interactionType } from './interactions.ts'
import { appendCapped } from './request-log.ts'
import type { Message } from './messages.ts'
import { channelSeenBy, toApiMember, partialGuild, toApiUser } from './to-api.ts'
import { contextOf } from './command-availability.ts'
import type { EmulatorContext } from './context.ts'
import { botPermissions } from './permissions.ts'
import type { EmulatorUser, EmulatorChannel } from './world.ts'

export interface InteractionDraft {
  kind: InteractionKind
  person: EmulatorUser
  place: EmulatorChannel
  owners: Record<string, string>
  forcedPrivate: boolean
  name: string
  /** The `data` of the interaction. */
  data: Record<string, unknown>
  source?: Message | undefined
  openedBy?: Interaction
  commandType?: number
  optionType?: number
}

/** Makes the interaction, keeps it and sends it on the gateway. */
export function dispatchInteraction(
  parts: EmulatorContext,
  { data, source, ...deed }: InteractionDraft,
): Interaction {
  const id = parts.newId()
  const interaction: Interaction = {
    ...deed,
    ...(source ? { source } : {}),
    id,
    token: Buffer.from(`interaction:${id}:${parts.newId()}`).toString('base64url'),
    createdAt: performance.now(),
    state: 'unanswered',
    messageIds: new Set(),
    followUps: 0,
    responses: [],
    waiters: new Set(),
  }
  parts.interactions.add(interaction)
  const payload = parts.faultInjector.alter(payloadOf(parts, interaction, data))
  const { kind, person, place } = interaction
  appendCapped(parts.log.interactions, {
    at: parts.clock.now(),
    id,
    kind,
    person: person.name,
    place: place.name,
    payload,
  })
  parts.changes.tell({ type: 'wire' })
  const send = () => parts.gateway.dispatch('INTERACTION_CREATE', payload, { guildId: place.server?.id })
  const again = parts.faultInjector.consumeDuplicate()
  send()
  if (again === 'at once') send()
  else if (again === 'late') {
    const answered = () => interaction.state !== 'unanswered'
    const deadline = interaction.createdAt + parts.windows.initialResponseTimeoutMs
    // Until the emulator is closed.
    void parts.interactions.waitUntil(interaction, answered, deadline).then(send, () => undefined)
  }
  return interaction
}

function payloadOf({ world }: EmulatorContext, interaction: Interaction, data: Record<string, unknown>) {
  const { id, token, kind, person, place, owners, source } = interaction
  const { server } = place
  return {
    id,
    application_id: world.application.id,
    type: interactionType[kind],
    token,
    version: 1,
    data,
    channel_id: place.id,
    channel: channelSeenBy(world, place, person),
    ...(server
      ? {
          guild_id: server.id,
          guild: partialGuild(server),
          guild_locale: server.locale,
          member: toApiMember(person, place),
        }
      : { user: toApiUser(person) }),
    ...(source ? { message: source } : {}),
    app_permissions: String(botPermissions(place)),
    locale: person.locale,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: owners,
    context: contextOf(place),
    attachment_size_limit: fileSizeLimit,
  }
}
