// The files that users attach to commands; the oldest are dropped to bound memory.
import type { Upload } from './body.ts'

export interface CommandUploads {
  add(id: string, upload: Upload): void
  get(id: string): Upload | undefined
}

export function createCommandUploads(maxBytes = 50 * 1024 * 1024): CommandUploads {
  const uploads = new Map<string, Upload>()
  let bytes = 0
  return {
    add(id, upload) {
      uploads.set(id, upload)
      bytes += upload.bytes.length
      for (const [oldest, dropped] of uploads) {
        if (bytes <= maxBytes || oldest === id) break
        uploads.delete(oldest)
        bytes -= dropped.bytes.length
      }
    },
    get: (id) => uploads.get(id),
  }
}
