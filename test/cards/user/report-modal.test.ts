// The form of a report names each fact with its article and date, and Discord leaves 100 characters for the two.
import { expect, test } from 'vitest'
import { reportModal } from '../../../src/cards/user/report-modal.ts'
import type { Article, Fact } from '../../../src/data/model/types.ts'
import type { FactSnapshot } from '../../../src/data/query/fact-store.ts'

test('a long title is cut, the date after it never', () => {
  const asOf = { first: '2021-09', last: null, inferred: true }
  const fact = { id: 'pacific/one', statement: 'One.', article: 'pacific', asOf } as Fact
  const article = { title: 'Partnerships '.repeat(12).trim(), titleStated: true } as unknown as Article
  const facts = { getArticle: () => article } as unknown as FactSnapshot
  const form = JSON.stringify(reportModal([fact], facts, 'v2:report-fact:1', (text) => text))
  const [, description = ''] = /"description":"(Partnerships[^"]*)"/.exec(form) ?? []
  expect(description).toMatch(/^Partnerships .*Partnerships…, in or after September 2021 \(inferred\)$/)
  expect(description.length).toBeLessThanOrEqual(100)
})
