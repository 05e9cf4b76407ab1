// Where an interaction happened and what may be done there, read from what the interaction itself carries.
import { PermissionFlagsBits, type BaseInteraction } from 'discord.js'
import type { ServerSettings } from './state/servers.ts'

export interface Place {
  /** Undefined in direct messages and groups. */
  serverId: string | undefined
  channelId: string
  /** What the server has chosen, or what is usual. */
  settings: ServerSettings
  /** Whether Entente itself is there: the server installed it, or it is a direct message with it. */
  installed: boolean
  /** Whether an answer may be seen by others; Discord shows it to the asker alone where it may not. */
  mayPost: boolean
  /** Whether an answer is for the asker alone unless they say otherwise. */
  privateByDefault: boolean
  /** Whether the person may do what these bits of permission say; in direct messages and groups nobody moderates. */
  personMay: (permissions: bigint) => boolean
  /** Whether Entente may do it there, as a bot or as an app that the asker has brought. */
  botMay: (permissions: bigint) => boolean
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-structure */
export function placeOf(interaction: BaseInteraction, settings: ServerSettings): Place {
  const { guildId, channelId, authorizingIntegrationOwners: owners, memberPermissions } = interaction
  const installed = owners.guildId !== null
  const mayPost =
    installed || guildId === null || (memberPermissions?.has(PermissionFlagsBits.UseExternalApps) ?? true)
  return {
    serverId: guildId ?? undefined,
    channelId: channelId ?? '',
    settings,
    installed,
    mayPost,
    privateByDefault: settings.private || (guildId !== null && !installed),
    personMay: (permissions) => guildId !== null && (memberPermissions?.has(permissions) ?? false),
    botMay: (permissions) => interaction.appPermissions.has(permissions),
  }
}
