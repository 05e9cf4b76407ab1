// Which texts the data files may contain, checked against a parser of Discord's Markdown.
import { SimpleMarkdown, rulesExtended } from 'discord-markdown-parser'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainTextFix, quoteLine } from '../../../src/data/model/plain-text.ts'

const parse = SimpleMarkdown.parserFor(rulesExtended) as unknown as (
  source: string,
  state: { inline: boolean },
) => { type: string }[]

const typesIn = (text: string) => [...new Set(parse(text, { inline: false }).flatMap(typesOf))]

function typesOf(node: { type: string; content?: unknown }): string[] {
  const inner = Array.isArray(node.content) ? (node.content as { type: string }[]) : []
  return node.type === 'paragraph' ? inner.flatMap(typesOf) : [node.type, ...inner.flatMap(typesOf)]
}

test.each([
  'NATO bound the United States to 28 other countries.',
  'Détente with “Warsaw Pact” nations – a core task; see https://www.nato.int/cps/en/natohq/topics_67655.htm.',
  '[Coalition against ISIS]',
  'Tag: Partnerships (2%, $55 & more)',
  'НАТО',
  '日本',
  'Côte d’Ivoire',
  '1. Panzerdivision',
  'At 10:30:15',
])('%s is plain text', (text) => {
  expect(plainTextFix(text)).toBeUndefined()
})

const hostile = [
  '[here](https://evil.example)',
  '[here](<https://evil.example>)',
  'a](https://evil.example) [b',
  '@everyone',
  '@here',
  '<@200000000000000002>',
  '<@&300000000000000001>',
  '<#400000000000000001>',
  '<:smile:400000000000000001>',
  '<a:smile:400000000000000001>',
  '<t:0:R>',
  '</admin:400000000000000001>',
  '<https://evil.example>',
  '# Heading',
  '### Heading',
  '-# small',
  '> quote',
  '>>> quote',
  '- item',
  '||spoiler||',
  '**bold**',
  '_slanted_',
  '~~gone~~',
  '`code`',
  '```code```',
  ':smile:',
  'a\\b',
  'javascript://evil.example',
  'discord://-/users/@me',
  'https://evil.example/](https://x',
  'https://evil.example/||x||',
]

test.each(hostile)('%s is not plain text', (text) => {
  expect(plainTextFix(text)).toMatch(/^remove "/)
})

test.each([
  ['U+202E', '\u202e'],
  ['U+2066', '\u2066'],
  ['U+200B', '\u200b'],
  ['U+00AD', '\u00ad'],
  ['U+0000', '\0'],
  ['U+000A', '\n'],
  ['U+001B', '\u001b'],
  ['U+2028', '\u2028'],
  ['U+034F', '\u034f'],
  ['U+3164', '\u3164'],
  ['U+FE0F', '\ufe0f'],
  ['U+E0041', '\u{e0041}'],
  ['U+D800', '\ud800'],
  ['U+FFFD', '\ufffd'],
  ['U+2800', '\u2800'],
])('the invisible character %s is named', (code, character) => {
  expect(plainTextFix(`NA${character}TO`)).toBe(`remove the invisible character ${code}`)
  expect(quoteLine(`NA${character}TO`)).toBe(`NA${code}TO`)
})

test('words that mix alphabets and stacked accents are refused', () => {
  expect(plainTextFix('The NАTO')).toBe('write "NАTO" with the letters of one alphabet')
  expect(plainTextFix('Οpec')).toBe('write "Οpec" with the letters of one alphabet')
  expect(plainTextFix(`A${'\u0301'.repeat(9)}`)).toBe('remove the accents stacked on one letter')
})

test('a quotation is truncated', () => {
  expect(quoteLine('x'.repeat(1_000_000))).toHaveLength(300)
})

test('text that passes is parsed as words and URLs only, wherever a card shows it', () => {
  const piece = fc.constantFrom(
    ...hostile,
    ...Array.from('*_~`|\\<>@#-:[]()/ aE.1!'),
    'https://a.example/',
    '\n',
    '  ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('').trim()
      if (plainTextFix(text) !== undefined) return
      for (const shown of [text, `**Region:** ${text}`, `• ${text}`, `before\n${text}\nafter`])
        expect(
          typesIn(shown).filter((type) => !['text', 'url', 'strong', 'br', 'newline'].includes(type)),
        ).toEqual([])
    }),
    { numRuns: 3000 },
  )
})
