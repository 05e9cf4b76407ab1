// Cards, forms and suggestions are written with the month first; this rewrites them for readers who put the day first.
import type { APIModalInteractionResponseCallbackData } from 'discord.js'
import type { Card } from '../../core/card.ts'

/** "Aug 5, 2020", "Oct. 9, 2020", "March 4–15, 2024": only with its year, since "September 11" may be a name. */
const monthFirst =
  /\b((?:January|February|March|April|May|June|July|August|September|October|November|December)|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)(\s)(\d{1,2}(?:(?:\s?[–-]\s?|\sto\s|\sand\s)\d{1,2})?),(\s)(\d{4})\b/g

const embedTexts = new Set(['title', 'description', 'name', 'value', 'text'])
/** A value in a menu is no text but what comes back. */
const rowTexts = new Set(['label', 'placeholder', 'description'])
const formTexts = new Set([...rowTexts, 'title'])
/** What a suggestion stands for comes back as well. */
const choiceTexts = new Set(['name'])
const pictureTexts = new Set(['label', 'when', 'lines', 'sources'])

/** The same card with "5 Aug 2020" for "Aug 5, 2020"; titles of articles and custom ids stay as they are. */
export function applyDateOrder(card: Card, titles: readonly string[]): Card {
  const write = rewriter(titles)
  return {
    ...card,
    content: write(card.content),
    embeds: rewrite(card.embeds, embedTexts, write),
    components: rewrite(card.components, rowTexts, write),
    image: rewrite(card.image, pictureTexts, write),
  }
}

/** The same form, as {@link applyDateOrder} writes a card. */
export function applyDateOrderToModal(
  form: APIModalInteractionResponseCallbackData,
  titles: readonly string[],
): APIModalInteractionResponseCallbackData {
  return rewrite(form, formTexts, rewriter(titles))
}

/** The same suggestions of autocomplete, as {@link applyDateOrder} writes a card. */
export function applyDateOrderToChoices<Choice extends { name: string }>(
  choices: readonly Choice[],
  titles: readonly string[],
): Choice[] {
  return rewrite([...choices], choiceTexts, rewriter(titles))
}

function rewriter([title, ...others]: readonly string[]): (text: string) => string {
  if (title === undefined) return (text) => text.replace(monthFirst, '$3$2$1$4$5')
  const write = rewriter(others)
  return (text) => text.split(title).map(write).join(title)
}

function rewrite<Part>(part: Part, texts: ReadonlySet<string>, write: (text: string) => string): Part {
  if (typeof part !== 'object' || part === null) return part
  if (Array.isArray(part)) return part.map((one: unknown) => rewrite(one, texts, write)) as Part
  const entries = Object.entries(part).map(([key, value]: [string, unknown]) => [
    key,
    texts.has(key) ? writeAll(value, write) : rewrite(value, texts, write),
  ])
  return Object.fromEntries(entries) as Part
}

/** A text written anew, or each of several. */
function writeAll(value: unknown, write: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => writeAll(one, write))
  return typeof value === 'string' ? write(value) : value
}
