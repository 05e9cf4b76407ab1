// The text of a message, whether it is plain, in embeds or in text displays.
import type { AnyComponent } from './validation/components.ts'
import type { Message } from './messages.ts'

/** The texts of text displays, at any depth, in the order in which one reads them. */
export function textDisplays(components: readonly AnyComponent[]): string[] {
  const texts: string[] = []
  const add = (nested: readonly AnyComponent[]) => {
    for (const component of nested)
      if (component.type === 10) texts.push(component.content)
      else if ('components' in component) add(component.components)
  }
  add(components)
  return texts
}

/** All that one reads of a message besides its components to use: content, embeds and text displays, in order. */
export function messageText({
  content,
  embeds,
  components,
}: Pick<Message, 'content' | 'embeds' | 'components'>): string {
  const ofEmbeds = embeds.flatMap(({ author, title, description, fields, footer }) => [
    author?.name,
    title,
    description,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ])
  return [content, ...ofEmbeds, ...textDisplays(components)]
    .filter((text) => text != null && text !== '')
    .join('\n')
}

/** The first heading of components, without its marks; undefined if there is none. */
export function headingText(components: readonly AnyComponent[]): string | undefined {
  const heading = /^#{1,3} +(.+)$/m.exec(textDisplays(components).join('\n'))?.[1]
  return heading?.replaceAll(/\[([^\]]+)\]\([^)]*\)|\*\*|__|~~|`/g, '$1').trim()
}
