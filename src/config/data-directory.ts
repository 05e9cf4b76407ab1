// Where the data files of this program are.
import { join } from 'node:path'

export const dataDirectory = join(import.meta.dirname, '../data')
