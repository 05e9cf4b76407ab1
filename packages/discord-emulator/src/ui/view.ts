// What a person sees at a place, now and as it changes: messages, and the commands that Discord offers there.
import { createUserActions } from '../user-actions.ts'
import type { StoredMessage } from '../messages.ts'
import type { EmulatorContext } from '../context.ts'
import { permission, personPermissions, sending } from '../permissions.ts'
import type { EmulatorUser, EmulatorChannel } from '../world.ts'
import { offeredCommands, whyNone } from './available-commands.ts'
import type { ShownMessage, ViewEvent } from './ui-protocol.ts'

/** Tells the view of a person at a place until the returned function is called. */
export function watchView(
  parts: EmulatorContext,
  person: EmulatorUser,
  where: EmulatorChannel,
  tell: (event: ViewEvent) => void,
): () => void {
  const { history, changes } = parts
  const { place } = createUserActions(parts, person, where)
  const may = personPermissions(person, place)
  const maySee = (may & permission.viewChannel) !== 0n
  const mayWrite = maySee && (may & sending(place)) !== 0n

  const isShown = ({ visibleTo }: StoredMessage) =>
    maySee && (visibleTo === undefined || visibleTo === person.id)

  function tellCommands(): void {
    const offered = offeredCommands(parts, person, where)
    tell({
      type: 'commands',
      commands: offered,
      mayWrite,
      whyNone: offered.length === 0 ? whyNone(parts, person, where) : undefined,
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

function shown({ message, visibleTo, files }: StoredMessage): ShownMessage {
  const described = [...files.values()].flatMap(({ url, description }) =>
    description ? [[url, description] as const] : [],
  )
  return { message, private: visibleTo !== undefined, alts: Object.fromEntries(described) }
}
