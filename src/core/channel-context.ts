// Where an interaction happened, and what its user and Entente may do there.
import type { GuildSettings } from './stores.ts'

export interface ChannelContext {
  /** Undefined in direct messages and group DMs. */
  guildId: string | undefined
  channelId: string
  /** The guild's settings, or the defaults. */
  settings: GuildSettings
  /** Whether Entente is installed in the guild, or this is a direct message with it. */
  isGuildInstalled: boolean
  isThread: boolean
  /**
   * The permission, by Discord's name, whose absence makes every answer ephemeral. Discord enforces "Use External Apps"
   * itself, but lets members use components in channels in which they may not write.
   */
  missingPermission: string | undefined
  /** Whether an answer is ephemeral unless the user chooses otherwise. */
  ephemeralByDefault: boolean
  /** Whether the member has all these permission bits; false in direct messages and group DMs. */
  memberHas: (permissions: bigint) => boolean
  /** Whether Entente has all these permission bits, as a bot or as a user-installed app. */
  appHas: (permissions: bigint) => boolean
}
