import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
