// Where an interaction happened and what may be done there, read from what the interaction itself carries.
import { PermissionFlagsBits, type BaseInteraction } from 'discord.js'
import type { ServerSettings } from '../db/guild-settings.ts'

export interface Place {
  /** Undefined in direct messages and groups. */
  serverId: string | undefined
  channelId: string
  /** What the server has chosen, or what is usual. */
  settings: ServerSettings
  /** Whether Entente itself is there: the server installed it, or it is a direct message with it. */
  installed: boolean
  inThread: boolean
  /**
   * The permission for want of which an answer is for the asker alone, by Discord's name of it; Discord itself sees to
   * "Use External Apps", but lets members press buttons in channels where they may not write.
   */
  lacks: string | undefined
  /** Whether an answer is for the asker alone unless they say otherwise. */
  privateByDefault: boolean
  /** Whether the person may do what these bits of permission say; in direct messages and groups nobody moderates. */
  personMay: (permissions: bigint) => boolean
  /** Whether Entente may do it there, as a bot or as an app that the asker has brought. */
  botMay: (permissions: bigint) => boolean
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-structure */
export function placeOf(interaction: BaseInteraction, settings: ServerSettings, inThread: boolean): Place {
  const { guildId, channelId, authorizingIntegrationOwners: owners, memberPermissions } = interaction
  const installed = owners.guildId !== null
  const personMay = (permissions: bigint) =>
    guildId !== null && (memberPermissions?.has(permissions) ?? false)
  return {
    serverId: guildId ?? undefined,
    channelId: channelId ?? '',
    settings,
    installed,
    inThread,
    lacks: guildId === null ? undefined : lacking(personMay, installed, inThread),
    privateByDefault: settings.private || (guildId !== null && !installed),
    personMay,
    botMay: (permissions) => interaction.appPermissions.has(permissions),
  }
}

function lacking(personMay: Place['personMay'], installed: boolean, inThread: boolean): string | undefined {
  if (!installed && !personMay(PermissionFlagsBits.UseExternalApps)) return 'Use External Apps'
  if (inThread) {
    return personMay(PermissionFlagsBits.SendMessagesInThreads) ? undefined : 'Send Messages in Threads'
  }
  return personMay(PermissionFlagsBits.SendMessages) ? undefined : 'Send Messages'
}
