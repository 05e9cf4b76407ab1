// Pictures and files: only those of the local Discord are loaded; one of another host is named by a link.
import { html, type TemplateResult } from 'lit'
import { link } from './markdown.ts'

const loopback = ['localhost', '127.0.0.1', '[::1]']

/** Where a file of the local Discord is on this page's own address; undefined for any other. */
export function ownPath(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url && loopback.includes(url.hostname) && url.pathname.startsWith('/attachments/')
    ? url.pathname
    : undefined
}

/** A picture; `alts` holds the texts that came with uploaded files, by address. */
export function picture(
  address: string,
  name: string,
  alts: Record<string, string>,
  alt = 'Picture without a description',
): TemplateResult {
  const path = ownPath(address)
  if (path === undefined)
    return html`<span class="elsewhere">Picture on another host: ${link(address, address)}</span>`
  return html`<a class=${name} href=${path} target="_blank"
    ><img src=${path} alt=${alts[address] ?? alt}
  /></a>`
}

/** A file to download. */
export function fileCard(name: string, address: string, size: number | undefined): TemplateResult {
  const path = ownPath(address)
  const shown = path === undefined ? name : html`<a href=${path} target="_blank" download=${name}>${name}</a>`
  return html`<div class="file">
    <span aria-hidden="true">📄</span>
    <span>${shown}${size === undefined ? '' : html`<small>${bytes(size)}</small>`}</span>
  </div>`
}

function bytes(size: number): string {
  if (size < 1024) return size === 1 ? '1 byte' : `${size} bytes`
  return size < 1024 ** 2 ? `${(size / 1024).toFixed(1)} KB` : `${(size / 1024 ** 2).toFixed(1)} MB`
}
