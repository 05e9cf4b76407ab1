// Enters interactions that came by HTTP into discord.js, as its gateway does. It uses private parts, which may change with
// any version: package.json names the version exactly, and a test enters every kind of interaction.
import {
  ClientApplication,
  ClientUser,
  Events,
  type APIApplication,
  type APIUser,
  type Client,
  type Interaction,
} from 'discord.js'
import { UnreadableError, type JsonObject } from './interaction-payload.ts'

type Constructor<Instance> = new (client: Client, data: object) => Instance

interface Actions {
  InteractionCreate: { handle: (payload: JsonObject) => void }
}

/** Sets what READY sets on a client that logs in to the gateway. */
export function setIdentity(client: Client, application: APIApplication & { bot: APIUser }): Client<true> {
  const user = new (ClientUser as unknown as Constructor<ClientUser>)(client, application.bot)
  client.user = user
  client.users.cache.set(user.id, user)
  client.application = new (ClientApplication as unknown as Constructor<ClientApplication>)(
    client,
    application,
  )
  return client as Client<true>
}

/** @throws UnreadableError for an unknown type, and whatever discord.js throws for a payload that it cannot parse */
export function parseInteraction(client: Client, payload: JsonObject): Interaction {
  let parsed: Interaction | undefined
  const take = (interaction: Interaction) => void (parsed = interaction)
  client.on(Events.InteractionCreate, take)
  try {
    // Emits the interaction before it returns, or does not emit one.
    ;(client['actions'] as Actions).InteractionCreate.handle(payload)
  } finally {
    client.off(Events.InteractionCreate, take)
  }
  if (!parsed) throw new UnreadableError('unknown interaction type')
  return parsed
}
