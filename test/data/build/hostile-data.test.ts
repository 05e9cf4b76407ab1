// Malicious data files: texts that cards show, names that imitate others, and files that break the parser.
import { expect, test } from 'vitest'
import { parseDataset } from '../../../src/data/build/parse.ts'
import type { DataFile } from '../../../src/data/model/data-file.ts'
import { formatProblem } from '../../../src/data/model/problem.ts'
import { validateDataset } from '../../../src/data/build/rules.ts'
import { sampleFiles, sampleWith } from '../../fixtures/sample-data.ts'

const gazette = 'articles/gazette.yaml'
const [alliance, country] = ['entities/alliance.yaml', 'entities/country.yaml']

function problemsOf(files: DataFile[]): string[] {
  return validateDataset(parseDataset(files)).map((problem) => formatProblem(problem))
}

function withReplaced(files: DataFile[], path: string, text: string): DataFile[] {
  return [...files.filter((file) => file.path !== path), { path, text }]
}

const fields: [name: string, file: string, replace: string, replacement: (text: string) => string][] = [
  ['a title', gazette, 'text: Harbors of the World', (text) => `text: ${text}`],
  ['a publisher', gazette, 'name: The Gazette, basis: stated', (text) => `name: ${text}, basis: stated`],
  [
    'a reason for a publisher',
    gazette,
    'name: The Gazette, basis: stated',
    (text) => `name: null, basis: inferred, why: ${text}`,
  ],
  [
    'a reason for a date',
    gazette,
    "'2021-03-04', basis: stated",
    (text) => `'2021', basis: inferred, why: ${text}`,
  ],
  ['a section', gazette, 'name: Leagues }', (text) => `name: ${text} }`],
  [
    'a reason for an empty section',
    gazette,
    '  - { name: Leagues }',
    (text) => `  - { name: Leagues }\n  - { name: Other, empty: ${text} }`,
  ],
  ['a name', country, 'name: Chile', (text) => `name: ${text}`],
  ['an alias', country, '[Norwegian]', (text) => `[${text}]`],
  ['a name in an article', gazette, 'name: Gull Drill', (text) => `name: ${text}`],
  ['a value', gazette, 'value: North Sea', (text) => `value: ${text}`],
  ['a unit', gazette, 'unit: ports', (text) => `unit: ${text}`],
  [
    'a statement',
    gazette,
    'statement: The Harbor League was founded in 1950.',
    (text) => `statement: ${text}`,
  ],
]
const texts = [
  ['@everyone.', 'remove "@"'],
  ['[x](https://evil.example).', 'remove "]("'],
  ['<@200000000000000002>.', 'remove "<"'],
  ['NA\\u202eTO.', 'remove the invisible character U+202E'],
  ['two\\nlines.', 'remove the invisible character U+000A'],
  ['NАTO.', 'with the letters of one alphabet'],
] as const

test.each(fields.flatMap((field) => texts.map((text) => [field[0], text[0], field, text] as const)))(
  '%s that is %s is a problem at its line',
  (_name, _text, [, file, replace, replacement], [text, fix]) => {
    const [problem = ''] = problemsOf(sampleWith(file, replace, replacement(`"${text}"`)))
    expect(problem).toMatch(/^[a-z/.-]+:\d+: .+ is invalid: /)
    expect(problem).toContain(fix)
  },
)

test.each([
  ['javascript:alert(1)', 'must be an address that begins with https:// or http://'],
  ['data:text/html,x', 'must be an address that begins with'],
  ['file:///etc/passwd', 'must be an address that begins with'],
  ['https://discord.com@evil.example/', 'must have no spaces, square brackets'],
  ['https://evil.example/)[x](https://x', 'must have no spaces, square brackets'],
  [`https://evil.example/${'x'.repeat(500)}`, 'make it at most 500 characters long'],
])('the URL %s is refused', (url, fix) => {
  const problems = problemsOf(
    sampleWith(gazette, 'sections:', `url: { address: '${url}', basis: stated }\nsections:`),
  )
  expect(problems.join('\n')).toContain(`${gazette}:4: "url.address" is invalid: ${fix}`)
})

