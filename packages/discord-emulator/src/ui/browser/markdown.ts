// Discord's Markdown as HTML: parsed by discord-markdown-parser, which supports all but lists, and escaped by Lit.
import { html, nothing, type TemplateResult } from 'lit'
import { SimpleMarkdown, rulesExtended } from 'discord-markdown-parser'
import type { InitialState } from '../ui-protocol.ts'
import { emojiView } from './emoji.ts'
import { atLineStart, listRule } from './markdown-blocks.ts'
import { spoiler } from './spoiler.ts'
import { timestamp } from './time.ts'

interface Node {
  type: string
  content?: string | Node[]
  [more: string]: unknown
}

type Rendered = TemplateResult | string | typeof nothing

const { heading, subtext } = rulesExtended
const rules = {
  ...rulesExtended,
  ...(heading && { heading: atLineStart(heading) }),
  ...(subtext && { subtext: atLineStart(subtext) }),
  list: listRule,
}
const parse = SimpleMarkdown.parserFor(rules) as unknown as (
  source: string,
  state: { inline: boolean },
) => Node[]

/** Block elements: the line break before one is dropped. */
const blocks = ['list', 'heading', 'subtext', 'blockQuote', 'codeBlock']

/** Renders text of a message. */
export function markdown(source: string, initial: InitialState): TemplateResult {
  return html`<span class="markdown">${renderAll(parse(source, { inline: true }), initial)}</span>`
}

function renderAll(nodes: Node[], initial: InitialState): Rendered[] {
  return nodes
    .filter(({ type }, index) => {
      if (type !== 'br') return true
      const [previous, next] = [nodes[index - 1]?.type ?? '', nodes[index + 1]?.type ?? '']
      return !blocks.includes(next) && !(blocks.includes(previous) && previous !== 'blockQuote')
    })
    .map((node, index) => renderNode(node, initial, index === 0))
}

function inside({ content }: Node, initial: InitialState): Rendered[] | string {
  return typeof content === 'string' ? content : renderAll(content ?? [], initial)
}

function renderNode(node: Node, initial: InitialState, isFirst: boolean): Rendered {
  const text = (key: string) => (typeof node[key] === 'string' ? node[key] : '')
  switch (node.type) {
    case 'text':
      return text('content')
    case 'br':
      return html`<br />`
    case 'strong':
      return html`<strong>${inside(node, initial)}</strong>`
    case 'em':
      return html`<em>${inside(node, initial)}</em>`
    case 'underline':
      return html`<u>${inside(node, initial)}</u>`
    case 'strikethrough':
      return html`<s>${inside(node, initial)}</s>`
    case 'inlineCode':
      return html`<code>${text('content')}</code>`
    case 'codeBlock':
      return html`<pre class="code" tabindex="0"><code>${text('content')}</code></pre>`
    case 'blockQuote':
      return html`<blockquote>${inside(node, initial)}</blockquote>`
    case 'heading': {
      const level = Number(node['level'])
      // The author of a message is a heading of level 2.
      return html`<span
        class=${`heading level${level}${isFirst ? ' first' : ''}`}
        role="heading"
        aria-level=${level + 2}
        >${inside(node, initial)}</span
      >`
    }
    case 'subtext':
      return html`<small>${inside(node, initial)}</small>`
    case 'list': {
      const items = (node['items'] as Node[][]).map((item) => html`<li>${renderAll(item, initial)}</li>`)
      return node['ordered']
        ? html`<ol start=${Number(node['start'])}>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`
    }
    case 'link':
    case 'url':
    case 'autolink':
      return link(text('target'), inside(node, initial))
    case 'spoiler':
      return spoiler(inside(node, initial))
    case 'timestamp':
      return timestamp(Number(node['timestamp']), text('format'))
    case 'user':
      return mention(`@${initial.users.find(({ id }) => id === node['id'])?.name ?? appOr(node, initial)}`)
    case 'channel':
      return mention(channelTitle(String(node['id']), initial))
    case 'role':
      return mention('@role')
    case 'everyone':
    case 'here':
      return mention(`@${node.type}`)
    case 'slashCommand':
      return mention(`/${[text('fullName'), text('name')].find((name) => name !== '') ?? ''}`)
    case 'emoji':
      return `:${text('name')}:`
    case 'twemoji':
      return emojiView(text('name'))
    default:
      return typeof node.content === 'string' ? node.content : html`${inside(node, initial)}`
  }
}

/** Only web addresses become links, as on Discord. */
export function link(target: string, label: unknown): TemplateResult {
  return /^https?:\/\//i.test(target)
    ? html`<a href=${target} target="_blank" rel="noopener noreferrer">${label}</a>`
    : html`[${label}](${target})`
}

function mention(name: string): TemplateResult {
  return html`<span class="mention">${name}</span>`
}

function appOr({ id }: Node, { app }: InitialState): string {
  return id === app.id ? app.name : 'unknown-user'
}

function channelTitle(id: string, { channels }: InitialState): string {
  const channel = channels.find(({ channelIds }) => Object.values(channelIds).includes(id))
  return channel?.title ?? '#unknown'
}
