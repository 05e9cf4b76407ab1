import { spawnSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openCommandFolder } from '../../src/bot/module-loader.ts'
import { diffCommands, formatCommandDiff, type CommandBody } from '../../src/bot/command-diff.ts'
import { startDiscordEmulator, type DiscordEmulator, createWorld } from 'discord-emulator'
import { startTestBot } from '../helpers/test-bot.ts'

const root = join(import.meta.dirname, '../..')
const local: CommandBody = {
  name: 'look',
  description: 'Looks something up',
  contexts: [0, 1],
  integration_types: [0, 1],
  options: [
    { type: 3, name: 'name', description: 'A name', required: true, autocomplete: true },
    { type: 5, name: 'private', description: 'Only for you' },
  ],
}

/** As Discord responds: with an id, nulls and empty values, and lists in a different order. */
const registered = {
  ...local,
  id: '1',
  application_id: '2',
  version: '3',
  type: 1,
  default_member_permissions: null,
  dm_permission: true,
  nsfw: false,
  name_localizations: null,
  description_localizations: {},
  contexts: [1, 0],
  options: local.options?.map((option) => ({
    ...option,
    name_localizations: null,
    required: 'required' in option,
  })),
}

const diffLines = (remote: object[], local: CommandBody[]) =>
  diffCommands(remote, local).map(formatCommandDiff)

describe('the diff between registered and local commands', () => {
  test('is empty if Discord only filled in defaults', () => {
    expect(diffLines([registered], [local])).toEqual([])
  })

  test('lists each changed field', () => {
    const [name, second] = local.options ?? []
    const changed: CommandBody = {
      ...local,
      description: 'Finds something',
      contexts: [0],
      default_member_permissions: '0',
      options: [{ ...name, description: 'Any name', max_length: 60 } as never, second as never],
    }
    expect(diffLines([registered], [changed])).toEqual([
      '/look description: "Looks something up" → "Finds something"',
      '/look contexts: [0,1] → [0]',
      '/look options.name.description: "A name" → "Any name"',
      '/look default_member_permissions: is added: "0"',
      '/look options.name.max_length: is added: 60',
    ])
  })

  test('reports options that were added, removed or reordered', () => {
    const [name, second] = local.options ?? []
    expect(diffLines([registered], [{ ...local, options: [second as never, name as never] }])).toEqual([
      '/look options: name, private → private, name',
    ])
    expect(diffLines([registered], [{ ...local, options: [name as never] }])).toEqual([
      '/look options: name, private → name',
      '/look options.private.type: is removed (5)',
      '/look options.private.description: is removed ("Only for you")',
    ])
  })

  test('reports commands that were added or removed, and tells menus from slash commands of the same name', () => {
    expect(diffLines([registered], [])).toEqual(['/look: is removed'])
    expect(diffLines([], [local])).toEqual(['/look: is new'])
    expect(diffLines([registered], [local, { type: 3, name: 'look' }])).toEqual(['menu look: is new'])
  })
})

async function localDiscord(): Promise<DiscordEmulator> {
  const emulator = await startDiscordEmulator({ port: 0 })
  onTestFinished(() => emulator.close())
  return emulator
}

const puts = (emulator: DiscordEmulator) => emulator.log.calls.filter(({ method }) => method === 'PUT')

async function script(name: string, emulator: DiscordEmulator | undefined, ...more: string[]) {
  const env = {
    PATH: process.env['PATH'],
    ...(emulator && { DISCORD_TOKEN: emulator.token, DISCORD_API_URL: emulator.apiUrl }),
  }
  const child = spawn(process.execPath, [`scripts/${name}.ts`, ...more], { cwd: root, env })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (output += data.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, lines: output.trim().split('\n') }
}

describe('startup', () => {
  test('registers the commands once, and a second startup registers nothing', async () => {
    const { emulator } = await startTestBot()
    expect(puts(emulator)).toHaveLength(1)
    const { log } = await startTestBot({ on: emulator })
    expect(puts(emulator)).toHaveLength(1)
    expect(log.find(({ msg }) => msg === 'commands up to date')).toMatchObject({ diff: [] })
  })

  test('says what to enable if users cannot install the app for themselves', async () => {
    const world = createWorld()
    world.application.integrationTypes = [0]
    const { log } = await startTestBot({ emulator: { world } })
    expect(log.find(({ level }) => level === 40)?.['msg']).toMatch(
      /enable User Install on the Installation page/,
    )
  })
})

describe('npm run commands:deploy', () => {
  test('shows what would change, registers it, and then finds nothing to do', async () => {
    const emulator = await localDiscord()
    const dry = await script('deploy', emulator, '--dry-run')
    expect(dry.lines).toContain('/alliance: is new')
    expect(dry.lines.at(-1)).toBe('Dry run: nothing registered.')
    expect(puts(emulator)).toHaveLength(0)
    const deployed = await script('deploy', emulator)
    const count = (await openCommandFolder(join(root, 'src/commands')).all()).size
    expect(deployed.lines.at(-1)).toBe(`Registered ${count} commands.`)
    expect((await script('deploy', emulator)).lines).toEqual(['The commands are up to date.'])
    expect(puts(emulator)).toHaveLength(1)
  })

  test('can register them for a single guild', async () => {
    const emulator = await localDiscord()
    await script('deploy', emulator, '--guild', emulator.world.guilds.home.id)
    expect(puts(emulator)[0]?.path).toContain(`/guilds/${emulator.world.guilds.home.id}/commands`)
  })

  test('without a token says what to set', async () => {
    expect(await script('deploy', undefined)).toEqual({
      code: 1,
      lines: ['DISCORD_TOKEN is not set: set it to the bot token of the application to deploy to.'],
    })
  })
})

test('npm run invite prints links that request no permissions, or those that the fact of the day needs', () => {
  const token = `${Buffer.from('123456789').toString('base64url')}.abc.def`
  const env = { PATH: process.env['PATH'], DISCORD_TOKEN: token }
  const { stdout } = spawnSync(process.execPath, ['scripts/invite.ts'], { cwd: root, env, encoding: 'utf8' })
  const links = [...stdout.matchAll(/https:\S+/g)].map(([link]) => new URL(link).searchParams)
  expect(links.map((query) => Object.fromEntries(query))).toEqual([
    { client_id: '123456789', integration_type: '0', scope: 'bot applications.commands', permissions: '0' },
    {
      ...{ client_id: '123456789', integration_type: '0', scope: 'bot applications.commands' },
      // View Channel, Send Messages, Send Messages in Threads.
      permissions: String((1n << 10n) | (1n << 11n) | (1n << 38n)),
    },
    { client_id: '123456789', integration_type: '1', scope: 'applications.commands', permissions: '0' },
  ])
})
