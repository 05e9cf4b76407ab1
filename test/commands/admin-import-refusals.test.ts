// What /admin import refuses: each upload gets its own reason, nothing changes, and the bot goes on.
import { mkdtempSync, rmSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createWorld, type InteractionPayload } from 'discord-emulator'
import { renderedText, startTestBot, verdictOf } from '../helpers/test-bot.ts'
import { sampleFiles, writeFiles } from '../fixtures/sample-data.ts'
import { pier, quay } from '../fixtures/sample-imports.ts'

const dataDirectory = mkdtempSync(join(tmpdir(), 'entente-data-'))
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }))
writeFiles(dataDirectory, sampleFiles)
const world = createWorld()
const { operator, administrator, member } = world.users
for (const user of [operator, member])
  world.guilds.home.members[user.id] = world.guilds.home.members[administrator.id] ?? 0n
const { emulator, databaseDirectory, log } = await startTestBot({
  dataDirectory,
  emulator: { world, initialResponseTimeoutMs: 60_000 },
})

async function attach(name: string, content: string | Uint8Array, as: 'operator' | 'member' = 'operator') {
  return emulator.as(as).runCommand(`/admin import file:${name}`, [{ name, content }])
}

afterEach(async () => {
  emulator.faults.clear()
  expect(readdirSync(databaseDirectory)).not.toContain('articles')
  const history = await emulator.as('operator').runCommand('/admin history')
  expect(verdictOf(history)).toBe('Revision 1 of 1 is live.')
  expect(log.filter(({ level }) => Number(level) >= 50)).toEqual([])
})

interface Entry {
  path: string
  content?: string | Buffer
  mode?: number
}

async function zipOf(...entries: Entry[]): Promise<Buffer> {
  const zip = new ZipFile()
  for (const { path, content = pier, mode = 0o100644 } of entries)
    zip.addBuffer(Buffer.from(content), path, { mode })
  zip.end()
  return buffer(zip.outputStream)
}

/** Writes another name or number over every place in a zip that has the first. */
function patched(zip: Buffer, from: Buffer, to: Buffer): Buffer {
  const copy = Buffer.from(zip)
  for (let at = copy.indexOf(from); at !== -1; at = copy.indexOf(from, at + to.length)) to.copy(copy, at)
  return copy
}

const sizeField = (size: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(size)
  return bytes
}

const chooseExport = 'choose the .zip that /admin export has given you, or a .yaml file.'
const inExport =
  'put articles and dossiers under imported/, named with lower-case letters, digits and hyphens and ending in .yaml.'

