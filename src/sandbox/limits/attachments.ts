// Finds the uploaded files which a message shows: https://discord.com/developers/docs/reference#uploading-files
import { type Component, walk } from './components.ts'
import type { Embed } from './embeds.ts'

interface Showing {
  embeds?: readonly Embed[] | null | undefined
  components?: readonly Component[] | null | undefined
}

/** Every `attachment://` URL in a message, with the name of the file it wants. */
export function attachmentUrls({ embeds, components }: Showing): { path: PropertyKey[]; name: string }[] {
  const found: { path: PropertyKey[]; name: string }[] = []
  const look = (value: unknown, path: PropertyKey[]): void => {
    if (typeof value === 'string' && value.startsWith('attachment://'))
      found.push({ path, name: decodeURIComponent(value.slice('attachment://'.length)) })
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) if (key !== 'content') look(inner, [...path, key])
  }
  for (const [index, { image, thumbnail, author, footer }] of (embeds ?? []).entries())
    look(
      { image, thumbnail, author: { icon_url: author?.icon_url }, footer: { icon_url: footer?.icon_url } },
      ['embeds', index],
    )
  for (const { component: one, path } of walk(components ?? []))
    if (one.type === 11) look({ media: one.media }, path)
    else if (one.type === 12) look({ items: one.items.map(({ media }) => ({ media })) }, path)
    else if (one.type === 13) look({ file: one.file }, path)
  return found
}
