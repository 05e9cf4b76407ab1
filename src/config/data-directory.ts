// The folder of the data files.
import { join } from 'node:path'

export const dataDirectory = join(import.meta.dirname, '../data')
