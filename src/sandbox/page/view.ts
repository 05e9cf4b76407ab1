// What a person sees at a place, now and as it changes: messages, and the commands that Discord offers there.
import { createDeeds } from '../deeds.ts'
import type { KeptMessage } from '../messages.ts'
import { ownersAt, offer } from '../offered.ts'
import type { Parts } from '../parts.ts'
import { permission, personPermissions, sending } from '../permissions.ts'
import type { Command } from '../registry.ts'
import type { Person, Place } from '../world.ts'
import type { ShownMessage, ViewEvent } from './protocol.ts'

/** Tells the view of a person at a place until the returned function is called. */
export function watchView(
  parts: Parts,
  person: Person,
  where: Place,
  tell: (event: ViewEvent) => void,
): () => void {
  const { history, changes } = parts
  const { place, commands } = createDeeds(parts, person, where)
  const may = personPermissions(person, place)
  const maySee = (may & permission.viewChannel) !== 0n
  const mayWrite = maySee && (may & sending(place)) !== 0n

  const isShown = ({ viewerId }: KeptMessage) => maySee && (viewerId === undefined || viewerId === person.id)

  function tellCommands(): void {
    const offered = commands().filter((command) => isOffered(parts, command, person, place))
    tell({
      type: 'commands',
      commands: offered,
      mayWrite,
      whyNone: offered.length === 0 ? whyNone(parts, person, place, commands().length) : undefined,
    })
  }

  const stop = changes.watch((change) => {
    if (change.type === 'commands') tellCommands()
    else if (change.type === 'wire') tell({ type: 'wire' })
    else if (change.channelId === place.id) {
      const kept = history.get(place.id, change.id)
      if (!kept) tell({ type: 'gone', id: change.id })
      else if (isShown(kept)) tell({ type: 'message', shown: shown(kept) })
    }
  })
  tell({ type: 'messages', messages: history.list(place.id).filter(isShown).map(shown) })
  tellCommands()
  return stop
}

function shown({ message, viewerId, files }: KeptMessage): ShownMessage {
  const described = [...files.values()].flatMap(({ url, description }) =>
    description ? [[url, description] as const] : [],
  )
  return { message, private: viewerId !== undefined, alts: Object.fromEntries(described) }
}

function isOffered({ world }: Parts, command: Command, person: Person, place: Place): boolean {
  try {
    offer(world, command, person, place)
    return true
  } catch {
    return false
  }
}

/** Why a person is offered no command here, in words for someone new to Discord. */
function whyNone({ world }: Parts, person: Person, place: Place, known: number): string {
  const { name } = world.application
  const first = person.displayName.split(' ')[0] ?? person.displayName
  const may = personPermissions(person, place)
  if (known === 0) return `${name} has not put its commands yet.`
  if (!(may & permission.viewChannel)) return `${first} is not in this place.`
  if (!(may & permission.useApplicationCommands)) return `${first} may not use commands here.`
  if (Object.keys(ownersAt(world, person, place)).length === 0)
    return `${name} is not installed here, and ${first} has not installed it for personal use. Tom and Ophelia have.`
  return `${name} offers ${first} no command here.`
}