test.each([
  [
    'a name of punctuation only',
    country,
    'name: Chile',
    'name: "!!!"',
    '"!!!" has neither a letter nor a digit',
  ],
  ['an alias of punctuation only', country, '[Norwegian]', '["…"]', '"…" has neither a letter nor a digit'],
  ['a long name', country, 'name: Chile', `name: ${'x'.repeat(81)}`, 'make it at most 80 characters long'],
  [
    'a name already in use',
    country,
    'name: Chile',
    'name: Harbor league',
    '"Harbor league" is the name of "harbor-league" too: give one of them another name',
  ],
  [
    'a name in look-alike letters',
    country,
    'aliases: [Norwegian]',
    'aliases: [НL, Norwegian]',
    'write "НL" with the letters of one alphabet',
  ],
])('%s is refused', (_name, file, replace, replacement, problem) => {
  expect(problemsOf(sampleWith(file, replace, replacement)).join('\n')).toContain(problem)
})

test('a name in another alphabet is refused only if it looks like another entity’s name', () => {
  const files = sampleWith(alliance, 'aliases: [HL,', 'aliases: [OPEC, ASEAN,')
  const withAlias = (alias: string) =>
    files.map((file) =>
      file.path === country ? { ...file, text: file.text.replace('[Norwegian]', `[${alias}]`) } : file,
    )
  expect(problemsOf(withAlias('ОРЕС')).join('\n')).toContain(
    '"ОРЕС" looks like "OPEC", a name of "harbor-league"',
  )
  expect(problemsOf(withAlias('АСЕАН'))).toEqual([])
})

test('properties of every JavaScript object are not attributes, kinds, classifications or articles', () => {
  const cases: [DataFile[], string][] = [
    [
      sampleWith(gazette, 'attribute: founded', 'attribute: constructor'),
      'there is no attribute "constructor"',
    ],
    [
      sampleWith(gazette, 'value: alliance', 'value: constructor'),
      'the value does not fit "classification": write one of alliance',
    ],
    [
      sampleFiles.map((file) =>
        file.path === alliance ? { ...file, path: 'entities/constructor.yaml' } : file,
      ),
      '"constructor" is not a kind of entity',
    ],
    [
      sampleFiles.map((file) =>
        file.path === gazette ? { ...file, path: 'articles/constructor.yaml' } : file,
      ),
      'the passages of "constructor" are not hashed',
    ],
  ]
  for (const [files, problem] of cases) expect(problemsOf(files).join('\n')).toContain(problem)
})

const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from('bcdefghi')
  .map(
    (key, index) =>
      `${key}: &${key} [${Array(9)
        .fill(`*${'abcdefgh'.charAt(index)}`)
        .join()}]`,
  )
  .join('\n')}`

test.each([
  ['a bomb of YAML aliases', bomb],
  ['a YAML alias without an anchor', 'title: *everyone'],
  ['unclosed brackets', '['.repeat(200_000)],
  ['null bytes', '\0'.repeat(100)],
  ['two documents', 'a: 1\n---\nb: 2'],
  ['a list', '- 1'],
  ['nothing', ''],
  ['a prototype key', '__proto__: { title: x }'],
  ['a very long key', `${'x'.repeat(100_000)}: 1`],
])('a file with %s is reported as a problem', (_name, text) => {
  const problems = problemsOf(withReplaced(sampleFiles, 'articles/bad.yaml', text))
  const own = problems.filter((problem) => problem.startsWith('articles/bad.yaml:'))
  expect(own).not.toEqual([])
  for (const problem of problems) expect(problem.length).toBeLessThan(1000)
})

test.each(['', '{', 'null', '[]', '{"gazette": 7}'])(
  'passage-hashes.json with the content %j is reported as a problem',
  (text) => {
    expect(problemsOf(withReplaced(sampleFiles, 'passage-hashes.json', text)).join('\n')).toMatch(
      /^passage-hashes\.json:1: /,
    )
  },
)

test('parse errors come before the problems they cause', () => {
  const [first = '', ...rest] = problemsOf(sampleWith(country, 'name: Chile', 'name: "@here"'))
  expect(first).toMatch(/^entities\/country\.yaml:3: the name of "chile" is invalid/)
  expect(rest.join('\n')).toContain('there is no entity "chile"')
})
