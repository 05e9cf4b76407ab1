// Discord's Markdown as HTML: parsed by discord-markdown-parser, which knows all but lists, and escaped by Lit.
import { html, nothing, type TemplateResult } from 'lit'
import { SimpleMarkdown, rulesExtended } from 'discord-markdown-parser'
import type { InitialState } from '../ui-protocol.ts'
import { atLineStart, listRule } from './markdown-blocks.ts'
import { spoiler } from './spoiler.ts'
import { timestamp } from './time.ts'

interface Node {
  type: string
  content?: string | Node[]
  [more: string]: unknown
}

type Shown = TemplateResult | string | typeof nothing

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

/** Elements that bring their own line, so that the break before them is dropped. */
const blocks = ['list', 'heading', 'subtext', 'blockQuote', 'codeBlock']

/** A text of a message. */
export function markdown(source: string, scene: InitialState): TemplateResult {
  return html`<span class="markdown">${showAll(parse(source, { inline: true }), scene)}</span>`
}

function showAll(nodes: Node[], scene: InitialState): Shown[] {
  return nodes
    .filter(({ type }, index) => {
      if (type !== 'br') return true
      const [before, after] = [nodes[index - 1]?.type ?? '', nodes[index + 1]?.type ?? '']
      return !blocks.includes(after) && !(blocks.includes(before) && before !== 'blockQuote')
    })
    .map((node) => show(node, scene))
}

function inside({ content }: Node, scene: InitialState): Shown[] | string {
  return typeof content === 'string' ? content : showAll(content ?? [], scene)
}

function show(node: Node, scene: InitialState): Shown {
  const text = (key: string) => (typeof node[key] === 'string' ? node[key] : '')
  switch (node.type) {
    case 'text':
      return text('content')
    case 'br':
      return html`<br />`
    case 'strong':
      return html`<strong>${inside(node, scene)}</strong>`
    case 'em':
      return html`<em>${inside(node, scene)}</em>`
    case 'underline':
      return html`<u>${inside(node, scene)}</u>`
    case 'strikethrough':
      return html`<s>${inside(node, scene)}</s>`
    case 'inlineCode':
      return html`<code>${text('content')}</code>`
    case 'codeBlock':
      return html`<pre class="code" tabindex="0"><code>${text('content')}</code></pre>`
    case 'blockQuote':
      return html`<blockquote>${inside(node, scene)}</blockquote>`
    case 'heading':
      // A card has its place in the page's own headings.
      return html`<span class="heading level${Number(node['level'])}" role="heading" aria-level="4"
        >${inside(node, scene)}</span
      >`
    case 'subtext':
      return html`<small>${inside(node, scene)}</small>`
    case 'list': {
      const items = (node['items'] as Node[][]).map((item) => html`<li>${showAll(item, scene)}</li>`)
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
      return link(text('target'), inside(node, scene))
    case 'spoiler':
      return spoiler(inside(node, scene))
    case 'timestamp':
      return timestamp(Number(node['timestamp']), text('format'))
    case 'user':
      return mention(`@${scene.people.find(({ id }) => id === node['id'])?.name ?? appOr(node, scene)}`)
    case 'channel':
      return mention(placeNamed(String(node['id']), scene))
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
      return text('name')
    default:
      return typeof node.content === 'string' ? node.content : html`${inside(node, scene)}`
  }
}

/** Only addresses of the web become links, as on Discord. */
export function link(target: string, shown: unknown): TemplateResult {
  return /^https?:\/\//i.test(target)
    ? html`<a href=${target} target="_blank" rel="noopener noreferrer">${shown}</a>`
    : html`[${shown}](${target})`
}

function mention(name: string): TemplateResult {
  return html`<span class="mention">${name}</span>`
}

function appOr({ id }: Node, { app }: InitialState): string {
  return id === app.id ? app.name : 'unknown-user'
}

function placeNamed(id: string, { places }: InitialState): string {
  const place = places.find(({ channelIds }) => Object.values(channelIds).includes(id))
  return place?.title ?? '#unknown'
}
