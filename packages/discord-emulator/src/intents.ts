// Which events a session subscribes to: https://discord.com/developers/docs/topics/gateway#list-of-intents

export const intent = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const

/** Every bit that Discord documents: 0 to 16, 20, 21, 24 and 25. */
const known = 0x1ffff | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25)

/** Intents that must be enabled for the app in the developer portal. */
const privileged = intent.guildMembers | intent.guildPresences | intent.messageContent

/** Why Discord rejects these intents, or undefined if it accepts them. */
export function checkIntents(
  intents: unknown,
  allowed: number,
): 'invalidIntents' | 'disallowedIntents' | undefined {
  if (typeof intents !== 'number' || !Number.isInteger(intents)) return 'invalidIntents'
  if (intents < 0 || intents & ~known) return 'invalidIntents'
  return intents & privileged & ~allowed ? 'disallowedIntents' : undefined
}

/** The intent that an event about messages needs. */
export const messagesIntent = (guildId: string | undefined) =>
  guildId === undefined ? intent.directMessages : intent.guildMessages
