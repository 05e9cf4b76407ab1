// The bot whole, logged in to a Discord emulator on a free port, with a log that keeps its lines.
import { afterAll, vi } from 'vitest'
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
import { copyDatabase, readLiveFile } from '../fixtures/sample-data.ts'
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
    | 'quizAnswerMs'
    | 'dailyFactsCheckMs'
    | 'metrics'
    | 'healthCheckMs'
    | 'timeouts'
    | 'databaseUrl'
  >
> {
  emulator?: Partial<DiscordEmulatorOptions>
  /** Whether interactions come by HTTP instead of over the gateway. */
  http?: boolean
  /** Logs in to this Discord emulator instead of one of its own. */
  on?: DiscordEmulator
  /** The folder of another bot, instead of one of its own. */
  databaseDirectory?: string
}

/** More than Discord's three seconds: the machine may be busy, and modules are compiled when they are first used. */
const initialResponseTimeoutMs = 20_000

/** Starts both for the tests of a file; they are closed after the last one. */
export async function startTestBot(options: RunOptions = {}): Promise<TestBot> {
  const databaseDirectory = options.databaseDirectory ?? mkdtempSync(join(tmpdir(), 'entente-bot-'))
  const { dataDirectory = corpusDirectory } = options
  if (!options.databaseDirectory && options.databaseUrl === undefined)
    copyDatabase(dataDirectory, databaseDirectory)
  const emulator =
    options.on ?? (await startDiscordEmulator({ port: 0, initialResponseTimeoutMs, ...options.emulator }))
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
    ...(options.healthCheckMs !== undefined && { healthCheckMs: options.healthCheckMs }),
    metrics: options.metrics,
    databaseUrl: options.databaseUrl,
    ...(options.http && {
      interactions: {
        ...{ host: '127.0.0.1', port: 0, publicKey: emulator.publicKey },
        onListening: emulator.setInteractionsEndpoint,
      },
    }),
    timeouts: { drain: 0, ...options.timeouts },
    ...(options.quizAnswerMs !== undefined && { quizAnswerMs: options.quizAnswerMs }),
    ...(options.dailyFactsCheckMs !== undefined && { dailyFactsCheckMs: options.dailyFactsCheckMs }),
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

/** Waits until a bot has noticed which revision another process has made live. */
export async function untilLive({
  log,
  databaseDirectory,
}: Omit<TestBot, 'bot' | 'emulator'>): Promise<void> {
  const { number } = readLiveFile(databaseDirectory)
  await vi.waitUntil(
    () =>
      log.findLast(({ msg }) => msg === 'ready' || msg === 'another revision is live')?.['revision'] ===
      number,
    { timeout: 10_000, interval: 20 },
  )
}

export function messageIn(seen: ObservedResponse): Message {
  if ('message' in seen) return seen.message
  throw new Error(`there is no message to see, but ${seen.type}`)
}

/** All that a user can read of a message, without menus and buttons. */
export function renderedText(seen: ObservedResponse): string {
  const { content, components } = messageIn(seen)
  return [content, ...textDisplays(components)].filter(Boolean).join('\n').replaceAll('\u00a0', ' ')
}

/** The name in the heading of a card, without its kind: "NATO"; undefined without a heading. */
export function headingOf(seen: ObservedResponse): string | undefined {
  return /^### (.+?)(?: · .*)?$/m.exec(renderedText(seen))?.[1]
}

/** The answer of a card, below its heading and without footnote marks; undefined without one. */
export function verdictOf(seen: ObservedResponse): string | undefined {
  const [opening = ''] = renderedText(seen).split('\n\n')
  const verdict = opening.split('\n').find((line) => !/^(###|-#) /.test(line))
  return verdict?.replace(/(?: [⁰¹²³⁴⁵⁶⁷⁸⁹]+)+$/u, '')
}

/** What a card says under one label: the rest of its line, or the lines below a heading. */
export function fieldValue(seen: ObservedResponse, name: string): string | undefined {
  const lines = renderedText(seen).split('\n')
  const label = `**${name}**`
  const index = lines.findIndex((line) => line === label || line.startsWith(`${label} `))
  if (index === -1) return undefined
  if (lines[index] !== label) return lines[index]?.slice(label.length + 1)
  const rest = lines.slice(index + 1)
  const end = rest.findIndex((line) => /^(\*\*|-# ¹)/.test(line))
  return (end === -1 ? rest : rest.slice(0, end)).join('\n')
}

interface AnyComponent {
  label?: string
  custom_id?: string
  disabled?: boolean
  content?: string
  options?: { label: string; value: string; description?: string }[]
  components?: AnyComponent[]
}

/** A request of the bot about the messages of a channel: GET "?limit=1", POST with a message or a form, DELETE "/id". */
export async function callMessages(
  { apiUrl, token }: DiscordEmulator,
  { id }: { id: string },
  method: string,
  path: string,
  body?: object,
): Promise<unknown> {
  const isForm = body instanceof FormData
  const response = await fetch(`${apiUrl}/v10/channels/${id}/messages${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, ...(!isForm && { 'content-type': 'application/json' }) },
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
  })
  return response.status === 204 ? undefined : response.json()
}

/** Every component of a message, nested ones too, in order. */
export function allComponents(components: readonly object[]): AnyComponent[] {
  return (components as AnyComponent[]).flatMap((component) => [
    component,
    ...allComponents(component.components ?? []),
  ])
}

/** The custom id of the button with a label; undefined if there is none that can be clicked. */
export function buttonId(seen: ObservedResponse, label: string): string | undefined {
  return allComponents(messageIn(seen).components).find(
    (component) => component.label === label && !component.disabled,
  )?.custom_id
}

/** A card and, turned one after the other, all pages that follow it; those of More for a first answer. */
export async function collectPages(
  emulator: DiscordEmulator,
  first: ObservedResponse,
  by: Pick<DiscordEmulator, 'clickButton'> = emulator,
): Promise<ObservedResponse[]> {
  const pages = [first]
  for (;;) {
    const last = pages.at(-1) as ObservedResponse
    const forward = buttonId(last, 'Next') ?? buttonId(last, 'More')
    if (forward === undefined) return pages
    pages.push(await by.clickButton(last, forward))
  }
}
