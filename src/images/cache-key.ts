// The cache key and alt text of an image, computed once per spec, since cards are cached.
import { createHash } from 'node:crypto'
import { altText } from './alt-text.ts'
import { rendererVersion } from './disk-cache.ts'
import type { ImageSpec } from './image-spec.ts'

export interface ImageKey {
  /** The hash of the spec and of the rendering code. */
  key: string
  alt: string
}

export function createImageKeys(): (spec: ImageSpec) => ImageKey {
  const version = rendererVersion()
  const keys = new WeakMap<ImageSpec, ImageKey>()
  return (spec) => {
    const known = keys.get(spec)
    if (known) return known
    const hash = createHash('sha256').update(JSON.stringify(spec)).digest('hex').slice(0, 32)
    const imageKey = { key: `${hash}-${version}`, alt: altText(spec) }
    keys.set(spec, imageKey)
    return imageKey
  }
}
