// A PostgreSQL server of Debian's package on loopback, in a folder of its own, for tests; it does not survive them.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, copyFileSync, globSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'

export interface TestPostgres {
  /** Of the database in which others can be created. */
  url: string
  port: number
  /** Starts the server again after `stop`. */
  start: () => Promise<void>
  /** Ends every connection and stops the server; what was committed stays. */
  stop: () => Promise<void>
  /** Stops the server and removes its folder. */
  close: () => Promise<void>
}

const user = 'entente'
const password = 'test-password'

/** @throws an error that says what to install where there is no PostgreSQL */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-postgres-'))
  // The server's user must reach its data below.
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o644 })
  const run = unprivileged(folder)
  const initdb = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync']
  run([binary('initdb'), '-D', data, '-U', user, `--pwfile=${passwordFile}`, ...initdb])
  const port = await freePort()
  const url = `postgres://${user}:${password}@127.0.0.1:${port}/postgres`
  // Tests kill the server's clients, not the machine, so nothing needs to reach the disk.
  const settings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=60']
  const flags = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', '']
  let server: ChildProcess | undefined

  async function start(): Promise<void> {
    const [command = '', ...args] = run.prefix([
      binary('postgres'),
      ...flags,
      ...settings.flatMap((setting) => ['-c', setting]),
    ])
    const started = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    server = started
    let log = ''
    started.stderr.setEncoding('utf8').on('data', (text: string) => (log = (log + text).slice(-4000)))
    for (;;) {
      if (started.exitCode !== null) throw new Error(`PostgreSQL did not start: ${log}`)
      try {
        await connectOnce()
        return
      } catch {
        await wait(50)
      }
    }
  }

  async function stop(): Promise<void> {
    if (!server || server.exitCode !== null) return
    const ended = once(server, 'exit')
    // A fast shutdown, which does not wait for clients.
    server.kill('SIGINT')
    await ended
  }

  async function connectOnce(): Promise<void> {
    const client = new Client({ connectionString: url })
    client.on('error', () => undefined)
    try {
      await client.connect()
    } finally {
      await client.end()
    }
  }

  await start()
  return {
    url,
    port,
    start,
    stop,
    async close() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The newest of Debian's versions, each of which has a folder of its own. */
function binary(name: string): string {
  const [newest] = globSync(`/usr/lib/postgresql/*/bin/${name}`).sort((a, b) => versionOf(b) - versionOf(a))
  if (newest === undefined) throw new Error('there is no PostgreSQL: apt-get install postgresql')
  return newest
}

function versionOf(path: string): number {
  return Number(/postgresql\/(\d+)/.exec(path)?.[1])
}

/** PostgreSQL refuses to run as root, so root runs it as the user of Debian's package. */
function unprivileged(folder: string) {
  const isRoot = process.getuid?.() === 0
  const prefix = (command: string[]): string[] => {
    if (!isRoot) return command
    const asPostgres = ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', ...command]
    if (statSync('/etc/passwd').mode & 0o004) return asPostgres
    // The programs look up their user's name, so where others may not read it they see a copy that they can.
    const copy = join(folder, 'passwd')
    copyFileSync('/etc/passwd', copy)
    chmodSync(copy, 0o644)
    return [
      'unshare',
      '--mount',
      'sh',
      '-c',
      'mount --bind "$0" /etc/passwd && exec "$@"',
      copy,
      ...asPostgres,
    ]
  }
  if (isRoot) spawnSync('chown', ['postgres', folder])
  const run = (command: string[]) => {
    const [program = '', ...args] = prefix(command)
    const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`)
  }
  return Object.assign(run, { prefix })
}

/**
 * A port of loopback that nothing listens on, from those that no system gives to outgoing connections: one of these would
 * take it before the server starts, or while it restarts.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const server = createServer().listen(randomInt(20_000, 32_768), '127.0.0.1')
    try {
      await once(server, 'listening')
    } catch {
      continue
    }
    const { port } = server.address() as AddressInfo
    server.close()
    await once(server, 'close')
    return port
  }
}
