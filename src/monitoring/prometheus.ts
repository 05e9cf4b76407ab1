// The metrics that Prometheus reads. Every label has one of a fixed set of values: nothing that a user typed, and no id of a
// user, server, channel or interaction.
import { LRUCache } from 'lru-cache'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { RenderStatus } from '../images/render-queue.ts'
import type { ConnectionStatus, Shard } from './health.ts'
import { healthChecks } from './health-checks.ts'
import type { HealthMonitor } from './health-monitor.ts'
import type { LiveMetrics } from './metrics-recorder.ts'

/** What the gauges show; read at each scrape. */
export interface GaugeSource {
  health: Pick<HealthMonitor, 'latest' | 'refresh'>
  connection: () => ConnectionStatus
  images: () => RenderStatus
}

export interface PrometheusMetrics extends LiveMetrics {
  /** Without a source, the gauges have no values. */
  watch: (source: GaugeSource | undefined) => void
  /** In Prometheus's text format. */
  render: () => Promise<{ type: string; body: string }>
}

/** Discord waits three seconds. */
const secondsBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3, 5, 10]

export function createPrometheusMetrics(): PrometheusMetrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const interactions = new Counter({
    name: 'entente_interactions_total',
    help: 'Interactions by the command or handler that answered, the kind, and the outcome',
    labelNames: ['command', 'kind', 'outcome'],
    registers,
  })
  const durations = new Histogram({
    name: 'entente_interaction_duration_seconds',
    help: 'From an interaction to the end of its answer, without those that were deferred',
    labelNames: ['kind'],
    buckets: secondsBuckets,
    registers,
  })
  const acknowledgements = new Histogram({
    name: 'entente_acknowledgement_seconds',
    help: 'From an interaction to Discord accepting the first response; Discord waits three seconds',
    buckets: secondsBuckets,
    registers,
  })
  const requests = new Counter({
    name: 'entente_discord_requests_total',
    help: 'Attempts of REST requests by what they are for and the class of the response; 429 is a rate limit',
    labelNames: ['route', 'response'],
    registers,
  })
  // Without a first value of 0, Prometheus would not see a series rise to 1. So it is with failures of commands below.
  for (const response of ['2xx', '4xx', '401', '429', '5xx', 'none'])
    requests.inc({ route: 'interactions', response }, 0)
  const reconnects = new Counter({
    name: 'entente_gateway_reconnects_total',
    help: 'How often a shard had to connect again',
    registers,
  })
  const deliveries = new Counter({
    name: 'entente_deliveries_total',
    help: 'Requests to the endpoint for interactions by the status of the answer; 401 has no valid signature',
    labelNames: ['status'],
    registers,
  })
  const missedQueries = new Counter({
    name: 'entente_missed_queries_total',
    help: 'Searches without a result',
    registers,
  })
  const dailyFacts = new Counter({
    name: 'entente_daily_facts_total',
    help: 'Facts of the day that were due, by outcome',
    labelNames: ['outcome'],
    registers,
  })
  /** When each interaction that awaits a response came in, by performance.now(). */
  const awaiting = new LRUCache<string, number>({ max: 1000 })
  let source: GaugeSource | undefined
  addGauges(registry, () => source)

  return {
    recordInteraction({ command, kind, outcome, ms }) {
      for (const failure of ['error', 'expired']) interactions.inc({ command, kind, outcome: failure }, 0)
      interactions.inc({ command, kind, outcome })
      if (ms !== undefined) durations.observe({ kind }, ms / 1000)
    },
    recordReceived: (id) => void awaiting.set(id, performance.now()),
    recordRequest(url, status) {
      requests.inc({ route: routeOf(url), response: responseClass(status) })
      const [, id = ''] = /\/interactions\/(\d+)\//.exec(url) ?? []
      const receivedMs = awaiting.get(id)
      if (receivedMs === undefined || status === undefined || status >= 300) return
      awaiting.delete(id)
      acknowledgements.observe((performance.now() - receivedMs) / 1000)
    },
    recordReconnect: () => reconnects.inc(),
    recordDelivery: (status) => deliveries.inc({ status: String(status) }),
    recordMissedQuery: () => missedQueries.inc(),
    recordDailyFact: (outcome) => dailyFacts.inc({ outcome }),
    watch: (watched) => void (source = watched),
    render: async () => ({ type: registry.contentType, body: await registry.metrics() }),
  }
}

/** What a request is for, by the first part of its path. */
function routeOf(url: string): string {
  const [, first = ''] = /\/api\/v\d+\/([a-z]+)/.exec(url) ?? []
  return ['interactions', 'webhooks', 'channels', 'applications', 'gateway', 'users'].includes(first)
    ? first
    : 'other'
}

