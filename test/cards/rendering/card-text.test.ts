// The texts of a card: marks, citations and links, with dates in the order of the guild but for titles.
import { expect, test } from 'vitest'
import type { Card } from '../../../src/core/card.ts'
import { cardText } from '../../../src/cards/rendering/card-text.ts'
import { dayFirstDates, monthFirstDates } from '../../../src/cards/rendering/date-order.ts'
import { plainMessage } from '../../../src/cards/rendering/plain-message.ts'
import type { Fact } from '../../../src/data/model/types.ts'

function factIn(article: string): Fact {
  return {
    id: `${article}/f`,
    entity: 'gull-pact',
    attribute: 'purpose',
    value: { type: 'text', text: 'Ports' },
    statement: 'The Gull Pact keeps ports.',
    mentions: [],
    article,
    section: 'Ports',
    asOf: { first: '2020', last: '2020', inferred: false },
    visibleFrom: '2020-12-31',
    validFrom: null,
    validTo: null,
    role: null,
  }
}

const [gazette, herald] = ['gazette', 'herald'].map(factIn) as [Fact, Fact]
const source = (article: string, title: string, url: string | null = null) => ({
  article,
  title,
  url,
  date: 'Aug 5, 2020',
})
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('marks number the sources of a card, one per publication', () => {
  const { sections, smallPrint } = cardText(
    {
      sections: [
        {
          lines: [
            { label: 'For', text: 'ports', facts: [herald, herald, gazette] },
            { text: 'harbors', facts: [herald] },
          ],
        },
      ],
      sources: [source('gazette', 'Gazette'), source('herald', 'Herald', 'https://herald.example/a')],
    },
    monthFirstDates,
  )
  expect(plain(sections.join('\n'))).toBe('**For** ports ¹ ²\nharbors ²')
  expect(plain(smallPrint)).toBe(
    '-# ¹ Gazette, Aug 5, 2020 · ² [Herald](<https://herald.example/a>), Aug 5, 2020',
  )
})

test('sources are numbered by their first mark, which may be that of the verdict, and only those are listed', () => {
  const { opening, sections, smallPrint } = cardText(
    {
      verdict: { text: 'A pact of ports.', facts: [herald] },
      sections: [{ lines: [{ text: 'ports', facts: [gazette, herald] }] }],
      sources: [
        source('courier', 'Courier'),
        source('gazette', 'Gazette'),
        source('herald', 'Herald'),
        source('mirror', 'Mirror'),
      ],
    },
    monthFirstDates,
  )
  expect(plain(opening)).toBe('A pact of ports. ¹')
  expect(plain(sections.join('\n'))).toBe('ports ¹ ²')
  expect(plain(smallPrint)).toBe('-# ¹ Herald, Aug 5, 2020 · ² Gazette, Aug 5, 2020 · 2 more sources')
})

test('a text with many sources leaves a mark for the others', () => {
  const articles = ['a', 'b', 'c', 'd', 'e']
  const { opening, sections, smallPrint } = cardText(
    {
      verdict: { text: 'A pact.', facts: articles.slice(0, 4).map(factIn) },
      sections: [{ lines: [{ text: 'ports', facts: [factIn('e')] }] }],
      sources: articles.map((article) => source(article, article)),
    },
    monthFirstDates,
  )
  expect(plain(opening)).toBe('A pact. ¹ ²')
  expect(sections.map(plain)).toEqual(['ports ³'])
  expect(plain(smallPrint)).toContain('³ e, Aug 5, 2020 · 2 more sources')
})

test('a card with one source has no marks', () => {
  const card: Card = {
    sections: [{ lines: [{ text: 'ports', facts: [gazette] }] }],
    sources: [source('gazette', 'Gazette')],
  }
  expect(cardText(card, monthFirstDates)).toMatchObject({
    sections: ['ports'],
    smallPrint: '-# Gazette, Aug 5, 2020',
  })
})

test('brackets in a linked title do not end the link', () => {
  const { smallPrint } = cardText(
    { sources: [source('gazette', '[Harbors] of 2020', 'https://gazette.example/(a)')] },
    monthFirstDates,
  )
  expect(smallPrint).toBe('-# [\\[Harbors\\] of 2020](<https://gazette.example/(a)>), Aug 5, 2020')
})

test('the day comes first everywhere but in the titles of publications', () => {
  const title = 'Posture on May 1, 2024'
  const citation = { title, url: null, sections: [title], date: 'May 1, 2024' }
  const text = cardText(
    {
      heading: { text: title, isTitle: true },
      notice: 'May 1, 2024',
      verdict: { text: 'Held on May 1, 2024.' },
      sections: [
        { heading: { text: title, isTitle: true }, caption: citation, lines: [{ text: 'x', citation }] },
        { heading: 'May 1, 2024', caption: 'May 1, 2024', lines: [] },
      ],
      sources: [{ article: 'gazette', title, url: null, date: 'May 1, 2024' }],
      notes: ['May 1, 2024'],
    },
    dayFirstDates,
  )
  const cited = `-# ${title} · ${title} · 1 May 2024`
  expect(plain(text.opening)).toBe(`### ${title}\n-# 1 May 2024\nHeld on 1 May 2024.`)
  expect(text.sections.map(plain)).toEqual([
    `**${title}**\n${cited}\nx\n${cited}`,
    '**1 May 2024**\n-# 1 May 2024',
  ])
  expect(plain(text.smallPrint)).toBe(`-# ${title}, 1 May 2024\n-# 1 May 2024`)
})

test('a line may have several citations, each below it', () => {
  const cite = (title: string) => ({ title, url: null, sections: [], date: '2020' })
  const { sections } = cardText(
    { sections: [{ lines: [{ text: 'ports', citation: [cite('Gazette'), cite('Herald')] }] }] },
    monthFirstDates,
  )
  expect(sections.map(plain)).toEqual(['ports\n-# Gazette · 2020\n-# Herald · 2020'])
})

test('a direct message has the same text in reading order', () => {
  expect(
    plainMessage({
      verdict: { text: 'Yes.' },
      sections: [{ lines: [{ text: 'Ports' }] }],
      notes: ['1 of 2'],
    }),
  ).toBe('Yes.\nPorts\n-# 1 of 2')
})
