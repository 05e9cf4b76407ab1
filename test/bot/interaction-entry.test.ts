// Every kind of interaction, as Discord documents it, enters the real discord.js through its private action.
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
  type APIApplication,
  type APIUser,
  type Interaction,
} from 'discord.js'
import { pino } from 'pino'
import { beforeEach, describe, expect, test } from 'vitest'
import { createBot } from '../../src/bot/client.ts'
import { parseInteraction, setIdentity } from '../../src/bot/interaction-entry.ts'
import { reduceInteraction, UnreadableError, type JsonObject } from '../../src/bot/interaction-payload.ts'

const ids = {
  application: '100000000000000001',
  user: '200000000000000001',
  other: '200000000000000002',
  guild: '300000000000000001',
  channel: '400000000000000001',
  message: '500000000000000001',
  file: '600000000000000001',
  role: '700000000000000001',
}
const userOf = (id: string) => ({ id, username: `user${id}`, discriminator: '0', avatar: null })
const permissions = String(PermissionFlagsBits.SendMessages | PermissionFlagsBits.EmbedLinks)

/** What a command, a menu or a modal refers to, of every kind that there is. */
const resolved = {
  users: { [ids.other]: { ...userOf(ids.other), bot: true } },
  members: { [ids.other]: { roles: [ids.role], joined_at: '2024-01-01T00:00:00Z', permissions } },
  roles: { [ids.role]: { id: ids.role, name: 'a role', permissions, color: 0 } },
  channels: { [ids.channel]: { id: ids.channel, type: 0, name: 'general', permissions } },
  attachments: {
    [ids.file]: { id: ids.file, filename: 'a.yaml', size: 9, url: 'https://example.com/a', proxy_url: '' },
  },
  messages: {
    [ids.message]: {
      ...{ id: ids.message, channel_id: ids.channel, content: 'NATO has 32 members', type: 0 },
      ...{ author: userOf(ids.other), embeds: [], attachments: [], components: [], mentions: [] },
      timestamp: '2026-01-01T00:00:00Z',
    },
  },
}

/** The message of Entente that holds a component, or whose component opened a modal. */
const message = {
  ...{ id: ids.message, channel_id: ids.channel, content: '', type: 20, flags: MessageFlags.Ephemeral },
  author: { ...userOf(ids.application), bot: true },
  components: [{ type: 1, components: [{ type: 2, style: 2, label: 'More', custom_id: 'v2:more:nato' }] }],
  interaction_metadata: { id: '1', type: 2, user: userOf(ids.user), authorizing_integration_owners: {} },
}

let sent = 0
function payloadOf(type: InteractionType, data: object | undefined, extra: object = {}): JsonObject {
  return {
    ...{ id: String(800000000000000000n + BigInt(++sent)), application_id: ids.application, type, data },
    ...{ token: 'a token', version: 1, locale: 'en-US', guild_locale: 'de', context: 0, entitlements: [] },
    guild_id: ids.guild,
    guild: { id: ids.guild, locale: 'de', features: [] },
    channel_id: ids.channel,
    channel: { id: ids.channel, type: 11, name: 'a thread', guild_id: ids.guild, permissions },
    member: { user: userOf(ids.user), roles: [], permissions, joined_at: '2024-01-01T00:00:00Z' },
    app_permissions: permissions,
    authorizing_integration_owners: { 0: ids.guild },
    attachment_size_limit: 10_485_760,
    ...extra,
  }
}

let client: ReturnType<typeof createBot>
beforeEach(() => {
  client = createBot({
    apiUrl: 'http://127.0.0.1:1/api',
    metrics: { recordRequest: () => undefined },
    log: pino({ level: 'silent' }),
  })
  const bot = { ...userOf(ids.application), bot: true } as unknown as APIUser
  setIdentity(client, { id: ids.application, name: 'Entente', bot } as APIApplication & { bot: APIUser })
})
const enter = (type: InteractionType, data?: object, extra?: object): Interaction =>
  parseInteraction(client, reduceInteraction(payloadOf(type, data, extra)))

test('the client knows who it is, without a gateway', () => {
  expect([client.user?.id, client.application?.id]).toEqual([ids.application, ids.application])
  expect(client.ws.shards.size).toBe(0)
})

test('a chat command, with its options and what they refer to', () => {
  const { Subcommand, String: text, User, Attachment } = ApplicationCommandOptionType
  const options = [
    { name: 'name', type: text, value: 'NATO' },
    { name: 'for', type: User, value: ids.other },
    { name: 'file', type: Attachment, value: ids.file },
  ]
  const interaction = enter(InteractionType.ApplicationCommand, {
    ...{ id: '1', name: 'admin', type: ApplicationCommandType.ChatInput, resolved },
    options: [{ name: 'import', type: Subcommand, options }],
  })
  if (!interaction.isChatInputCommand()) throw new Error('it is no chat command')
  expect(interaction.options.getSubcommand()).toBe('import')
  expect(interaction.options.getString('name')).toBe('NATO')
  expect(interaction.options.getUser('for')).toMatchObject({ id: ids.other, bot: true })
  expect(interaction.options.getAttachment('file')).toMatchObject({ name: 'a.yaml', size: 9 })
  expect(interaction.isRepliable()).toBe(true)
})