/** "2xx", "4xx" and so on; "429" for a rate limit, "401" for a refused token, "none" for no response. */
function responseClass(status: number | undefined): string {
  if (status === undefined) return 'none'
  return status === 429 || status === 401 ? String(status) : `${Math.floor(status / 100)}xx`
}

function addGauges(registry: Registry, source: () => GaugeSource | undefined): void {
  type Value = [labels: Record<string, string>, value: number]
  function add(
    name: string,
    help: string,
    read: (source: GaugeSource) => number | undefined | Value[],
    labelNames: string[] = [],
  ): void {
    new Gauge({
      ...{ name: `entente_${name}`, help, labelNames },
      registers: [registry],
      collect() {
        // A reset alone would leave a gauge without labels at 0.
        if (labelNames.length > 0) this.reset()
        else this.remove()
        const watched = source()
        const values = watched === undefined ? undefined : read(watched)
        if (typeof values === 'number') this.set(values)
        else for (const [labels, value] of values ?? []) this.set(labels, value)
      },
    })
  }
  const seconds = (date: Date | undefined) => date && date.getTime() / 1000
  const byShard = (connection: ConnectionStatus, valueOf: (shard: Shard) => number | undefined) =>
    (connection.type === 'gateway' ? connection.shards : []).flatMap((shard): Value[] => {
      const value = valueOf(shard)
      return value === undefined ? [] : [[{ shard: String(shard.id) }, value]]
    })

  add('ready', 'Whether no critical health check fails', ({ health }) => Number(health.latest().isReady))
  add(
    'check_failing',
    'Whether a health check fails; while a critical one does, Entente is not ready',
    ({ health }) => {
      const failing = new Set<string>(health.latest().issues.map(({ check }) => check))
      return Object.entries(healthChecks).map(([check, { critical }]): Value => [
        { check, critical: String(critical) },
        Number(failing.has(check)),
      ])
    },
    ['check', 'critical'],
  )
  add('build_info', 'The version of Entente', ({ health }) => [[{ version: health.latest().version }, 1]], [
    'version',
  ])
  add(
    'shard_ready',
    'Whether a shard is connected to the gateway',
    ({ connection }) => byShard(connection(), ({ ready }) => Number(ready)),
    ['shard'],
  )
  add(
    'shard_latency_seconds',
    'The round trip of the last heartbeat of a shard',
    ({ connection }) =>
      byShard(connection(), ({ latencyMs }) => (latencyMs === undefined ? undefined : latencyMs / 1000)),
    ['shard'],
  )
  add(
    'last_delivery_timestamp_seconds',
    'When Discord last delivered an interaction to the endpoint',
    ({ connection }) => {
      const status = connection()
      return status.type === 'http' ? seconds(status.lastDelivery) : undefined
    },
  )
  add('facts_revision', 'The number of the live revision', ({ health }) => health.latest().live?.number)
  add('facts', 'The facts in the live revision', ({ health }) => health.latest().live?.facts)
  add('facts_built_timestamp_seconds', 'When the live revision was built', ({ health }) => {
    const { live } = health.latest()
    return live && seconds(new Date(live.builtAt))
  })
  add('backup_timestamp_seconds', 'When app.db was last backed up', ({ health }) =>
    seconds(health.latest().lastBackup),
  )
  add('disk_free_bytes', 'Free space for DATABASE_DIR', ({ health }) => health.latest().sizes.free)
  add(
    'disk_used_bytes',
    'Size of the files in DATABASE_DIR, by kind',
    ({ health }) => {
      const { revisions, app, backups } = health.latest().sizes
      return [
        [{ kind: 'revisions' }, revisions],
        [{ kind: 'app' }, app],
        [{ kind: 'backups' }, backups],
      ]
    },
    ['kind'],
  )
  add('open_reports', 'Reports of users that are open', ({ health }) => health.latest().openReports)
  new Counter({
    name: 'entente_images_total',
    help: 'Images by outcome',
    labelNames: ['outcome'],
    registers: [registry],
    collect() {
      const { rendered = 0, failed = 0 } = source()?.images() ?? {}
      this.reset()
      this.inc({ outcome: 'rendered' }, rendered)
      this.inc({ outcome: 'failed' }, failed)
    },
  })
  add('images_queued', 'Images that wait for the worker', ({ images }) => images().queued)
  add('image_worker_up', 'Whether images are rendered', ({ images }) => Number(images().error === undefined))
}
