// Components as Discord stores them: with ids, and with the files that they show in place of `attachment://` names.
import type { AnyComponent, Component } from './validation/components.ts'
import type { StoredFile } from './messages.ts'

const prefix = 'attachment://'

/** Files by name, with their ids. */
export type FilesByName = ReadonlyMap<string, StoredFile & { id: string }>

/**
 * Copies a value, omitting nulls and replacing every `attachment://name` with the URL of that file.
 * @param complete called with each component, outer ones first
 */
export function withFileUrls<T>(
  value: T,
  files: FilesByName,
  complete: (component: AnyComponent) => AnyComponent = (component) => component,
): T {
  const copy = (node: unknown): unknown => {
    if (typeof node === 'string')
      return node.startsWith(prefix) ? (files.get(node.slice(prefix.length))?.url ?? node) : node
    if (Array.isArray(node)) return node.map(copy)
    if (typeof node !== 'object' || node === null) return node
    const copied: Record<string, unknown> = {}
    for (const [key, inner] of Object.entries(isComponent(node) ? complete(node) : node))
      if (inner != null) copied[key] = copy(inner)
    return copied
  }
  return copy(value) as T
}

function isComponent(node: object): node is AnyComponent {
  return 'type' in node && typeof node.type === 'number'
}

/** Components as stored: https://discord.com/developers/docs/components/reference#unfurled-media-item */
export function storedComponents(components: Component[], files: FilesByName): Component[] {
  let lastId = 0
  return withFileUrls(components, files, (component) => ({
    ...(files.size > 0 ? withMedia(component, files) : component),
    id: component.id ?? ++lastId,
  }))
}

/** Adds what Discord says of each file that a component shows. */
function withMedia<T extends AnyComponent>(component: T, files: FilesByName): T {
  const fileOf = (url: string) => (url.startsWith(prefix) ? files.get(url.slice(prefix.length)) : undefined)
  const resolved = (media: { url: string }) => {
    const file = fileOf(media.url)
    return file
      ? { ...media, id: file.id, attachment_id: file.id, proxy_url: file.url, content_type: file.type }
      : media
  }
  if (component.type === 11) return { ...component, media: resolved(component.media) }
  if (component.type === 12) {
    const items = component.items.map((item) => ({ ...item, media: resolved(item.media) }))
    return { ...component, items }
  }
  if (component.type === 13) {
    const file = fileOf(component.file.url)
    const described = file ? { name: file.name, size: file.bytes.length } : {}
    return { ...component, ...described, file: resolved(component.file) }
  }
  return component
}