describe('an upload is refused:', () => {
  test.each<
    [description: string, name: string, content: () => Promise<Buffer> | string | Uint8Array, answer: string]
  >([
    [
      'another kind of file',
      'pier.txt',
      () => pier,
      'pier.txt is neither a .yaml file nor the .zip of an export: choose one article or dossier as a .yaml file, or what /admin export has given you.',
    ],
    [
      'a name that is no id',
      'Pier_1.yaml',
      () => pier,
      'Pier\\_1.yaml cannot be the name of an imported file: rename it to lower-case letters, digits and hyphens, such as pier.yaml.',
    ],
    [
      'bytes that are no text',
      'pier.yaml',
      () => Buffer.from([0xff, 0xfe, 0x00]),
      'pier.yaml is not text in UTF-8: save it as UTF-8.',
    ],
    [
      'more than 512 KiB of YAML',
      'pier.yaml',
      () => `# ${'x'.repeat(512 * 1024)}`,
      'pier.yaml is larger than 512 KiB: split it into several files.',
    ],
    [
      'what only is called a zip',
      'pier.zip',
      () => pier,
      `the file is not a zip, or its end is missing: ${chooseExport}`,
    ],
    [
      'a bomb that says so',
      'bomb.zip',
      () => zipOf({ path: 'tables/bomb.csv', content: Buffer.alloc(33 * 1024 * 1024) }),
      `the zip unpacks to more than 32 MiB: ${chooseExport}`,
    ],
    [
      'a bomb that hides its size',
      'bomb.zip',
      async () => {
        const size = 5 * 1024 * 1024
        const zip = await zipOf({ path: 'imported/bomb.yaml', content: Buffer.alloc(size) })
        return patched(zip, sizeField(size), sizeField(1000))
      },
      `a file in the zip unpacks to another size than the zip states: ${chooseExport}`,
    ],
    ['no file', 'empty.zip', () => zipOf(), `the zip has no files: ${chooseExport}`],
    [
      'a name with a backslash',
      'windows.zip',
      async () =>
        patched(
          await zipOf({ path: 'imported/pier.yaml' }),
          Buffer.from('imported/'),
          Buffer.from('imported\\'),
        ),
      `"imported\\\\pier.yaml" in the zip has a backslash in its name: ${chooseExport}`,
    ],
    [
      'a device',
      'device.zip',
      () => zipOf({ path: 'imported/pier.yaml', mode: 0o020644 }),
      `imported/pier.yaml in the zip is a link or a device, not a file: ${chooseExport}`,
    ],
    [
      'names that differ by case alone',
      'case.zip',
      () => zipOf({ path: 'imported/pier.yaml' }, { path: 'imported/Pier.yaml' }),
      `imported/Pier.yaml in the zip is no file of an export: ${inExport}`,
    ],
    [
      'a folder around the export',
      'folder.zip',
      () => zipOf({ path: 'entente-2/imported/pier.yaml' }),
      `entente-2/imported/pier.yaml in the zip is no file of an export: ${inExport}`,
    ],
    [
      'more than 512 KiB of YAML in a zip',
      'long.zip',
      () => zipOf({ path: 'imported/pier.yaml', content: `# ${'x'.repeat(512 * 1024)}` }),
      'imported/pier.yaml is larger than 512 KiB: split it into several files.',
    ],
    [
      'more than 8 MiB of files that are small enough each',
      'much.zip',
      () =>
        zipOf(
          ...Array.from({ length: 17 }, (_, n) => ({
            path: `imported/a${n}.yaml`,
            content: `# ${'x'.repeat(500 * 1024)}`,
          })),
        ),
      'the imported files would exceed 8 MiB together: remove some with /admin articles first.',
    ],
    [
      'a zip without its end',
      'short.zip',
      async () => (await zipOf({ path: 'imported/pier.yaml' })).subarray(0, -30),
      `the file is not a zip, or its end is missing: ${chooseExport}`,
    ],
    [
      'a zip that is called YAML',
      'pier.yaml',
      () => zipOf({ path: 'imported/pier.yaml' }),
      'pier.yaml is not text in UTF-8: save it as UTF-8.',
    ],
    [
      'text in Latin-1',
      'pier.yaml',
      () => Buffer.from(pier.replace('value: Gull Sea', 'value: Göll Sea'), 'latin1'),
      'pier.yaml is not text in UTF-8: save it as UTF-8.',
    ],
    [
      'too many files',
      'many.zip',
      () => zipOf(...Array.from({ length: 5001 }, (_, n) => ({ path: `imported/a${n}.yaml`, content: 'a' }))),
      `the zip has more than 5000 files: ${chooseExport}`,
    ],
    [
      'a symbolic link',
      'link.zip',
      () => zipOf({ path: 'imported/pier.yaml', content: '/etc/passwd', mode: 0o120777 }),
      `imported/pier.yaml in the zip is a link or a device, not a file: ${chooseExport}`,
    ],
    [
      'a name that leads out of the zip',
      'up.zip',
      async () =>
        patched(
          await zipOf({ path: 'imported/pier.yaml' }),
          Buffer.from('imported/'),
          Buffer.from('../../../'),
        ),
      `"../../../pier.yaml" in the zip leads out of it: ${chooseExport}`,
    ],
    [
      'an absolute name',
      'absolute.zip',
      async () =>
        patched(
          await zipOf({ path: 'imported/pier.yaml' }),
          Buffer.from('imported/'),
          Buffer.from('/mported/'),
        ),
      `"/mported/pier.yaml" in the zip leads out of it: ${chooseExport}`,
    ],
    [
      'a name with a folder',
      'deep.zip',
      () => zipOf({ path: 'imported/removed/pier.yaml' }),
      `imported/removed/pier.yaml in the zip is no file of an export: ${inExport}`,
    ],
    [
      'a zip within the zip',
      'nested.zip',
      () => zipOf({ path: 'imported/more.zip' }),
      `imported/more.zip in the zip is no file of an export: ${inExport}`,
    ],
    [
      'one name twice',
      'twice.zip',
      async () =>
        patched(
          await zipOf({ path: 'imported/pier.yaml' }, { path: 'imported/bier.yaml' }),
          Buffer.from('bier'),
          Buffer.from('pier'),
        ),
      `the zip has two files called imported/pier.yaml: ${chooseExport}`,
    ],
    [
      'a damaged file',
      'damaged.zip',
      async () => {
        const zip = new ZipFile()
        zip.addBuffer(Buffer.from(pier), 'imported/pier.yaml', { compress: false })
        zip.end()
        return patched(await buffer(zip.outputStream), Buffer.from('Piers'), Buffer.from('Bears'))
      },
      `imported/pier.yaml in the zip is damaged: ${chooseExport}`,
    ],
    [
      'another text of a file that comes with Entente',
      'changed.zip',
      () => zipOf({ path: 'articles/gazette.yaml' }),
      'the zip has nothing under imported/, and its articles/gazette.yaml is not the one that comes with Entente: put what you want to add under imported/; files that come with Entente cannot be changed by an import.',
    ],
  ])('%s', async (_description, name, content, answer) => {
    const response = await attach(name, await content())
    expect(renderedText(response)).toBe(`Nothing was changed, since ${answer}`)
  })
})

