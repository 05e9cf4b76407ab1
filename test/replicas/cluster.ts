// Three replicas as processes of their own, behind HAProxy with the settings in deploy/, on one PostgreSQL, to which the
// network can be cut.
import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { createWorld, startDiscordEmulator, type DiscordEmulator } from 'discord-emulator'
import { freePort, startPostgres, type TestPostgres } from '../helpers/start-postgres.ts'

const root = join(import.meta.dirname, '../..')
const names = ['a', 'b', 'c'] as const
export type ReplicaName = (typeof names)[number]

export interface Replica {
  name: ReplicaName
  /** Every line of its log, over restarts. */
  log: Record<string, unknown>[]
  /** Where it takes interactions itself. */
  endpoint: string
  isRunning: () => boolean
  /** Resolves when it takes interactions. */
  start: () => Promise<void>
  /** Ends it in order; resolves when it has exited. */
  stop: () => Promise<void>
  kill: () => Promise<void>
  isReady: () => Promise<boolean>
}

export interface Cluster {
  emulator: DiscordEmulator
  postgres: TestPostgres
  /** Where the replicas find PostgreSQL. */
  databaseUrl: string
  /** Where the proxy takes interactions. */
  endpoint: string
  replicas: Record<ReplicaName, Replica>
  /** The network between the replicas and PostgreSQL: while it is cut, nothing is lost and nothing arrives. */
  network: { cut: () => void; restore: () => void }
  close: () => Promise<void>
}

/**
 * Starts everything; all three replicas at once, on an empty database.
 * @param answerTimeoutMs after which Discord gives up on an interaction
 */
export async function startCluster({ answerTimeoutMs }: { answerTimeoutMs: number }): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-replicas-'))
  const postgres = await startPostgres()
  const relay = await startRelay(postgres.port)
  const databaseUrl = Object.assign(new URL(postgres.url), { port: String(relay.port) }).href
  const world = createWorld()
  const { operator, administrator } = world.users
  world.guilds.home.members[operator.id] = world.guilds.home.members[administrator.id] ?? 0n
  const emulator = await startDiscordEmulator({
    port: 0,
    world,
    initialResponseTimeoutMs: answerTimeoutMs,
  })
  const replicas = Object.fromEntries(
    await Promise.all(
      names.map(async (name) => {
        const ports = { interactions: await freePort(), metrics: await freePort() }
        const replica = createReplica(name, join(folder, name), ports, emulator, databaseUrl)
        return [name, { ...replica, ports }] as const
      }),
    ),
  ) as Record<ReplicaName, Replica & { ports: Ports }>
  await Promise.all(names.map((name) => replicas[name].start()))
  const proxyPort = await freePort()
  const proxy = startProxy(folder, proxyPort, replicas)
  await untilListening(proxyPort)
  // HAProxy counts a server as up until its first check.
  await wait(1500)
  const endpoint = `http://127.0.0.1:${proxyPort}/interactions`
  await emulator.setInteractionsEndpoint(endpoint)
  return {
    ...{ emulator, postgres, databaseUrl, endpoint, replicas },
    network: relay,
    async close() {
      relay.restore()
      await Promise.all(names.map((name) => replicas[name].kill()))
      const ended = once(proxy, 'exit')
      proxy.kill('SIGTERM')
      await ended
      await emulator.close()
      relay.close()
      await postgres.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Ports {
  interactions: number
  metrics: number
}

function createReplica(
  name: ReplicaName,
  directory: string,
  ports: Ports,
  emulator: DiscordEmulator,
  databaseUrl: string,
): Replica {
  const log: Record<string, unknown>[] = []
  let child: ChildProcess | undefined
  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null
  const end = async (signal: NodeJS.Signals) => {
    if (!child || !isRunning()) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return {
    ...{ name, log, isRunning, endpoint: `http://127.0.0.1:${ports.interactions}/interactions` },
    async start() {
      const started = spawn(process.execPath, ['--require', './scripts/preload.cjs', 'src/index.ts'], {
        cwd: root,
        env: {
          PATH: process.env['PATH'],
          NODE_ENV: 'production',
          DISCORD_TOKEN: emulator.token,
          DISCORD_API_URL: emulator.apiUrl,
          DISCORD_PUBLIC_KEY: emulator.publicKey,
          INTERACTIONS_PORT: String(ports.interactions),
          METRICS_PORT: String(ports.metrics),
          DATABASE_URL: databaseUrl,
          DATABASE_DIR: directory,
          RATE_LIMIT_BURST: '1000000',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child = started
      let errors = ''
      started.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
      const ready = new Promise<void>((resolve) => {
        createInterface(started.stdout).on('line', (line) => {
          const entry = JSON.parse(line) as Record<string, unknown>
          log.push(entry)
          if (entry['msg'] === 'ready') resolve()
        })
      })
      const ended = once(started, 'exit').then(() => {
        throw new Error(`replica ${name} did not start: ${errors}`)
      })
      await Promise.race([ready, ended])
      ended.catch(() => undefined)
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async isReady() {
      try {
        return (await fetch(`http://127.0.0.1:${ports.metrics}/readyz`)).ok
      } catch {
        return false
      }
    },
  }
}

/** With the settings in deploy/, but for the addresses. */
function startProxy(
  folder: string,
  port: number,
  replicas: Record<ReplicaName, { ports: Ports }>,
): ChildProcess {
  const settings = readFileSync(join(root, 'deploy/replicas/haproxy.cfg'), 'utf8')
    .replace('bind :8080', `bind 127.0.0.1:${port}`)
    .replace(/server (\w) entente-\w:8080/g, (_line, name: ReplicaName) => {
      const { interactions, metrics } = replicas[name].ports
      return `server ${name} 127.0.0.1:${interactions} check port ${metrics}`
    })
  const path = join(folder, 'haproxy.cfg')
  writeFileSync(path, settings)
  return spawn('haproxy', ['-db', '-f', path], { stdio: 'ignore' })
}

/** The relay of relay.ts, in a process of its own, so that what this one does holds up no query. */
async function startRelay(target: number) {
  const relay = fork(join(import.meta.dirname, 'relay.ts'), [String(target)])
  const [port] = (await once(relay, 'message')) as [number]
  return {
    port,
    cut: () => void relay.send('cut'),
    restore: () => void relay.send('restore'),
    close: () => void relay.kill(),
  }
}

async function untilListening(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    try {
      await once(socket, 'connect')
      return
    } catch {
      await wait(50)
    } finally {
      socket.destroy()
    }
  }
}
