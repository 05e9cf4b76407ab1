// Sends an interaction to the bot, over the gateway or to its endpoint: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
import { fileSizeLimit } from './body.ts'
import { type Interaction, type InteractionKind, failureReasons, interactionType } from './interactions.ts'
import { respondTo } from './interaction-callback.ts'
import { type LoggedInteraction, appendCapped } from './request-log.ts'
import type { Message } from './messages.ts'
import { toApiChannelFor, toApiMember, toApiPartialGuild, toApiUser } from './to-api.ts'
import { interactionContext } from './command-availability.ts'
import type { EmulatorContext } from './context.ts'
import { botPermissions } from './permissions.ts'
import type { EmulatorUser, EmulatorChannel } from './world.ts'

export interface InteractionDraft {
  kind: InteractionKind
  user: EmulatorUser
  channel: EmulatorChannel
  owners: Record<string, string>
  forcedEphemeral: boolean
  name: string
  /** The `data` of the interaction. */
  data: Record<string, unknown>
  source?: Message | undefined
  openedBy?: Interaction
  commandType?: number
  optionType?: number
}

/** Creates an interaction, stores it and sends it. */
export function dispatchInteraction(
  context: EmulatorContext,
  { data, source, ...draft }: InteractionDraft,
): Interaction {
  const id = context.newId()
  const interaction: Interaction = {
    ...draft,
    ...(source ? { source } : {}),
    id,
    token: Buffer.from(`interaction:${id}:${context.newId()}`).toString('base64url'),
    createdAt: performance.now(),
    state: 'pending',
    messageIds: new Set(),
    followups: 0,
    responses: [],
    waiters: new Set(),
  }
  context.interactions.add(interaction)
  const payload = context.faultInjector.mutate(payloadOf(context, interaction, data))
  const { kind, user, channel } = interaction
  const logged: LoggedInteraction = {
    sentAt: context.clock.now(),
    id,
    kind,
    user: user.name,
    channel: channel.name,
    payload,
    deliveries: [],
  }
  appendCapped(context.log.interactions, logged)
  context.events.emit('change', { type: 'log' })
  const send = () => {
    if (context.endpoint.url() !== null) void deliver(context, interaction, logged)
    else context.gateway.dispatch('INTERACTION_CREATE', payload, { guildId: channel.guild?.id })
  }
  const duplicate = context.faultInjector.consumeDuplicate()
  send()
  if (duplicate === 'at once') send()
  else if (duplicate === 'late') {
    const isAcknowledged = () => interaction.state !== 'pending'
    const deadline = interaction.createdAt + context.timeouts.initialResponseTimeoutMs
    // It rejects when the emulator is closed first.
    void context.interactions.waitUntil(interaction, isAcknowledged, deadline).then(send, () => undefined)
  }
  return interaction
}

/** Delivers an interaction by HTTP: the endpoint responds itself, or with 202 and then at the callback endpoint. */
async function deliver(
  context: EmulatorContext,
  interaction: Interaction,
  { payload, deliveries }: LoggedInteraction,
): Promise<void> {
  const { status, body } = await context.endpoint.deliver(payload, context.clock.now())
  deliveries.push(status)
  if (status === 202) return
  try {
    if (status !== 200) throw new Error('the endpoint refused the interaction')
    respondTo(context, interaction, { json: JSON.parse(body), files: new Map() })
  } catch {
    if (interaction.state !== 'pending') return
    context.interactions.pushResponse(interaction, {
      type: 'failed',
      reason: failureReasons[interaction.kind],
    })
  }
}

function payloadOf({ world }: EmulatorContext, interaction: Interaction, data: Record<string, unknown>) {
  const { id, token, kind, user, channel, owners, source } = interaction
  const { guild } = channel
  return {
    id,
    application_id: world.application.id,
    type: interactionType[kind],
    token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: toApiChannelFor(world, channel, user),
    ...(guild
      ? {
          guild_id: guild.id,
          guild: toApiPartialGuild(guild),
          guild_locale: guild.locale,
          member: toApiMember(user, channel),
        }
      : { user: toApiUser(user) }),
    ...(source ? { message: source } : {}),
    app_permissions: String(botPermissions(channel)),
    locale: user.locale,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: owners,
    context: interactionContext(channel),
    attachment_size_limit: fileSizeLimit,
  }
}
