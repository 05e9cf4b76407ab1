// Which commands a person is offered at a place, and where there are none, why and who is offered some.
import { createUserActions } from '../user-actions.ts'
import { integrationOwners, authorizeCommand } from '../command-availability.ts'
import type { EmulatorContext } from '../context.ts'
import { permission, personPermissions } from '../permissions.ts'
import type { Command } from '../command-registry.ts'
import type { EmulatorUser, EmulatorChannel } from '../world.ts'

/** The commands that Discord would show to a person at a place. */
export function offeredCommands(
  parts: EmulatorContext,
  person: EmulatorUser,
  where: EmulatorChannel,
): Command[] {
  const { place, commands } = createUserActions(parts, person, where)
  return commands().filter((command) => {
    try {
      authorizeCommand(parts.world, command, person, place)
      return true
    } catch {
      return false
    }
  })
}

/** Why a person is offered no command at a place, in words for someone new to Discord. */
export function whyNone(parts: EmulatorContext, person: EmulatorUser, where: EmulatorChannel): string {
  const { place, commands } = createUserActions(parts, person, where)
  const app = parts.world.application.name
  const may = personPermissions(person, place)
  const name = firstName(person)
  if (commands().length === 0) return `${app} has not put its commands yet.`
  const others = Object.values(parts.world.people).filter(
    (one) => offeredCommands(parts, one, where).length > 0,
  )
  const advice =
    others.length === 0
      ? ''
      : ` Under “You are”, choose ${others.map(firstName).join(' or ')} to use it here.`
  if (!(may & permission.viewChannel)) return `${name} is not a member here.${advice}`
  if (!(may & permission.useApplicationCommands)) return `${name} may not use commands here.${advice}`
  if (Object.keys(integrationOwners(parts.world, person, place)).length === 0)
    return `${app} is not installed here, and ${name} has not installed it for personal use.${advice}`
  return `${app} offers ${name} no command here.${advice}`
}

function firstName({ displayName }: EmulatorUser): string {
  return displayName.split(' ')[0] ?? displayName
}
