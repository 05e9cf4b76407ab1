// npm run docs:privacy: writes docs/privacy.md from the register of personal data.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderPrivacyDoc } from '../src/db/personal-data.ts'
import { readFlags } from './read-flags.ts'

readFlags({})

const path = join(import.meta.dirname, '../docs/privacy.md')
writeFileSync(path, renderPrivacyDoc())
console.log(`Wrote ${path}.`)
