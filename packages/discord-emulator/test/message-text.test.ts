// The text of messages: plain, in embeds and in Components V2.
import { expect, test } from 'vitest'
import { headingText, messageText, textDisplays } from '../src/message-text.ts'

const text = (content: string) => ({ type: 10 as const, content })
const components = [
  {
    type: 17 as const,
    spoiler: false,
    components: [
      text('Verdict'),
      {
        type: 9 as const,
        components: [text('## **[NATO](https://example.com)**'), text('Beside')],
        accessory: { type: 2 as const, style: 1 as const, label: 'Go', custom_id: 'go' },
      },
    ],
  },
  text('After'),
]

test('the texts of text displays come in the order in which one reads them', () => {
  expect(textDisplays(components)).toEqual([
    'Verdict',
    '## **[NATO](https://example.com)**',
    'Beside',
    'After',
  ])
})

test('the heading comes without its marks', () => {
  expect(headingText(components)).toBe('NATO')
  expect(headingText([text('#NATO, no heading')])).toBeUndefined()
})

test('the text of a message is that of its content, embeds and text displays', () => {
  const embeds = [
    {
      type: 'rich' as const,
      title: 'Title',
      fields: [{ name: 'Name', value: 'Value', inline: false }],
      footer: { text: 'Footer' },
    },
  ]
  expect(messageText({ content: 'Content', embeds, components: [text('Text')] })).toBe(
    'Content\nTitle\nName\nValue\nFooter\nText',
  )
})
