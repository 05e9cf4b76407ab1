// Messages formatted for a terminal.
import { expect, test } from 'vitest'
import { formatMessage } from '../src/format-message.ts'

const message = (more: object) => ({
  content: '',
  embeds: [],
  components: [],
  attachments: [],
  flags: 0,
  ...more,
})

test('prints every part of a card', () => {
  const card = message({
    content: 'NATO is an alliance.',
    flags: 64,
    embeds: [
      {
        type: 'rich',
        author: { name: 'Entente' },
        title: 'NATO',
        url: 'https://example.org/nato',
        description:
          'A collective defense treaty whose purpose is stated by each of its sources, one after another.',
        fields: [
          { name: 'Founded', value: '1949' },
          { name: 'Members', value: 'One\nTwo' },
        ],
        footer: { text: 'as of 2019' },
      },
    ],
    components: [
      {
        type: 1,
        components: [
          { type: 2, style: 1, label: 'Share', custom_id: 's' },
          { type: 2, style: 2, emoji: { name: '🗑️' }, custom_id: 'd', disabled: true },
          { type: 2, style: 5, label: 'Article', url: 'https://example.org' },
        ],
      },
      {
        type: 1,
        components: [
          {
            type: 3,
            custom_id: 'm',
            placeholder: 'Which one?',
            options: [
              { label: 'NATO', value: 'n', description: 'alliance' },
              { label: 'NORAD', value: 'o', default: true },
            ],
          },
        ],
      },
    ],
  })
  expect(formatMessage(card)).toMatchInlineSnapshot(`
    "NATO is an alliance.

    ┌──────────────────────────────────────────────────────────────────────────────
    │ Entente
    │
    │ NATO
    │ https://example.org/nato
    │
    │ A collective defense treaty whose purpose is stated by each of its sources,
    │ one after another.
    │
    │ Founded
    │   1949
    │
    │ Members
    │   One
    │   Two
    │
    │ as of 2019
    └──────────────────────────────────────────────────────────────────────────────

    [Share] [🗑️ (disabled)] [Article → https://example.org]

    ▾ Which one?
      ○ NATO – alliance
      ● NORAD

    (only you can see this)"
  `)
})

test('never breaks a link', () => {
  const link = `https://example.org/${'x'.repeat(90)}`
  expect(formatMessage(message({ content: `See ${link} there` }))).toBe(`See\n${link}\nthere`)
})

test('wraps lines at 80 columns', () => {
  const words = 'word '.repeat(200)
  const text = formatMessage(message({ content: words, embeds: [{ type: 'rich', description: words }] }))
  expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80)
})

test('prints Components V2', () => {
  const text = formatMessage(
    message({
      components: [
        {
          type: 17,
          components: [
            { type: 10, content: '### NATO' },
            { type: 14 },
            { type: 10, content: '**Founded** 1949, says [an article](<https://example.org/long>)' },
            {
              type: 9,
              components: [{ type: 10, content: 'Beside' }],
              accessory: { type: 2, style: 1, label: 'Go' },
            },
            {
              type: 9,
              components: [{ type: 10, content: 'Japan' }],
              accessory: { type: 11, media: { url: 'https://example.org/f.png' }, description: 'A flag' },
            },
            {
              type: 12,
              items: [
                { media: { url: 'https://example.org/a.png' }, description: 'A map' },
                { media: { url: 'https://example.org/b.png' } },
              ],
            },
          ],
        },
      ],
    }),
  )
  expect(text.split('\n')).toEqual([
    'NATO',
    '─'.repeat(80),
    'Founded: 1949, says an article',
    '',
    'Beside',
    '[Go]',
    '',
    'Japan',
    'Thumbnail: A flag https://example.org/f.png',
    '',
    'Image: A map https://example.org/a.png',
    'Image: https://example.org/b.png',
  ])
})
