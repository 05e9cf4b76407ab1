// Images and files: only the emulator's own are loaded; one on another host becomes a link.
import { html, type TemplateResult } from 'lit'
import { link } from './markdown.ts'

const loopback = ['localhost', '127.0.0.1', '[::1]']

/** The path of one of the emulator's files on this page's own origin; undefined for any other URL. */
export function ownPath(url: string): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  return parsed && loopback.includes(parsed.hostname) && parsed.pathname.startsWith('/attachments/')
    ? parsed.pathname
    : undefined
}

/** An image; `altTexts` holds the descriptions of uploaded files by URL. */
export function imageView(
  url: string,
  name: string,
  altTexts: Record<string, string>,
  alt = 'Image without a description',
): TemplateResult {
  const path = ownPath(url)
  if (path === undefined)
    return html`<span class="external-image">Image on another host: ${link(url, url)}</span>`
  return html`<a class=${name} href=${path} target="_blank"
    ><img src=${path} alt=${altTexts[url] ?? alt}
  /></a>`
}

/** A file to download. */
export function fileCard(name: string, url: string, size: number | undefined): TemplateResult {
  const path = ownPath(url)
  const fileName =
    path === undefined ? name : html`<a href=${path} target="_blank" download=${name}>${name}</a>`
  return html`<div class="file">
    <span aria-hidden="true">📄</span>
    <span>${fileName}${size === undefined ? '' : html`<small>${bytes(size)}</small>`}</span>
  </div>`
}

function bytes(size: number): string {
  if (size < 1024) return size === 1 ? '1 byte' : `${size} bytes`
  return size < 1024 ** 2 ? `${(size / 1024).toFixed(1)} KB` : `${(size / 1024 ** 2).toFixed(1)} MB`
}
