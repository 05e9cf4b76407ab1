// npm run facts:stale: lists time-varying facts (counts, members, holders of positions), oldest first.
import { relative } from 'node:path'
import { parseDataset } from '../src/data/build/parse.ts'
import { readDataFiles } from '../src/data/build/data-files.ts'
import { dataDirectory } from '../src/config/data-directory.ts'
import { formatStaleFacts } from '../src/data/build/stale-facts.ts'
import { readFlags } from './read-flags.ts'

readFlags({})

const dataset = parseDataset(readDataFiles(dataDirectory))
console.log(formatStaleFacts(dataset, new Date(), relative(process.cwd(), dataDirectory)))
