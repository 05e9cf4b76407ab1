// Loads the commands and interaction handlers of a folder, one per file.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LoadedCommand, LoadedHandler } from './interaction-route.ts'

/**
 * Every command of a folder, by name.
 * @throws Error naming the file that exports no command, or whose name is already in use
 */
export function loadCommands(directory: string): Promise<Map<string, LoadedCommand>> {
  return load(
    directory,
    'command',
    'defineCommand({ … })',
    ({ name, definition, run, onMessageMenu }: Partial<LoadedCommand>) =>
      Boolean(name && definition && (run ?? onMessageMenu)),
  )
}

/**
 * Every interaction handler of a folder, by name.
 * @throws Error as for commands
 */
export function loadInteractionHandlers(directory: string): Promise<Map<string, LoadedHandler>> {
  return load(
    directory,
    'interaction handler',
    '{ … } satisfies InteractionHandler',
    ({ name, onComponent, render, onModalSubmit }: Partial<LoadedHandler>) =>
      Boolean(name && (onComponent ?? render ?? onModalSubmit)),
  )
}

async function load<Item extends { name: string }>(
  directory: string,
  kind: string,
  expected: string,
  isValid: (item: Partial<Item>) => boolean,
): Promise<Map<string, Item>> {
  const loaded = new Map<string, Item>()
  for (const file of readdirSync(directory).sort()) {
    const path = join(directory, file)
    const { default: item } = (await import(pathToFileURL(path).href)) as { default?: Item }
    if (!item || !isValid(item))
      throw new Error(`${path} does not export a ${kind}: add "export default ${expected}".`)
    if (loaded.has(item.name)) {
      throw new Error(
        `${path} declares the ${kind} "${item.name}", which another file already declares: choose another name.`,
      )
    }
    loaded.set(item.name, item)
  }
  return loaded
}
