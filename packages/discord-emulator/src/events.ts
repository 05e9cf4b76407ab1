// Notifies listeners, such as a page, when something in the emulator changes.
import { EventEmitter } from 'node:events'

export type EmulatorEvent =
  /** A message was created, updated or deleted. */
  | { type: 'message'; channelId: string; id: string }
  /** The bot's commands were registered. */
  | { type: 'commands' }
  /** A REST call or an interaction was logged. */
  | { type: 'log' }

export type EmulatorEvents = EventEmitter<{ change: [EmulatorEvent] }>

/** Creates an emitter without a listener limit: every open page adds a listener. */
export function createEmulatorEvents(): EmulatorEvents {
  return new EventEmitter<{ change: [EmulatorEvent] }>().setMaxListeners(0)
}
