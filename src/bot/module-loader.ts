// The commands and interaction handlers of a folder, one per file and named after it, each loaded when it is first needed.
import { readdirSync } from 'node:fs'
import { join, parse } from 'node:path'
import { setImmediate as afterEvents } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { LoadedCommand, LoadedHandler } from './interaction-route.ts'

/** Both functions throw an Error that names the file if one exports no such item, or one of another name. */
export interface ModuleFolder<Item> {
  /** Undefined if no file has that name. */
  get: (name: string) => Promise<Item | undefined>
  /** Every item, by name. */
  all: () => Promise<ReadonlyMap<string, Item>>
}

export function openCommandFolder(directory: string): ModuleFolder<LoadedCommand> {
  return openFolder(
    directory,
    'command',
    'defineCommand({ … })',
    ({ definition, run, onMessageMenu }: Partial<LoadedCommand>) =>
      Boolean(definition && (run ?? onMessageMenu)),
  )
}

export function openHandlerFolder(directory: string): ModuleFolder<LoadedHandler> {
  return openFolder(
    directory,
    'interaction handler',
    '{ … } satisfies InteractionHandler',
    ({ onComponent, render, onModalSubmit }: Partial<LoadedHandler>) =>
      Boolean(onComponent ?? render ?? onModalSubmit),
  )
}

function openFolder<Item extends { name: string }>(
  directory: string,
  kind: string,
  expected: string,
  isValid: (item: Partial<Item>) => boolean,
): ModuleFolder<Item> {
  const paths = new Map(
    readdirSync(directory)
      .sort()
      .map((file) => [parse(file).name, join(directory, file)]),
  )
  const loaded = new Map<string, Item>()

  async function load(name: string, path: string): Promise<Item> {
    const { default: item } = (await import(pathToFileURL(path).href)) as { default?: Item }
    if (!item || !isValid(item))
      throw new Error(`${path} does not export a ${kind}: add "export default ${expected}".`)
    if (item.name !== name)
      throw new Error(`${path} exports the ${kind} "${item.name}": name it "${name}", after its file.`)
    loaded.set(name, item)
    return item
  }

  return {
    async get(name) {
      const path = paths.get(name)
      return path === undefined ? undefined : (loaded.get(name) ?? load(name, path))
    },
    async all() {
      for (const [name, path] of paths) {
        if (loaded.has(name)) continue
        await load(name, path)
        // Interactions are handled in between.
        await afterEvents()
      }
      return new Map([...paths.keys()].map((name) => [name, loaded.get(name) as Item]))
    },
  }
}
