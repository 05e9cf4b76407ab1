// Sends an interaction to the bot: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
import { fileSizeLimit } from './body.ts'
import { type Interaction, type InteractionKind, interactionType } from './interactions.ts'
import { record } from './request-log.ts'
import type { Message } from './messages.ts'
import { channelSeenBy, memberOf, partialGuild, userOf } from './to-api.ts'
import { contextOf } from './command-availability.ts'
import type { Parts } from './context.ts'
import { botPermissions } from './permissions.ts'
import type { Person, Place } from './world.ts'

export interface Deed {
  kind: InteractionKind
  person: Person
  place: Place
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
export function deliver(parts: Parts, { data, source, ...deed }: Deed): Interaction {
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
    sights: [],
    wake: new Set(),
  }
  parts.interactions.add(interaction)
  const payload = parts.plan.alter(payloadOf(parts, interaction, data))
  const { kind, person, place } = interaction
  record(parts.log.interactions, {
    at: parts.clock.now(),
    id,
    kind,
    person: person.name,
    place: place.name,
    payload,
  })
  parts.changes.tell({ type: 'wire' })
  const send = () => parts.gateway.dispatch('INTERACTION_CREATE', payload, { guildId: place.server?.id })
  const again = parts.plan.takeDuplicate()
  send()
  if (again === 'at once') send()
  else if (again === 'late') {
    const answered = () => interaction.state !== 'unanswered'
    const deadline = interaction.createdAt + parts.windows.answerWithinMs
    // Until the sandbox is closed.
    void parts.interactions.until(interaction, answered, deadline).then(send, () => undefined)
  }
  return interaction
}

function payloadOf({ world }: Parts, interaction: Interaction, data: Record<string, unknown>) {
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
          member: memberOf(person, place),
        }
      : { user: userOf(person) }),
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
