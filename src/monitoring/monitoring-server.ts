// What a supervisor and Prometheus ask over HTTP: /healthz, /readyz and /metrics.
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { Logger } from 'pino'
import { listen } from '../core/listen.ts'
import { healthChecks } from './health-checks.ts'
import type { HealthStatus } from './health-monitor.ts'
import type { LiveMetrics } from './metrics-recorder.ts'
import type { GaugeSource } from './prometheus.ts'

interface Answer {
  status: number
  type: string
  body: string
}

export interface MonitoringServer {
  /** Such as "http://127.0.0.1:9464". */
  url: string
  metrics: LiveMetrics
  /** What /readyz and the gauges show from now on; without it Entente is not ready, because it starts or stops. */
  watch: (source: GaugeSource | undefined) => void
  close: () => Promise<void>
}

/** @throws the error of `listen`, such as EADDRINUSE */
export async function startMonitoringServer(options: {
  host: string
  port: number
  log: Logger
}): Promise<MonitoringServer> {
  const { log } = options
  // Loaded only if it is asked for: it takes as long as a tenth of startup.
  const { createPrometheusMetrics } = await import('./prometheus.ts')
  const metrics = createPrometheusMetrics()
  let source: GaugeSource | undefined
  const text = (status: number, body: string): Answer => ({ status, type: 'text/plain', body: `${body}\n` })
  const routes: Record<string, () => Answer | Promise<Answer>> = {
    // Whoever gets this answer knows that the process lives and that its event loop turns.
    '/healthz': () => text(200, 'ok'),
    '/readyz': async () => describeReadiness(await source?.health.refresh()),
    '/metrics': async () => ({ status: 200, ...(await metrics.render()) }),
  }

  async function answer({ method = '', url = '' }: IncomingMessage): Promise<Answer> {
    if (!['GET', 'HEAD'].includes(method)) return text(405, 'only GET and HEAD are allowed')
    const [path = ''] = url.split('?')
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined
    try {
      return (await route?.()) ?? text(404, `there is only ${Object.keys(routes).join(', ')}`)
    } catch (error) {
      log.error({ err: error }, 'failed to report on health')
      return text(500, 'failed; see the log')
    }
  }

  const server = createServer((request, response) => {
    void answer(request).then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
      response.end(body)
    })
  })
  server.requestTimeout = 10_000
  const url = await listen(server, options)
  log.info({ url }, 'serving health and metrics')
  return {
    metrics,
    watch(watched) {
      source = watched
      metrics.watch(watched)
    },
    url,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function describeReadiness(health: HealthStatus | undefined): Answer {
  const failing = health?.issues.map(({ check, since, message, fix }) => ({
    ...{ check, critical: healthChecks[check].critical, since, message, fix },
  }))
  const isReady = health?.isReady ?? false
  const status = isReady ? 'ready' : health ? 'not ready' : 'starting or stopping'
  return {
    status: isReady ? 200 : 503,
    type: 'application/json',
    body: `${JSON.stringify({ status, failing: failing ?? [] }, undefined, 2)}\n`,
  }
}
