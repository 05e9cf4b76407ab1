// How the commands and actions of a folder are found: every file there is one.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { InteractionHandler, Command } from '../core/command.ts'

/** Every command of a folder by name; a file that is none, or a name used twice, throws with the file's path. */
export function loadCommands(directory: string): Promise<Map<string, Command>> {
  return load(
    directory,
    'command',
    'defineCommand({ … })',
    ({ name, definition, run, onMessageMenu }: Partial<Command>) =>
      Boolean(name && definition && (run ?? onMessageMenu)),
  )
}

/** Every action of a folder by name, as for commands. */
export function loadActions(directory: string): Promise<Map<string, InteractionHandler>> {
  return load(
    directory,
    'action',
    'an Action',
    ({ name, onComponent, render, onModalSubmit }: Partial<InteractionHandler>) =>
      Boolean(name && (onComponent ?? render ?? onModalSubmit)),
  )
}

async function load<Item extends InteractionHandler>(
  directory: string,
  what: string,
  shape: string,
  isOne: (item: Partial<Item>) => boolean,
): Promise<Map<string, Item>> {
  const found = new Map<string, Item>()
  for (const file of readdirSync(directory).sort()) {
    const path = join(directory, file)
    const { default: item } = (await import(pathToFileURL(path).href)) as { default?: Item }
    if (!item || !isOne(item)) throw new Error(`${path} is no ${what}: let it export default ${shape}.`)
    if (found.has(item.name)) {
      throw new Error(
        `${path} names its ${what} "${item.name}", which another file has: choose another name.`,
      )
    }
    found.set(item.name, item)
  }
  return found
}
