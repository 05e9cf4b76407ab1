// What a picture is kept under, and what it says in words: made once for each, since the cards that hold them are kept.
import { createHash } from 'node:crypto'
import { altText } from './alt-text.ts'
import { rendererVersion } from './disk-cache.ts'
import type { ImageSpec } from './image-spec.ts'

export interface ImageKey {
  /** The hash of what it shows and of the code that draws it. */
  key: string
  alt: string
}

export function createImageKeys(): (picture: ImageSpec) => ImageKey {
  const version = rendererVersion()
  const made = new WeakMap<ImageSpec, ImageKey>()
  return (picture) => {
    const known = made.get(picture)
    if (known) return known
    const hash = createHash('sha256').update(JSON.stringify(picture)).digest('hex').slice(0, 32)
    const identity = { key: `${hash}-${version}`, alt: altText(picture) }
    made.set(picture, identity)
    return identity
  }
}