test('where it was used and what may be done there come from the payload alone', () => {
  const data = { id: '1', name: 'alliance', type: ApplicationCommandType.ChatInput }
  const interaction = enter(InteractionType.ApplicationCommand, data)
  expect(interaction).toMatchObject({ guildId: ids.guild, channelId: ids.channel, user: { id: ids.user } })
  expect(interaction.memberPermissions?.has(PermissionFlagsBits.SendMessages)).toBe(true)
  expect(interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages)).toBe(false)
  expect(interaction.appPermissions.has(PermissionFlagsBits.EmbedLinks)).toBe(true)
  expect(interaction.authorizingIntegrationOwners.guildId).toBe(ids.guild)
  expect([interaction.guild, interaction.channel]).toEqual([null, null])
  const direct = enter(InteractionType.ApplicationCommand, data, {
    ...{ guild_id: undefined, guild: undefined, guild_locale: undefined, member: undefined, context: 1 },
    channel: { id: ids.channel, type: 1, recipients: [userOf(ids.user)] },
    user: userOf(ids.user),
    authorizing_integration_owners: { 0: '0', 1: ids.user },
  })
  expect(direct).toMatchObject({ guildId: null, memberPermissions: null, user: { id: ids.user } })
})

test('an autocomplete, with the option that is typed', () => {
  const interaction = enter(InteractionType.ApplicationCommandAutocomplete, {
    ...{ id: '1', name: 'compare', type: ApplicationCommandType.ChatInput },
    options: [
      { name: 'first', type: ApplicationCommandOptionType.String, value: 'NATO' },
      { name: 'second', type: ApplicationCommandOptionType.String, value: 'auk', focused: true },
    ],
  })
  if (!interaction.isAutocomplete()) throw new Error('it is no autocomplete')
  expect(interaction.options.getFocused(true)).toMatchObject({ name: 'second', value: 'auk' })
  expect(interaction.isRepliable()).toBe(false)
})

test('a message command, with its message', () => {
  const interaction = enter(InteractionType.ApplicationCommand, {
    ...{ id: '1', name: 'Find facts', type: ApplicationCommandType.Message },
    ...{ target_id: ids.message, resolved },
  })
  if (!interaction.isMessageContextMenuCommand()) throw new Error('it is no message command')
  expect(interaction.targetMessage).toMatchObject({
    content: 'NATO has 32 members',
    author: { id: ids.other },
  })
})

test('a user command, with its user', () => {
  const interaction = enter(InteractionType.ApplicationCommand, {
    ...{ id: '1', name: 'Of a user', type: ApplicationCommandType.User, target_id: ids.other, resolved },
  })
  if (!interaction.isUserContextMenuCommand()) throw new Error('it is no user command')
  expect(interaction.targetUser.id).toBe(ids.other)
})

test('a button, with its message', () => {
  const data = { component_type: ComponentType.Button, custom_id: 'v2:more:nato' }
  const interaction = enter(InteractionType.MessageComponent, data, { message })
  if (!interaction.isButton()) throw new Error('it is no button')
  expect(interaction.customId).toBe('v2:more:nato')
  expect(interaction.message.flags.has(MessageFlags.Ephemeral)).toBe(true)
  expect(interaction.message.interactionMetadata?.user.id).toBe(ids.user)
})

describe('a select menu', () => {
  const select = (componentType: ComponentType, values: string[]) =>
    enter(
      InteractionType.MessageComponent,
      { component_type: componentType, custom_id: 'v2:entity', values, resolved },
      { message },
    )

  test('of texts', () => {
    const interaction = select(ComponentType.StringSelect, ['nato', 'aukus'])
    expect(interaction.isStringSelectMenu() && interaction.values).toEqual(['nato', 'aukus'])
  })
  test('of users', () => {
    const interaction = select(ComponentType.UserSelect, [ids.other])
    expect(interaction.isUserSelectMenu() && [...interaction.users.keys()]).toEqual([ids.other])
  })
  test('of roles', () => {
    const interaction = select(ComponentType.RoleSelect, [ids.role])
    expect(interaction.isRoleSelectMenu() && interaction.values).toEqual([ids.role])
  })
  test('of users and roles', () => {
    const interaction = select(ComponentType.MentionableSelect, [ids.other, ids.role])
    expect(interaction.isMentionableSelectMenu() && interaction.values).toEqual([ids.other, ids.role])
  })
  test('of channels', () => {
    const interaction = select(ComponentType.ChannelSelect, [ids.channel])
    expect(interaction.isChannelSelectMenu() && interaction.values).toEqual([ids.channel])
  })
})

test('a modal, opened by a component, with its fields', () => {
  const text = { type: ComponentType.TextInput, id: 2, custom_id: 'text', value: 'It is 32.' }
  const fact = { type: ComponentType.StringSelect, id: 4, custom_id: 'fact', values: ['explainer/nato'] }
  const data = {
    custom_id: 'v2:report-fact:1',
    components: [
      { type: ComponentType.Label, id: 1, component: text },
      { type: ComponentType.Label, id: 3, component: fact },
    ],
    resolved,
  }
  const interaction = enter(InteractionType.ModalSubmit, data, { message })
  if (!interaction.isModalSubmit()) throw new Error('it is no modal')
  expect(interaction.fields.getTextInputValue('text')).toBe('It is 32.')
  expect(interaction.fields.getStringSelectValues('fact')).toEqual(['explainer/nato'])
  expect(interaction.isFromMessage()).toBe(true)
})

test.each<[what: string, type: number, data: object | undefined]>([
  ['of a type to come', 99, { id: '1' }],
  ['a command of a type to come', 2, { id: '1', name: 'x', type: 99 }],
  ['a component of a type to come', 3, { component_type: 99, custom_id: 'x' }],
  ['a ping', 1, undefined],
])('an interaction that is %s is unreadable, and the next one is read', (_what, type, data) => {
  expect(() => enter(type, data, { message })).toThrow(UnreadableError)
  const command = { id: '1', name: 'alliance', type: ApplicationCommandType.ChatInput }
  expect(enter(InteractionType.ApplicationCommand, command).isChatInputCommand()).toBe(true)
})
