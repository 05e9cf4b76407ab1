// Where an interaction happened and what may be done there, read from what the interaction itself carries.
import { PermissionFlagsBits, type BaseInteraction } from 'discord.js'
import type { GuildSettings } from '../db/guild-settings.ts'

export interface ChannelContext {
  /** Undefined in direct messages and groups. */
  guildId: string | undefined
  channelId: string
  /** What the server has chosen, or what is usual. */
  settings: GuildSettings
  /** Whether Entente itself is there: the server installed it, or it is a direct message with it. */
  isGuildInstalled: boolean
  isThread: boolean
  /**
   * The permission for want of which an answer is for the asker alone, by Discord's name of it; Discord itself sees to
   * "Use External Apps", but lets members press buttons in channels where they may not write.
   */
  missingPermission: string | undefined
  /** Whether an answer is for the asker alone unless they say otherwise. */
  ephemeralByDefault: boolean
  /** Whether the person may do what these bits of permission say; in direct messages and groups nobody moderates. */
  memberHas: (permissions: bigint) => boolean
  /** Whether Entente may do it there, as a bot or as an app that the asker has brought. */
  appHas: (permissions: bigint) => boolean
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-structure */
export function channelContextOf(
  interaction: BaseInteraction,
  settings: GuildSettings,
  isThread: boolean,
): ChannelContext {
  const { guildId, channelId, authorizingIntegrationOwners: owners, memberPermissions } = interaction
  const isGuildInstalled = owners.guildId !== null
  const memberHas = (permissions: bigint) =>
    guildId !== null && (memberPermissions?.has(permissions) ?? false)
  return {
    guildId: guildId ?? undefined,
    channelId: channelId ?? '',
    settings,
    isGuildInstalled,
    isThread,
    missingPermission:
      guildId === null ? undefined : findMissingPermission(memberHas, isGuildInstalled, isThread),
    ephemeralByDefault: settings.ephemeralByDefault || (guildId !== null && !isGuildInstalled),
    memberHas,
    appHas: (permissions) => interaction.appPermissions.has(permissions),
  }
}

function findMissingPermission(
  personMay: ChannelContext['memberHas'],
  installed: boolean,
  inThread: boolean,
): string | undefined {
  if (!installed && !personMay(PermissionFlagsBits.UseExternalApps)) return 'Use External Apps'
  if (inThread) {
    return personMay(PermissionFlagsBits.SendMessagesInThreads) ? undefined : 'Send Messages in Threads'
  }
  return personMay(PermissionFlagsBits.SendMessages) ? undefined : 'Send Messages'
}
