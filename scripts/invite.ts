// npm run invite: prints the links that install the application of DISCORD_TOKEN in a server or for a user.
import { ApplicationIntegrationType, OAuth2Routes, PermissionFlagsBits } from 'discord.js'
import { ConfigError, loadDotEnv, readConfig, requireToken } from '../src/config/config.ts'
import { describeStartupError } from '../src/config/startup-errors.ts'
import { readFlags } from './read-flags.ts'

readFlags({})

try {
  loadDotEnv()
  printLinks(requireToken(readConfig(), 'set it to the bot token of the application to invite'))
} catch (error) {
  console.error(describeStartupError(error, undefined) ?? error)
  process.exitCode = 1
}

function printLinks(token: string): void {
  // The first part of a token is the application's id in base64.
  const applicationId = Buffer.from(token.split('.')[0] ?? '', 'base64').toString()
  if (!/^\d+$/.test(applicationId)) {
    throw new ConfigError('DISCORD_TOKEN is not a bot token: copy it from the Bot page of your application.')
  }
  const link = (type: ApplicationIntegrationType, scope: string, permissions = 0n) => {
    const query = {
      ...{ client_id: applicationId, integration_type: String(type), scope },
      permissions: String(permissions),
    }
    return `${OAuth2Routes.authorizationURL}?${new URLSearchParams(query).toString()}`
  }
  const { ViewChannel, SendMessages, SendMessagesInThreads } = PermissionFlagsBits
  const forServers = [ApplicationIntegrationType.GuildInstall, 'bot applications.commands'] as const
  console.log(`To a server:  ${link(...forServers)}`)
  console.log('To a server, with the permissions that the fact of the day (/daily) needs:')
  console.log(`              ${link(...forServers, ViewChannel | SendMessages | SendMessagesInThreads)}`)
  console.log(`To yourself:  ${link(ApplicationIntegrationType.UserInstall, 'applications.commands')}`)
}
