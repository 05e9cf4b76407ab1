// Where an interaction happened and what may be done there, read only from the interaction.
import { PermissionFlagsBits, type BaseInteraction } from 'discord.js'
import type { ChannelContext } from '../core/channel-context.ts'
import type { GuildSettings } from '../core/stores.ts'

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
  memberHas: ChannelContext['memberHas'],
  isGuildInstalled: boolean,
  isThread: boolean,
): string | undefined {
  if (!isGuildInstalled && !memberHas(PermissionFlagsBits.UseExternalApps)) return 'Use External Apps'
  if (isThread) {
    return memberHas(PermissionFlagsBits.SendMessagesInThreads) ? undefined : 'Send Messages in Threads'
  }
  return memberHas(PermissionFlagsBits.SendMessages) ? undefined : 'Send Messages'
}
