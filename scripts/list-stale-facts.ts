// npm run facts:stale: lists the facts about what the world changes (counts, members, holders of positions), oldest first.
import { relative } from 'node:path'
import { readDraft } from '../src/data/build/parse.ts'
import { dataDirectory, readDataFiles } from '../src/data/build/data-files.ts'
import { describeStale } from '../src/data/build/stale-facts.ts'
import { readFlags } from './read-flags.ts'

readFlags({})

const draft = readDraft(readDataFiles(dataDirectory))
console.log(describeStale(draft, new Date(), relative(process.cwd(), dataDirectory)))
