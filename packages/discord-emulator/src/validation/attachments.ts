// Finds the uploaded files that a message refers to: https://discord.com/developers/docs/reference#uploading-files
import type { PlacedComponent } from './components.ts'
import type { Embed } from './embeds.ts'

const scheme = 'attachment://'

/** Every `attachment://` URL in a message, with its path and the name of its file. */
export function attachmentUrls(
  embeds: readonly Embed[],
  components: readonly PlacedComponent[],
): { path: PropertyKey[]; name: string }[] {
  const urls: [path: PropertyKey[], url: string | null | undefined][] = []
  for (const [index, { image, thumbnail, author, footer }] of embeds.entries())
    urls.push(
      [['embeds', index, 'image', 'url'], image?.url],
      [['embeds', index, 'thumbnail', 'url'], thumbnail?.url],
      [['embeds', index, 'author', 'icon_url'], author?.icon_url],
      [['embeds', index, 'footer', 'icon_url'], footer?.icon_url],
    )
  for (const { component, path } of components)
    if (component.type === 11) urls.push([[...path, 'media', 'url'], component.media.url])
    else if (component.type === 13) urls.push([[...path, 'file', 'url'], component.file.url])
    else if (component.type === 12)
      component.items.forEach(({ media }, index) => {
        urls.push([[...path, 'items', index, 'media', 'url'], media.url])
      })
  return urls.flatMap(([path, url]) =>
    url?.startsWith(scheme) ? { path, name: url.slice(scheme.length) } : [],
  )
}
