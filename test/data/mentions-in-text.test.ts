import { expect, test } from 'vitest'
import { dataDirectory } from '../../src/data/files.ts'
import { createFindMentions } from '../../src/data/mentions-in-text.ts'
import { entitiesOf } from '../../src/data/write-facts.ts'
import { checkFiles } from '../../src/operate/seed.ts'
import { messages } from './messages.ts'

const find = createFindMentions(entitiesOf(checkFiles(dataDirectory).draft))
const named = (text: string) => find(text).map(({ entity }) => entity)

test.each(messages)('%j', (text, ...entities) => {
  expect(named(text)).toEqual(entities)
})