describe('a file that does not pass is refused with line and reason:', () => {
  test.each<[description: string, text: string | Buffer, reason: string]>([
    ['an anchor', pier.replace('value: Gull Sea', 'value: &a Gull Sea'), 'the anchor &a is not allowed'],
    [
      'an alias',
      pier.replace('Gull Sea.', 'Gull Sea.').replace('value: Gull Sea', 'value: &a x\n    unit: *a'),
      'the alias \\*a is not allowed',
    ],
    ['a tag', pier.replace('value: Gull Sea', 'value: !!binary Gull'), 'the tag !!binary is not allowed'],
    ['a directive', `%TAG ! tag:evil.example,2000:\n---\n${pier}`, 'a directive is not allowed'],
    [
      'a key of the prototype',
      `__proto__: { polluted: true }\n${pier}`,
      'the key "\\_\\_proto\\_\\_" is not allowed',
    ],
    [
      'a key of the prototype deep within',
      pier.replace('basis: stated }\npublished', 'constructor: 1 }\npublished'),
      'the key "constructor" is not allowed',
    ],
    ['deep nesting', `a: ${'['.repeat(20_000)}`, 'nesting exceeded maxDepth (20): correct the YAML here'],
    ['nothing', '', 'this file has no keys: write it as the others are written'],
    ['text without keys', 'a pier', 'this file has no keys: write it as the others are written'],
    ['text in UTF-16', Buffer.from(pier, 'utf16le'), 'this file is not text in UTF-8: save it as UTF-8'],
    ['a merge key', `<<: { evil: 1 }\n${pier}`, 'remove or correct "\\<\\<"'],
    [
      'a quoted key of the prototype',
      `"\\u005f_proto__": 1\n${pier}`,
      'the key "\\_\\_proto\\_\\_" is not allowed',
    ],
    [
      'an attribute of the prototype',
      pier.replace('attribute: region', 'attribute: toString'),
      'there is no attribute "toString"',
    ],
    [
      'an invisible character',
      pier.replace('Gull Sea.', 'Gull\u202e Sea.'),
      'remove the invisible character U+202E',
    ],
    ['several documents', `${pier}---\n${pier}`, 'expected a single document in the stream, but found more'],
    ['an unknown key', `${pier}\nevil: 1\n`, 'remove or correct "evil"'],
    ['a statement that breaks a rule', pier.replace('Pier Drill takes', 'Norway takes'), '"Norway"'],
    ['no passages', pier.replace(/passages: .*\n/, ''), 'add "passages:" with what npm run hash-article'],
    [
      'an entity of a shipped file',
      pier.replaceAll('pier-drill', 'gull-drill'),
      'the id "gull-drill" is taken',
    ],
  ])('%s', async (_description, text, reason) => {
    expect(text).not.toBe(pier)
    const response = await attach('pier.yaml', text)
    expect(renderedText(response)).toContain('### Import · not possible')
    expect(renderedText(response)).toMatch(/\*\*imported\/pier\.yaml:\d+\*\*/)
    expect(renderedText(response)).toContain(reason)
  })

  test('ids that shipped files have are named', async () => {
    expect(renderedText(await attach('gazette.yaml', pier))).toContain(
      '**imported/gazette.yaml:1** the id "gazette" is taken by an article or publication that is there already: give the file another name',
    )
    const taken = quay.replaceAll('quay-news', 'gazette')
    expect(renderedText(await attach('quay.yaml', taken))).toMatch(
      /imported\/quay\.yaml:4\*\* the id "gazette" is taken/,
    )
  })

  test('many problems come as a file', async () => {
    const facts = Array.from(
      { length: 20 },
      (_, n) =>
        `  - { id: f${n}, entity: nobody, attribute: region, value: x, statement: X., section: Drills }\n`,
    )
    const response = await attach('pier.yaml', `${pier}${facts.join('')}`)
    const { attachments } = response.type === 'message' ? response.message : { attachments: [] }
    const listed = await (await fetch(attachments[0]?.url ?? '')).text()
    expect(listed.match(/imported\/pier\.yaml:\d+: there is no entity "nobody"/g)).toHaveLength(20)
  })
})

