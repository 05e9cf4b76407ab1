// Warns at startup if users cannot install the app for themselves.
import { ApplicationIntegrationType, Routes, type APIApplication, type Client } from 'discord.js'
import type { Logger } from 'pino'

/** Warns if users cannot install the app for themselves; does nothing if Discord does not answer. */
export async function warnIfUserInstallDisabled(client: Client<true>, log: Logger): Promise<void> {
  const application = (await client.rest.get(Routes.currentApplication()).catch(() => undefined)) as
    APIApplication | undefined
  if (!application) return
  if (!(ApplicationIntegrationType.UserInstall in (application.integration_types_config ?? {}))) {
    log.warn(
      'users cannot install Entente for themselves: enable User Install on the Installation page of the application',
    )
  }
}
