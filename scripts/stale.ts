// npm run stale: lists the facts about what the world changes (counts, members, holders of positions), oldest first.
import { relative } from 'node:path'
import { readDraft } from '../src/data/draft.ts'
import { dataDirectory, readDataFiles } from '../src/data/files.ts'
import { describeStale } from '../src/data/stale.ts'
import { readFlags } from './read-flags.ts'

readFlags({})

const draft = readDraft(readDataFiles(dataDirectory))
console.log(describeStale(draft, new Date(), relative(process.cwd(), dataDirectory)))