describe('a file from elsewhere is not loaded:', () => {
  const withUrl = (url: string) =>
    emulator.faults.mutateInteractions((payload: InteractionPayload) => {
      const { resolved } = payload['data'] as { resolved: { attachments: Record<string, { url: string }> } }
      for (const attachment of Object.values(resolved.attachments)) attachment.url = url
      return payload
    })

  test('another host, another port, another protocol, and no address', async () => {
    let requests = 0
    const server = createServer((_request, response) => {
      requests += 1
      response.end(pier)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    for (const url of [
      `http://127.0.0.1:${port}/attachments/1/2/pier.yaml`,
      `http://localhost:${port}/pier.yaml`,
      `http://cdn.discordapp.com@127.0.0.1:${port}/pier.yaml`,
      'http://cdn.discordapp.com/attachments/1/2/pier.yaml',
      'https://cdn.discordapp.com.evil.example/pier.yaml',
      'https://cdn.discordapp.com:8443/pier.yaml',
      'https://cdn.discordapp.com./pier.yaml',
      'https://cdn.discordapp.com%2eevil.example/pier.yaml',
      'https://[::ffff:127.0.0.1]/pier.yaml',
      'https://evil.example\\@cdn.discordapp.com/pier.yaml',
      'data:text/yaml,a',
      'file:///etc/passwd',
      '',
    ]) {
      withUrl(url)
      expect(renderedText(await attach('pier.yaml', pier))).toBe(
        "That file isn't where Discord keeps attachments, so I haven't loaded it. Attach it to the command again.",
      )
    }
    expect(requests).toBe(0)
    await new Promise((resolve) => server.close(resolve))
  })

  test('a redirect, even to a place that is allowed', async () => {
    emulator.faults.redirectDownload(`${emulator.pageUrl}attachments/1/2/pier.yaml`)
    expect(renderedText(await attach('pier.yaml', pier))).toBe(
      "Discord redirects that file elsewhere, so I haven't loaded it. Attach it to the command again.",
    )
  })

  test('an attachment that is gone', async () => {
    withUrl(`${emulator.pageUrl}attachments/1/2/pier.yaml`)
    expect(renderedText(await attach('pier.yaml', pier))).toBe(
      "Discord didn't return that file (404). Attach it to the command again.",
    )
  })

  test('more than 10 MiB, whatever size Discord states', async () => {
    emulator.faults.mutateInteractions((payload: InteractionPayload) => {
      const { resolved } = payload['data'] as { resolved: { attachments: Record<string, { size: number }> } }
      for (const attachment of Object.values(resolved.attachments)) attachment.size = 11 * 1024 * 1024
      return payload
    })
    expect(renderedText(await attach('pier.yaml', pier))).toBe(
      'That file is larger than 10 MiB. Split it, or compress it as a .zip.',
    )
  })
})

test('nobody but an operator imports, lists or exports', async () => {
  for (const answer of [
    await attach('pier.yaml', pier, 'member'),
    await emulator.as('member').runCommand('/admin articles'),
    await emulator.as('member').runCommand('/admin export'),
  ])
    expect(renderedText(answer)).toMatch(/^Only Entente's operators can use \/admin\./)
})
