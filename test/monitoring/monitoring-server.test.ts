// The bot whole, as a supervisor, Prometheus and an operator see it: /healthz, /readyz, /metrics and /admin status.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, test, vi } from 'vitest'
import { holdWriteLock } from '../fixtures/sample-data.ts'
import { renderedText, startTestBot, verdictOf } from '../helpers/test-bot.ts'

const deploy = join(import.meta.dirname, '../../deploy')
const { emulator, bot, databaseDirectory } = await startTestBot({
  metrics: { host: '127.0.0.1', port: 0 },
  healthCheckMs: 20,
  // The fonts and the worker are real, so that their metrics are too.
  images: {},
  now: () => new Date(),
})
const operator = emulator.as('operator')
const get = (path: string, init?: RequestInit) => fetch(`${bot.metricsUrl}${path}`, init)
const metrics = async () => (await get('/metrics')).text()

async function readiness() {
  const response = await get('/readyz')
  const { status, failing } = (await response.json()) as { status: string; failing: { check: string }[] }
  return { code: response.status, status, failing: failing.map(({ check }) => check) }
}

/** The value of a series, by its name with labels as /metrics writes them. */
async function valueOf(series: string): Promise<number | undefined> {
  const line = (await metrics()).split('\n').find((text) => text.startsWith(`${series} `))
  return line === undefined ? undefined : Number(line.slice(series.length + 1))
}

test('a bot that is well says so in every place', async () => {
  await vi.waitFor(
    async () => expect(await readiness()).toEqual({ code: 200, status: 'ready', failing: [] }),
    10_000,
  )
  expect(await (await get('/healthz')).text()).toBe('ok\n')
  expect(verdictOf(await operator.runCommand('/admin status'))).toBe('Healthy: every check passes.')
  await vi.waitFor(async () => expect(await valueOf('entente_ready')).toBe(1), 10_000)
  expect(await valueOf('entente_shard_ready{shard="0"}')).toBe(1)
  expect(await valueOf('entente_facts_revision')).toBe(1)
  expect(await valueOf('entente_image_worker_up')).toBe(1)
})

test('what else is asked is refused', async () => {
  expect((await get('/readyz', { method: 'POST' })).status).toBe(405)
  expect((await get('/')).status).toBe(404)
  expect((await get('/toString')).status).toBe(404)
  expect(await (await get('/metrics', { method: 'HEAD' })).text()).toBe('')
})

test('counts interactions by command and outcome, and times Discord’s acknowledgement', async () => {
  const series = 'entente_interactions_total{command="alliance",kind="command",outcome="ok"}'
  const before = (await valueOf(series)) ?? 0
  const acknowledged = (await valueOf('entente_acknowledgement_seconds_count')) ?? 0
  const missed = (await valueOf('entente_missed_queries_total')) ?? 0
  await emulator.runCommand('/alliance name:NATO')
  emulator.faults.failWith(500, { match: /callback/ })
  await emulator.runCommand('/alliance name:NATO')
  await emulator.runCommand('/alliance name:Xyzzy')
  await vi.waitFor(async () => expect(await valueOf(series)).toBeGreaterThanOrEqual(before + 2), 10_000)
  expect(await valueOf('entente_acknowledgement_seconds_count')).toBe(acknowledged + 3)
  expect(await valueOf('entente_discord_requests_total{route="interactions",response="5xx"}')).toBe(1)
  expect(await valueOf(series.replace('ok', 'expired'))).toBe(0)
  expect(await valueOf('entente_missed_queries_total')).toBe(missed + 1)
})

describe('a fault is the same in /readyz, the metrics and /admin status', () => {
  test('of the database', async () => {
    const release = holdWriteLock(databaseDirectory)
    try {
      expect(await readiness()).toEqual({ code: 503, status: 'not ready', failing: ['database'] })
      await vi.waitFor(async () =>
        expect(await valueOf('entente_check_failing{check="database",critical="true"}')).toBe(1),
      )
      const status = await operator.runCommand('/admin status')
      expect(verdictOf(status)).toBe('Not ready: 1 check fails.')
      expect(renderedText(status)).toMatch(
        /\*\*database\*\* since <t:\d+:R>: Another process keeps app\.db locked \(SQLITE_BUSY\)\. End it/,
      )
    } finally {
      release()
    }
    expect(await readiness()).toEqual({ code: 200, status: 'ready', failing: [] })
  })

  test('of the gateway, which is known since it began', async () => {
    const reconnects = (await valueOf('entente_gateway_reconnects_total')) ?? 0
    emulator.faults.refuseConnections(503, 1)
    emulator.faults.dropConnections()
    await vi.waitFor(async () => expect((await readiness()).failing).toEqual(['gateway']), {
      timeout: 10_000,
    })
    await vi.waitFor(async () => expect((await readiness()).failing).toEqual([]), { timeout: 30_000 })
    expect(await valueOf('entente_gateway_reconnects_total')).toBeGreaterThan(reconnects)
  })
})

