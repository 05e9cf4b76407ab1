// The commands that a user can use in a channel, and if there are none, why, and who can use some.
import { createUserActions } from '../user-actions.ts'
import { authorizeCommand, integrationOwners } from '../command-availability.ts'
import type { EmulatorContext } from '../context.ts'
import { permission, userPermissions } from '../permissions.ts'
import type { Command } from '../command-registry.ts'
import type { EmulatorChannel, EmulatorUser } from '../world.ts'

/** The commands that Discord would show to a user in a channel. */
export function availableCommands(
  context: EmulatorContext,
  user: EmulatorUser,
  where: EmulatorChannel,
): Command[] {
  const { channel, commands } = createUserActions(context, user, where)
  return commands().filter((command) => {
    try {
      authorizeCommand(context.world, command, user, channel)
      return true
    } catch {
      return false
    }
  })
}

/** Why a user can use no command in a channel, worded for someone new to Discord. */
export function noCommandsReason(
  context: EmulatorContext,
  user: EmulatorUser,
  where: EmulatorChannel,
): string {
  const { channel, commands } = createUserActions(context, user, where)
  const app = context.world.application.name
  const granted = userPermissions(user, channel)
  const name = firstName(user)
  if (commands().length === 0) return `${app} has not registered its commands yet.`
  const others = Object.values(context.world.users).filter(
    (other) => availableCommands(context, other, where).length > 0,
  )
  const advice =
    others.length === 0
      ? ''
      : ` Under “You are”, choose ${others.map(firstName).join(' or ')} to use it here.`
  if (!(granted & permission.viewChannel)) return `${name} is not a member here.${advice}`
  if (!(granted & permission.useApplicationCommands)) return `${name} cannot use commands here.${advice}`
  if (Object.keys(integrationOwners(context.world, user, channel)).length === 0)
    return `${app} is not installed here, and ${name} has not installed it to their account.${advice}`
  return `${app} has no command for ${name} here.${advice}`
}

function firstName({ displayName }: EmulatorUser): string {
  return displayName.split(' ')[0] ?? displayName
}
