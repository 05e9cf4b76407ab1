// Warns at startup about settings of the application with which Entente gets no interactions, or fewer.
import { ApplicationIntegrationType, Routes, type APIApplication, type Client } from 'discord.js'
import type { Logger } from 'pino'
import type { ConnectionStatus } from '../monitoring/health.ts'

/** Does nothing if Discord does not answer. */
export async function checkApplicationSettings(
  client: Client<true>,
  connection: ConnectionStatus['type'],
  log: Logger,
): Promise<void> {
  const application = (await client.rest.get(Routes.currentApplication()).catch(() => undefined)) as
    APIApplication | undefined
  if (!application) return
  if (!(ApplicationIntegrationType.UserInstall in (application.integration_types_config ?? {}))) {
    log.warn(
      'users cannot install Entente for themselves: enable User Install on the Installation page of the application',
    )
  }
  if (connection === 'gateway' && application.interactions_endpoint_url) {
    log.warn(
      'Discord delivers interactions to the Interactions Endpoint URL, not over the gateway: remove that URL from the General Information page of the application, or set INTERACTIONS_PORT',
    )
  }
  if (connection === 'http' && !application.interactions_endpoint_url) {
    log.warn(
      'Discord delivers no interactions by HTTP yet: enter the address of /interactions as Interactions Endpoint URL on the General Information page of the application, or unset INTERACTIONS_PORT',
    )
  }
}
