// Three replicas behind a proxy under load, and what fails beneath them: nothing is answered twice, and nothing is lost but
// what a killed process had.
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, expect, inject, test } from 'vitest'
import { pier } from '../fixtures/sample-imports.ts'
import { runSql } from '../helpers/postgres-database.ts'
import { renderedText } from '../helpers/test-bot.ts'
import { startCluster, type ReplicaName } from './cluster.ts'
import { sendLookUps, type Load } from './load.ts'

const share = inject('fuzzShare')
/** Of interactions. */
const perSecond = 200 * share
const seconds = 30

// A machine that runs other tests besides is slow, which says nothing about what is lost.
const cluster = await startCluster({ answerTimeoutMs: share === 1 ? 3000 : 15_000 })
const { emulator, postgres, replicas, network } = cluster
const all = Object.values(replicas)
afterAll(cluster.close)

/** Which replicas have handled each interaction. */
const handlers = new Map<unknown, string[]>()

/** What the replicas warned of, for who looks into a failure. */
afterEach(({ task }) => {
  for (const { name, log } of all) {
    const lines = log.splice(0)
    for (const { id } of lines.filter(({ msg }) => msg === 'interaction'))
      handlers.set(id, [...(handlers.get(id) ?? []), name])
    if (task.result?.state !== 'fail') continue
    for (const { msg, err } of lines.filter(({ level }) => Number(level) >= 40).slice(0, 20))
      console.log(`${name}: ${String(msg)} ${JSON.stringify(err ?? '')}`)
  }
})

const underLoad = (total = perSecond * seconds) => sendLookUps(emulator, { total, perSecond })
const logOf = (failure: string) => {
  const [id] = /\d{17,}/.exec(failure) ?? []
  return all.flatMap(({ name, log }) =>
    log.filter((line) => line['id'] === id).map((line) => `${name} ${JSON.stringify(line)}`),
  )
}
const report = (fault: string, { sent, answered, lost, durations }: Load) => {
  const sorted = durations.toSorted((a, b) => a - b)
  const [p50 = 0, p99 = 0] = [0.5, 0.99].map((share) => sorted[Math.floor(sorted.length * share)])
  console.log(
    `${fault}: ${sent} sent, ${answered} answered, ${lost.length} lost, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
  )
  for (const failure of lost) console.log([failure, ...logOf(failure)].join('\n  '))
}
/** Where nobody looks anything up, so that cards are found again. */
const quietly = (user: 'moderator' | 'operator') => emulator.as(user).in('voice')
const settings = () => quietly('moderator').runCommand('/settings')

test('all three start at once on an empty database, and one builds the facts', async () => {
  const rows = await runSql(postgres.url, 'SELECT number FROM revision')
  expect(rows).toEqual([{ number: 1 }])
  expect(await Promise.all(all.map((replica) => replica.isReady()))).toEqual([true, true, true])
})

test('load is spread over all, and nothing is lost without a fault', async () => {
  // A process that has just started is slow, and three at once are so on a machine of two cores.
  await sendLookUps(emulator, { total: 300, perSecond: 20 })
  const load = await underLoad(perSecond * 10)
  report('no fault', load)
  expect(load.lost).toEqual([])
  const counts = all.map(({ log }) => log.filter(({ msg }) => msg === 'interaction').length)
  expect(Math.min(...counts)).toBeGreaterThan(load.sent / 10)
})

test('a replica that is killed loses only what it had', async () => {
  const load = underLoad()
  await wait(5000)
  const before = replicas.b.log.length
  await replicas.b.kill()
  const settled = await load
  report('one killed', settled)
  expect(replicas.b.log.length - before).toBeLessThan(perSecond)
  // What it had taken and not answered, for as long as the proxy needed to notice.
  expect(settled.lost.length).toBeLessThan(perSecond)
  await replicas.b.start()
})

test('while PostgreSQL restarts, look-ups go on and settings say so', async () => {
  const load = underLoad()
  await wait(3000)
  await postgres.stop()
  try {
    expect(renderedText(await settings())).toContain("can't be saved")
    await wait(3000)
  } finally {
    await postgres.start()
  }
  const settled = await load
  report('PostgreSQL restarted', settled)
  expect(settled.lost).toEqual([])
  await expect
    .poll(async () => renderedText(await changeSetting()), { timeout: 30_000 })
    .not.toContain("can't")
})

test('while the network to PostgreSQL is cut for twenty seconds, look-ups go on', async () => {
  const load = underLoad()
  await wait(2000)
  network.cut()
  try {
    await wait(5000)
    expect(renderedText(await settings())).toContain("can't be saved")
    await wait(15_000)
  } finally {
    network.restore()
  }
  const settled = await load
  report('network cut', settled)
  expect(settled.lost).toEqual([])
  await expect
    .poll(async () => renderedText(await changeSetting()), { timeout: 30_000 })
    .not.toContain("can't")
})

test('an imported article travels to all, under load', { timeout: 180_000 }, async () => {
  const load = underLoad()
  await publish()
  const settled = await load
  report('import applied', settled)
  expect(settled.lost).toEqual([])
  for (const { endpoint } of all) {
    await emulator.setInteractionsEndpoint(endpoint)
    const answer = async () => renderedText(await emulator.runCommand('/exercise name:Pier Drill'))
    await expect.poll(answer, { timeout: 20_000 }).toContain('Gull Sea')
  }
  await emulator.setInteractionsEndpoint(cluster.endpoint)
})

test('a rolling update loses nothing', async () => {
  const load = underLoad(20_000 * share)
  for (const name of Object.keys(replicas) as ReplicaName[]) {
    await replicas[name].stop()
    await replicas[name].start()
    await expect.poll(() => replicas[name].isReady(), { timeout: 30_000 }).toBe(true)
    // The proxy asks every second.
    await wait(2000)
  }
  const settled = await load
  report('rolling update', settled)
  expect(settled.lost).toEqual([])
})

test('no interaction was handled twice, by one replica or by two', () => {
  expect(handlers.size).toBeGreaterThan(20_000 * share)
  expect([...handlers].filter(([, names]) => names.length > 1)).toEqual([])
})

async function changeSetting() {
  const panel = await settings()
  return quietly('moderator').select(panel, 'Dates: day first')
}

async function publish(): Promise<void> {
  const operator = quietly('operator')
  const plan = await operator.runCommand('/admin import file:pier.yaml', [
    { name: 'pier.yaml', content: pier },
  ])
  // A busy machine takes longer for it than the local Discord waits for an update.
  await operator.clickButton(plan, 'Apply')
  const history = async () => renderedText(await operator.runCommand('/admin history'))
  await expect.poll(history, { timeout: 60_000, interval: 500 }).toContain('Revision 2 of 2 is live')
}
