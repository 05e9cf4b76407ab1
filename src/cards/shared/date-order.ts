// Rewrites cards, modals and suggestions, which have the month first, for guilds that put the day first.
import type { APIModalInteractionResponseCallbackData } from 'discord.js'
import type { Card } from '../../core/card.ts'
import { monthNames } from '../../data/model/dates.ts'

/** "Aug 5, 2020", "Oct. 9, 2020", "March 4–15, 2024": only with a year, since "September 11" may be a name. */
const monthFirst = new RegExp(
  String.raw`\b((?:${monthNames.join('|')})|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)(\s)(\d{1,2}(?:(?:\s?[–-]\s?|\sto\s|\sand\s)\d{1,2})?),(\s)(\d{4})\b`,
  'g',
)

const embedTexts = new Set(['title', 'description', 'name', 'value', 'text'])
/** Not `value`, which comes back with the interaction. */
const componentTexts = new Set(['label', 'placeholder', 'description'])
const modalTexts = new Set([...componentTexts, 'title'])
/** Not `value`, which comes back as well. */
const choiceTexts = new Set(['name'])
const imageTexts = new Set(['label', 'when', 'lines', 'sources'])

/** The card with "5 Aug 2020" for "Aug 5, 2020"; article titles and custom ids are left alone. */
export function applyDateOrder(card: Card, titles: readonly string[]): Card {
  const rewriteString = createRewriter(titles)
  return {
    ...card,
    content: rewriteString(card.content),
    embeds: rewrite(card.embeds, embedTexts, rewriteString),
    components: rewrite(card.components, componentTexts, rewriteString),
    image: rewrite(card.image, imageTexts, rewriteString),
  }
}

/** As {@link applyDateOrder}, for a modal. */
export function applyDateOrderToModal(
  modal: APIModalInteractionResponseCallbackData,
  titles: readonly string[],
): APIModalInteractionResponseCallbackData {
  return rewrite(modal, modalTexts, createRewriter(titles))
}

/** As {@link applyDateOrder}, for autocomplete choices. */
export function applyDateOrderToChoices<Choice extends { name: string }>(
  choices: readonly Choice[],
  titles: readonly string[],
): Choice[] {
  return rewrite([...choices], choiceTexts, createRewriter(titles))
}

function createRewriter([title, ...others]: readonly string[]): (text: string) => string {
  if (title === undefined) return (text) => text.replace(monthFirst, '$3$2$1$4$5')
  const rewriteString = createRewriter(others)
  return (text) => text.split(title).map(rewriteString).join(title)
}

function rewrite<Part>(
  part: Part,
  texts: ReadonlySet<string>,
  rewriteString: (text: string) => string,
): Part {
  if (typeof part !== 'object' || part === null) return part
  if (Array.isArray(part)) return part.map((item: unknown) => rewrite(item, texts, rewriteString)) as Part
  const entries = Object.entries(part).map(([key, value]: [string, unknown]) => [
    key,
    texts.has(key) ? rewriteText(value, rewriteString) : rewrite(value, texts, rewriteString),
  ])
  return Object.fromEntries(entries) as Part
}

/** Rewrites a string, or each string of a list. */
function rewriteText(value: unknown, rewriteString: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => rewriteText(item, rewriteString))
  return typeof value === 'string' ? rewriteString(value) : value
}
