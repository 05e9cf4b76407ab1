// Formats a message for a terminal, 80 columns wide, with everything that it contains.
import { stripVTControlCharacters } from 'node:util'
import type { Component, AnyComponent } from './validation/components.ts'
import { flag } from './validation/messages.ts'
import type { Message } from './messages.ts'
import { terminalMarkdown } from './terminal-markdown.ts'

const width = 80

export interface FormatOptions {
  /** Whether the terminal understands escape sequences: bold, dim, links. */
  isStyled?: boolean
}

/** The message as plain text: content, a card for each embed, components, attachments. */
export function formatMessage(
  message: Pick<Message, 'content' | 'embeds' | 'components' | 'attachments' | 'flags'>,
  { isStyled = false }: FormatOptions = {},
): string {
  const blocks = [
    ...(message.content === '' ? [] : [wrap(terminalMarkdown(message.content, isStyled), width)]),
    ...message.embeds.map(printEmbed),
    ...message.attachments.map(({ filename, url }) => [`Attachment: ${filename}`, url]),
    ...message.components.map((component) => printComponent(component, isStyled)),
    ...(message.flags & flag.ephemeral ? [['(only you can see this)']] : []),
  ]
  return blocks.map((lines) => lines.join('\n')).join('\n\n')
}

function printEmbed(embed: Message['embeds'][number]): string[] {
  const { author, title, url, description, fields, image, thumbnail, footer, timestamp } = embed
  const inner = width - 4
  const footerLine = [footer?.text, timestamp].filter((text) => text != null).join(' · ')
  const sections = [
    author && [author.name, author.url],
    [title, url],
    [description],
    ...(fields ?? []).map(({ name, value }) => [name, indent(wrap(value, inner - 2)).join('\n')]),
    [image && `Image: ${image.description ?? image.url}`, thumbnail && `Thumbnail: ${thumbnail.url}`],
    [footerLine === '' ? undefined : footerLine],
  ]
  const wrapped = sections
    .map((lines) => (lines ?? []).filter((line) => line != null && line !== '').map(String))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.flatMap((line) => wrap(line, inner)))
  const body = wrapped.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
  const edge = '─'.repeat(width - 2)
  return [`┌${edge}`, ...body.map((line) => `│ ${line}`.trimEnd()), `└${edge}`]
}

function printComponent(component: Component, isStyled: boolean): string[] {
  switch (component.type) {
    case 1: {
      const buttons = component.components.filter((item) => item.type === 2).map(printButton)
      const menus = component.components.filter((item) => item.type !== 2).flatMap(printMenu)
      return [...(buttons.length > 0 ? wrap(buttons.join(' '), width) : []), ...menus]
    }
    case 9:
      return [
        ...component.components.flatMap(({ content }) => wrap(terminalMarkdown(content, isStyled), width)),
        component.accessory.type === 2
          ? printButton(component.accessory)
          : `Thumbnail: ${describedUrl(component.accessory)}`,
      ]
    case 10:
      return wrap(terminalMarkdown(component.content, isStyled), width)
    case 12:
      return component.items.map((item) => `Image: ${describedUrl(item)}`)
    case 13:
      return [`File: ${component.file.url}`]
    case 14:
      return ['─'.repeat(width)]
    case 17:
      return component.components.flatMap((child, index, children) => [
        ...(index > 0 && child.type !== 14 && children[index - 1]?.type !== 14 ? [''] : []),
        ...printComponent(child, isStyled),
      ])
  }
}

function describedUrl(image: { media: { url: string }; description?: string | null | undefined }): string {
  const { media, description } = image
  return description == null || description === '' ? media.url : `${description} ${media.url}`
}

function printButton({ label, emoji, url, disabled }: Extract<AnyComponent, { type: 2 }>): string {
  const text = [emoji?.name, label].filter((part) => part != null && part !== '').join(' ')
  return `[${text}${disabled ? ' (disabled)' : ''}${url == null ? '' : ` → ${url}`}]`
}

function printMenu(menu: Exclude<AnyComponent, Component | { type: 2 | 11 }>): string[] {
  const options =
    menu.type === 3
      ? menu.options.map(
          (option) =>
            `${option.default ? '●' : '○'} ${option.label}${option.description ? ` – ${option.description}` : ''}`,
        )
      : []
  const head = `▾ ${menu.placeholder ?? 'Make a selection'}${menu.disabled ? ' (disabled)' : ''}`
  return [head, ...indent(options.flatMap((line) => wrap(line, width - 2)))]
}

function indent(lines: string[]): string[] {
  return lines.map((line) => `  ${line}`)
}

/** Wraps text at spaces; a word longer than a line gets its own line unbroken, so that links stay intact. */
function wrap(text: string, columns: number): string[] {
  return text.split('\n').flatMap((line) => {
    const indentation = /^\s*/.exec(line)?.[0] ?? ''
    const lines: string[] = []
    let current = indentation
    for (const word of line.trimStart().split(' ')) {
      if (current.trim() !== '' && lengthOf(current) + 1 + lengthOf(word) > columns) {
        lines.push(current)
        current = indentation + word
      } else current += current.trim() === '' ? word : ` ${word}`
    }
    return [...lines, current]
  })
}

/** Escape sequences take no room. */
function lengthOf(text: string): number {
  return stripVTControlCharacters(text).length
}
