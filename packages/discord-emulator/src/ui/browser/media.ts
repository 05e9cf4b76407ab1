// The images and files of Components V2: galleries, thumbnails and files, each with its description or spoiler.
import { html, type TemplateResult } from 'lit'
import type { Component } from '../../validation/components.ts'
import type { VisibleMessage } from '../ui-protocol.ts'
import { fileCard, imageView } from './images.ts'
import { spoiler } from './spoiler.ts'

type Gallery = Extract<Component, { type: 12 }>
type GalleryItem = Gallery['items'][number]
type Section = Extract<Component, { type: 9 }>
type Thumbnail = Exclude<Section['accessory'], { type: 2 }>

/** One image whole, or several as tiles in rows of three, the rows that are not full first. */
export function galleryView({ items }: Gallery, { altTexts }: VisibleMessage): TemplateResult {
  const [first] = items
  if (first && items.length === 1)
    return html`<div class="gallery single">
      <div class="gallery-item">${galleryImage(first, altTexts)}</div>
    </div>`
  const perRow = rowsOf(items.length)
  return html`<div class="gallery">
    ${items.map((item, index) => {
      const count = perRow[index] ?? 3
      const style = `grid-column: span ${6 / count}; --tile-shape: ${count === 1 ? '2 / 1' : '1 / 1'}`
      return html`<div class="gallery-item" style=${style}>${galleryImage(item, altTexts)}</div>`
    })}
  </div>`
}

/** For each of `count` images, how many share its row. */
function rowsOf(count: number): number[] {
  if (count === 4) return [2, 2, 2, 2]
  const remainder = count % 3
  return Array.from({ length: count }, (_, index) => (index < remainder ? remainder : 3))
}

function galleryImage(
  { media, description, spoiler: isSpoiler }: GalleryItem,
  altTexts: VisibleMessage['altTexts'],
): TemplateResult {
  const image = imageView(media.url, 'gallery-image', altTexts, description ?? undefined)
  return isSpoiler ? spoiler(image, 'block') : image
}

/** The image beside the text of a section. */
export function thumbnailView(
  { media, description, spoiler: isSpoiler }: Thumbnail,
  { altTexts }: VisibleMessage,
): TemplateResult {
  const image = imageView(media.url, 'thumbnail', altTexts, description ?? undefined)
  return isSpoiler ? spoiler(image, 'block') : image
}

/** A file to download. */
export function fileView(component: Extract<Component, { type: 13 }> & { size?: number }): TemplateResult {
  const { file, size, spoiler: isSpoiler } = component
  const name = decodeURIComponent(file.url.split('/').at(-1) ?? 'file')
  const card = fileCard(name, file.url, size)
  return isSpoiler ? spoiler(card, 'block') : card
}
