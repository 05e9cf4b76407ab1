// The bot whole, logged in to a Discord emulator on a free port, with a log that keeps its lines.
import { afterAll } from 'vitest'
import { rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog } from '../../src/config/logger.ts'
import {
  type Message,
  startDiscordEmulator,
  textDisplays,
  type DiscordEmulator,
  type DiscordEmulatorOptions,
  type ObservedResponse,
} from 'discord-emulator'
import { corpusDirectory } from '../fixtures/corpus.ts'
import { copyDatabase } from '../fixtures/sample-data.ts'
import { startApp, type App, type AppOptions } from '../../src/app.ts'

export interface TestBot {
  emulator: DiscordEmulator
  bot: App
  /** Every line of the log so far. */
  log: Record<string, unknown>[]
  databaseDirectory: string
}

interface RunOptions extends Partial<
  Pick<
    AppOptions,
    | 'dataDirectory'
    | 'commandsDirectory'
    | 'now'
    | 'monotonicMs'
    | 'random'
    | 'operatorIds'
    | 'adminGuildId'
    | 'rateLimit'
    | 'images'
    | 'factsCheckMs'
  >
> {
  emulator?: Partial<DiscordEmulatorOptions>
  /** Logs in to this Discord emulator instead of one of its own. */
  on?: DiscordEmulator
  /** The folder of another bot, instead of one of its own. */
  databaseDirectory?: string
}

/** Starts both for the tests of a file; they are closed after the last one. */
export async function startTestBot(options: RunOptions = {}): Promise<TestBot> {
  const databaseDirectory = options.databaseDirectory ?? mkdtempSync(join(tmpdir(), 'entente-bot-'))
  const { dataDirectory = corpusDirectory } = options
  if (!options.databaseDirectory) copyDatabase(dataDirectory, databaseDirectory)
  const emulator = options.on ?? (await startDiscordEmulator({ port: 0, ...options.emulator }))
  const log: Record<string, unknown>[] = []
  const bot = await startApp({
    token: emulator.token,
    apiUrl: emulator.apiUrl,
    dataDirectory,
    databaseDirectory,
    log: await createLog({
      level: 'debug',
      production: true,
      secrets: [emulator.token],
      destination: { write: (line) => void log.push(JSON.parse(line) as Record<string, unknown>) },
    }),
    now: options.now ?? (() => new Date('2026-06-01T12:00:00Z')),
    ...(options.monotonicMs && { monotonicMs: options.monotonicMs }),
    ...(options.random && { random: options.random }),
    ...(options.commandsDirectory && { commandsDirectory: options.commandsDirectory }),
    ...(options.factsCheckMs !== undefined && { factsCheckMs: options.factsCheckMs }),
    ...(options.operatorIds && { operatorIds: options.operatorIds }),
    adminGuildId: options.adminGuildId,
    // Tests ask much of a clock that stands still.
    rateLimit: options.rateLimit ?? { burst: Infinity },
    // Whether a picture is ready in time is a matter of chance.
    images: options.images ?? false,
  })
  afterAll(async () => {
    await bot.close()
    if (!options.on) await emulator.close()
    rmSync(databaseDirectory, { recursive: true, force: true })
  })
  return { emulator, bot, log, databaseDirectory }
}

export function messageIn(seen: ObservedResponse): Message {
  if ('message' in seen) return seen.message
  throw new Error(`there is no message to see, but ${seen.type}`)
}

/** All that a person can read of a message. */
export function renderedText(seen: ObservedResponse): string {
  const { content, embeds, components } = messageIn(seen)
  return [
    content,
    ...embeds.flatMap(({ title, description, fields, footer }) => [
      title,
      description,
      ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
      footer?.text,
    ]),
    ...textDisplays(components),
  ]
    .join('\n')
    .replaceAll('\u00a0', ' ')
}

/** What the first embed says under one label: a field, or a line "**Founded:** 1949" above the fields. */
export function fieldValue(seen: ObservedResponse, name: string): string | undefined {
  const { fields, description } = messageIn(seen).embeds[0] ?? {}
  const label = `**${name}:** `
  const line = description?.split('\n').find((text) => text.startsWith(label))
  const value = fields?.find((field) => field.name === name)?.value ?? line?.slice(label.length)
  return value?.replaceAll('\u00a0', ' ')
}

/** A card and, turned one after the other, all pages that follow it. */
export async function collectPages(
  emulator: DiscordEmulator,
  first: ObservedResponse,
  by: Pick<DiscordEmulator, 'clickButton'> = emulator,
): Promise<ObservedResponse[]> {
  const pages = [first]
  for (;;) {
    const last = pages.at(-1) as ObservedResponse
    const rows = messageIn(last).components as {
      components?: { label?: string; custom_id?: string; disabled?: boolean }[]
    }[]
    const buttons = rows.flatMap((row) => row.components ?? [])
    const forward = buttons.find(({ label, disabled }) => /^(More \w+|Next)$/.test(label ?? '') && !disabled)
    if (!forward) return pages
    pages.push(await by.clickButton(last, forward.custom_id ?? ''))
  }
}
