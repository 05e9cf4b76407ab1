// What an operator uploads: one article or dossier, or the zip of an export; everything else is refused with its reason.
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { DataFileError, maxBytes } from '../data/build/data-files.ts'
import { importedName, importedPath, isImported, type DataFile } from '../data/model/data-file.ts'
import { quoteLine } from '../data/model/plain-text.ts'

export interface Upload {
  /** The files to import. */
  files: DataFile[]
  /** Paths in an export of files that come with Entente and differ in this version, which keeps its own. */
  ignored: string[]
}

/** In bytes: almost four times the longest article. */
const maxFileBytes = 512 * 1024
const maxEntries = 5000

/** Where an export has the files that come with Entente. */
const shippedPath =
  /^(?:(?:articles|entities|reference|tables)\/[a-z0-9-]+\.yaml|tables\/[a-z0-9-]+\.csv|passage-hashes\.json)$/

/**
 * @param shipped the files that come with Entente
 * @throws DataFileError that says what is wrong with it and what to do
 */
export async function readUpload(name: string, bytes: Buffer, shipped: readonly DataFile[]): Promise<Upload> {
  if (name.endsWith('.zip')) return readExport(bytes, shipped)
  const quoted = quoteLine(name)
  if (!name.endsWith('.yaml'))
    throw new DataFileError(
      `${quoted} is neither a .yaml file nor the .zip of an export`,
      'choose one article or dossier as a .yaml file, or what /admin export has given you',
    )
  if (!importedName.test(name))
    throw new DataFileError(
      `${quoted} cannot be the name of an imported file`,
      'rename it to lower-case letters, digits and hyphens, such as pier.yaml',
    )
  return { files: [{ path: importedPath(name), text: decode(name, bytes) }], ignored: [] }
}

async function readExport(bytes: Buffer, shipped: readonly DataFile[]): Promise<Upload> {
  const shippedTexts = new Map(shipped.map(({ path, text }) => [path, text]))
  const entries = await readZip(bytes)
  if (entries.length === 0) throw refused('the zip has no files')
  const files = entries.filter(isImported)
  const ignored = entries.filter((file) => !isImported(file) && shippedTexts.get(file.path) !== file.text)
  const [first] = ignored
  if (files.length === 0 && first)
    throw new DataFileError(
      `the zip has nothing under imported/, and its ${first.path} is not the one that comes with Entente`,
      'put what you want to add under imported/; files that come with Entente cannot be changed by an import',
    )
  return { files, ignored: ignored.map(({ path }) => path) }
}

async function readZip(bytes: Buffer): Promise<DataFile[]> {
  const files = new Map<string, string>()
  let total = 0
  try {
    const zip = await fromBufferPromise(bytes, { strictFileNames: true })
    if (zip.entryCount > maxEntries) throw refused(`the zip has more than ${maxEntries} files`)
    for await (const entry of zip.eachEntry()) {
      const path = entry.fileName
      if (path.endsWith('/')) continue
      checkEntry(entry)
      if (files.has(path)) throw refused(`the zip has two files called ${path}`)
      total += entry.uncompressedSize
      if (total > maxBytes) throw refused(`the zip unpacks to more than ${maxBytes / 1024 / 1024} MiB`)
      const content = await readEntry(zip, entry)
      files.set(path, decode(path, content))
    }
  } catch (error) {
    if (error instanceof DataFileError) throw error
    throw refused(explainZipError(error))
  }
  return [...files].map(([path, text]) => ({ path, text }))
}

/** @throws DataFileError for anything but a regular file of an export */
function checkEntry(entry: Entry): void {
  const { fileName, externalFileAttributes } = entry
  const quoted = quoteLine(fileName)
  const [folder, name = ''] = fileName.split(/\/(.*)/s)
  const isAllowed = folder === 'imported' ? importedName.test(name) : shippedPath.test(fileName)
  if (!isAllowed)
    throw new DataFileError(
      `${quoted} in the zip is no file of an export`,
      'put articles and dossiers under imported/, named with lower-case letters, digits and hyphens and ending in .yaml',
    )
  // The upper half holds the mode of Unix; its type is 0 where another system made the zip.
  const type = (externalFileAttributes >>> 16) & 0o170000
  if (type !== 0 && type !== 0o100000) throw refused(`${quoted} in the zip is a link or a device, not a file`)
  if (entry.isEncrypted()) throw refused(`${quoted} in the zip is encrypted`)
  if (!entry.canDecodeFileData()) throw refused(`${quoted} in the zip is compressed in an unknown way`)
}

/** yauzl ends a stream with an error as soon as it exceeds the size that the entry states. */
async function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const content = await buffer(await zip.openReadStreamPromise(entry))
  if (crc32(content) !== entry.crc32) throw refused(`${entry.fileName} in the zip is damaged`)
  return content
}

function explainZipError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const [, kind, path = ''] =
    /^(invalid relative path|absolute path|invalid characters in fileName): (.*)$/s.exec(message) ?? []
  if (kind !== undefined)
    return `"${quoteLine(path)}" in the zip ${kind.endsWith('fileName') ? 'has a backslash in its name' : 'leads out of it'}`
  if (/signature not found/.test(message)) return 'the file is not a zip, or its end is missing'
  if (/too many bytes|not enough bytes/.test(message))
    return 'a file in the zip unpacks to another size than the zip states'
  return `the zip cannot be read (${quoteLine(message)})`
}

function refused(reason: string): DataFileError {
  return new DataFileError(reason, 'choose the .zip that /admin export has given you, or a .yaml file')
}

function decode(name: string, bytes: Buffer): string {
  if (!name.startsWith('tables/') && name !== 'passage-hashes.json' && bytes.length > maxFileBytes)
    throw new DataFileError(
      `${name} is larger than ${maxFileBytes / 1024} KiB`,
      'split it into several files',
    )
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new DataFileError(`${name} is not text in UTF-8`, 'save it as UTF-8')
  }
}
