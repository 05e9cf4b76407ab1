// What a user sees of a channel, now and as it changes: messages, and the commands that Discord offers there.
import { createUserActions } from '../user-actions.ts'
import type { StoredMessage } from '../messages.ts'
import type { EmulatorContext } from '../context.ts'
import type { EmulatorEvent } from '../events.ts'
import { permission, sendPermission, userPermissions } from '../permissions.ts'
import type { EmulatorChannel, EmulatorUser } from '../world.ts'
import { availableCommands, noCommandsReason } from './available-commands.ts'
import type { ViewEvent, VisibleMessage } from './ui-protocol.ts'

/** Emits the view of a user in a channel, and every change of it, until the returned function is called. */
export function watchView(
  context: EmulatorContext,
  user: EmulatorUser,
  where: EmulatorChannel,
  emit: (event: ViewEvent) => void,
): () => void {
  const { messageStore, events } = context
  const { channel } = createUserActions(context, user, where)
  const granted = userPermissions(user, channel)
  const canView = (granted & permission.viewChannel) !== 0n
  const canWrite = canView && (granted & sendPermission(channel)) !== 0n

  const isVisible = ({ visibleTo }: StoredMessage) =>
    canView && (visibleTo === undefined || visibleTo === user.id)

  function emitCommands(): void {
    const commands = availableCommands(context, user, where)
    emit({
      type: 'commands',
      commands,
      canWrite,
      noCommandsReason: commands.length === 0 ? noCommandsReason(context, user, where) : undefined,
    })
  }

  function onChange(event: EmulatorEvent): void {
    if (event.type === 'commands') emitCommands()
    else if (event.type === 'log') emit({ type: 'log' })
    else if (event.channelId === channel.id) {
      const stored = messageStore.get(channel.id, event.id)
      if (!stored) emit({ type: 'deleted', id: event.id })
      else if (isVisible(stored)) emit({ type: 'message', visible: toVisible(stored) })
    }
  }

  events.on('change', onChange)
  emit({ type: 'messages', messages: messageStore.list(channel.id).filter(isVisible).map(toVisible) })
  emitCommands()
  return () => events.off('change', onChange)
}

function toVisible({ message, visibleTo, files }: StoredMessage): VisibleMessage {
  const described = [...files.values()].flatMap(({ url, description }) =>
    description ? [[url, description] as const] : [],
  )
  return { message, ephemeral: visibleTo !== undefined, altTexts: Object.fromEntries(described) }
}