const hostile = [
  '@everyone <@200000000000000002>',
  '"} 1\nentente_ready{x="',
  'secret query \u202E\u0000',
  emulator.token,
]

test('no label of a bot that had hostile input holds anything of it', async () => {
  for (const text of hostile) {
    const typed = text.replaceAll('"', '”')
    await emulator.runCommand(`/alliance name:"${typed}"`)
    await emulator.runCommand(`/search query:"${typed}"`)
    await emulator.autocomplete(`/country name:"${typed}`)
    // Names and ids that no bot has registered, as a broken or forged payload would carry them.
    for (const kind of ['name', 'custom_id']) {
      emulator.faults.mutateInteractions((payload) => ({
        ...payload,
        data: { ...(payload['data'] as object), [kind]: text },
      }))
      await emulator.runCommand('/alliance name:NATO')
    }
    emulator.faults.mutateInteractions((payload) => ({ ...payload, type: text }))
    await emulator.runCommand('/alliance name:NATO').catch(() => undefined)
  }
  const text = await metrics()
  const labels = [...text.matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"/g)].map(([, name = '', value = '']) => ({
    name,
    value,
  }))
  const valuesOf = (label: string) =>
    new Set(labels.filter(({ name }) => name === label).map(({ value }) => value))
  const own = new Set(
    ['commands', 'interaction-handlers'].flatMap((folder) =>
      readdirSync(join(import.meta.dirname, '../../src', folder)).map((file) => file.replace('.ts', '')),
    ),
  )
  expect([...valuesOf('command')].filter((name) => !own.has(name))).toEqual(['unknown'])
  expect(valuesOf('kind').size).toBeLessThan(12)
  const known: Record<string, RegExp> = {
    command: /^[a-z-]+$/,
    kind: /^(command|autocomplete|component|modal|unreadable|minor|major|incremental|weakcb|revisions|app|backups)$/,
    outcome: /^(ok|user_error|error|expired|duplicate|rendered|failed)$/,
    route: /^(interactions|webhooks|channels|applications|gateway|users|other)$/,
    response: /^([1-5]xx|401|429|none)$/,
    check: /^[a-z_]+$/,
    critical: /^(true|false)$/,
    shard: /^\d{1,4}$/,
    le: /^(\+Inf|[\d.]+)$/,
    space: /^[a-z_]+$/,
    type: /^[A-Za-z]+$/,
    version: /^v?[\d.]+$/,
    major: /^\d+$/,
    minor: /^\d+$/,
    patch: /^\d+$/,
  }
  expect(labels.filter(({ name, value }) => !(known[name]?.test(value) ?? false))).toEqual([])
  expect(labels.filter(({ value }) => /\d{17}/.test(value))).toEqual([])
  for (const typed of ['everyone', 'secret query', 'xyzzy', emulator.token])
    expect(text.toLowerCase()).not.toContain(typed.toLowerCase())
})

test('the dashboard and the alert rules name only metrics that there are', async () => {
  const dashboard = JSON.parse(readFileSync(join(deploy, 'grafana-dashboard.json'), 'utf8')) as {
    panels: { targets?: { expr: string }[] }[]
  }
  const rules = load(readFileSync(join(deploy, 'prometheus-rules.yaml'), 'utf8')) as {
    groups: { rules: { expr: string }[] }[]
  }
  const expressions = [
    ...dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
    ...rules.groups.flatMap((group) => group.rules.map(({ expr }) => expr)),
  ]
  expect(expressions.length).toBeGreaterThan(20)
  const named = new Set(
    expressions.flatMap((expr) => expr.match(/\b(entente|process|nodejs)_[a-z0-9_]+/g) ?? []),
  )
  const text = await metrics()
  expect([...named].filter((name) => !new RegExp(`^(# TYPE )?${name}[ {]`, 'm').test(text))).toEqual([])
})

test('a bot that stops is not ready, and then answers nothing', async () => {
  const { bot: other } = await startTestBot({ metrics: { host: '127.0.0.1', port: 0 }, on: emulator })
  const closing = other.close()
  const response = await fetch(`${other.metricsUrl}/readyz`)
  expect([response.status, await response.json()]).toEqual([
    503,
    { status: 'starting or stopping', failing: [] },
  ])
  await closing
  await expect(fetch(`${other.metricsUrl}/healthz`)).rejects.toThrow()
})
