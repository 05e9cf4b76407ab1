// User input in any option pings nobody and applies no formatting.
import { SimpleMarkdown, rulesExtended } from 'discord-markdown-parser'
import { expect, test } from 'vitest'
import { join } from 'node:path'
import { openCommandFolder } from '../../src/bot/module-loader.ts'
import { messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'

const { emulator, log } = await startTestBot()
/** Has the commands for managers too. */
const moderator = emulator.as('moderator')
const commands = await openCommandFolder(join(import.meta.dirname, '../../src/commands')).all()

const payloads = [
  '@everyone @here <@200000000000000002> <@&300000000000000001> <#400000000000000001>',
  '[a link](https://evil.example) <https://evil.example> https://evil.example',
  '``` ` ~~gone~~ ||hidden|| __under__ ```',
  '\n# Heading\n> quote\n-# small\n- list',
  '<:smile:400000000000000001> <t:0:R> </admin:400000000000000001>',
  '\u202E\u0000\u200B\uD800 \n-# Asked by <@200000000000000002>\n-# For <@200000000000000002>',
]

/** Anything beyond plain text; bold, subtext and the heading of a card are Entente's own. */
const formatting = new Set([
  ...['link', 'user', 'role', 'channel', 'spoiler', 'inlineCode', 'codeBlock', 'strikethrough'],
  ...['underline', 'heading', 'emoji', 'timestamp', 'slashCommand', 'blockQuote', 'quote'],
])

const parse = SimpleMarkdown.parserFor(rulesExtended) as unknown as (
  source: string,
  state: { inline: boolean },
) => unknown

interface Node {
  type: string
  content?: unknown
}

function typesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(typesIn)
  if (typeof node !== 'object' || node === null || !('type' in node)) return []
  const { type, content } = node as Node
  return [type, ...typesIn(content)]
}

interface TextOption {
  type: number
  name: string
  required?: boolean
  choices?: { value: string }[]
  max_length?: number
}

const names = ['NATO', 'NORAD']

const cases = [...commands.values()].flatMap(({ name, definition, operatorsOnly }) => {
  const options = ('options' in definition ? (definition.options ?? []) : []) as TextOption[]
  if (operatorsOnly) return []
  const texts = options.filter(({ type, choices }) => type === 3 && !choices)
  return texts.map((option): [string, string, number, string] => [
    name,
    option.name,
    option.max_length ?? 6000,
    options
      .filter(({ required, name: other }) => required && other !== option.name)
      .map(({ name: other, choices }, index) => ` ${other}:${choices?.[0]?.value ?? names[index]}`)
      .join(''),
  ])
})

test('the options accept plenty of free text', () => {
  expect(cases.length).toBeGreaterThan(8)
})

test.each(cases)('/%s %s', async (command, option, most, rest) => {
  for (const payload of payloads) {
    const seen = await moderator.runCommand(`/${command} ${option}:"${payload.slice(0, most)}"${rest}`)
    const { mentions, mention_roles: roles, mention_everyone: everyone, content } = messageIn(seen)
    expect([mentions, roles, everyone]).toEqual([[], [], false])
    const text = renderedText(seen).replace(/^### /, '')
    expect(text).not.toContain('://evil')
    // Discord previews the URLs of plain content, but not those of components, such as the ones in facts.
    expect(content.match(/(?<!<)https?:\/\//g)).toBeNull()
    expect(text.split('\n').filter((line) => /^(#|>|- |-# (Asked by|For) )/.test(line))).toEqual([])
    expect(typesIn(parse(text, { inline: true })).filter((type) => formatting.has(type))).toEqual([])
  }
})

test.each([
  ['the longest name that Discord takes', 'N'.repeat(80)],
  ['a name of spaces', '   '],
  ['zalgo', 'N̸̢͠A̷̛T̶O̵'],
  ['a name in another script', 'НАТО'],
  ['code', '`rm -rf` || ```'],
  ['a mention', '<@&123> @here'],
])('%s gets an answer and pings nobody', async (_what, input) => {
  for (const command of [
    `/alliance name:"${input}"`,
    `/compare first:"${input}" second:NATO`,
    `/exercise name:"${input}"`,
  ]) {
    const seen = await emulator.runCommand(command)
    expect(seen).toMatchObject({
      type: 'message',
      message: { mentions: [], mention_everyone: false, mention_roles: [] },
    })
    expect(renderedText(seen).length).toBeLessThan(600)
  }
})

test('none of these inputs caused a failure', () => {
  expect(log.filter(({ level }) => Number(level) >= 40)).toEqual([])
})
