// The public API: how to start the emulator, its world, and the types of what it returns.
export { startDiscordEmulator } from './server.ts'
export type { DiscordEmulator, DiscordEmulatorOptions } from './server.ts'
export type { UserClient, UserFile } from './user-client.ts'
export type { ObservedResponse } from './response.ts'
export { formatMessage } from './format-message.ts'
export { headingText, messageText, textDisplays } from './message-text.ts'
export type { Message } from './messages.ts'
export type { Choice } from './validation/choices.ts'
export type { Faults, InteractionPayload } from './fault-injection.ts'
export { mutateEachInTurn, mutationsOf } from './mutate-payload.ts'
export { permission } from './permissions.ts'
export { createWorld } from './fixtures.ts'
export { dmChannelOf } from './world.ts'
export type {
  EmulatorChannel,
  EmulatorGuild,
  EmulatorUser,
  EmulatorWorld,
  UserKey,
  ChannelKey,
} from './world.ts'
export type { Suggestion } from './ui/ui-protocol.ts'
