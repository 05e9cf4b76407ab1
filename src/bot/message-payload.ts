// A card becomes a message: its words as the server writes them, its picture, and the row of deeds.
import { PermissionFlagsBits } from 'discord.js'
import type { Card } from '../core/card.ts'
import { dayFirst } from '../cards/shared/date-order.ts'
import { deedRow, type Standing } from '../cards/shared/action-row.ts'
import { framed, type Frame } from '../cards/shared/attribution.ts'
import type { Context } from '../core/command.ts'
import type { Drawn } from '../images/image-service.ts'

/** Why a card is private and cannot be shared. */
function notHere(lacks: string): string {
  return `\n-# Only you see this, and you cannot share it: in this channel you lack the permission “${lacks}”.`
}

/** Discord hides the embeds of apps that may not show them. */
const notEmbedded =
  '\n-# No card here? Entente lacks the permission “Embed Links” in this channel: a moderator can grant it.'

/** What a picture in a message needs. */
const needsPictures = PermissionFlagsBits.EmbedLinks | PermissionFlagsBits.AttachFiles

/** What a message depends on besides its card. */
export type Around = Pick<Context, 'place' | 'facts' | 'pictures' | 'postedCards'>

/** With its picture where it is ready soon, and else with a button that shows it. */
export async function messageOf(written: Card, standing: Standing, around: Around, frame: Frame = {}) {
  const { place, pictures } = around
  const card = inOrderOfDates(written, around, dayFirst)
  const { content, rows, files = [], picture } = card
  const mayShow = place.settings.pictures && place.botMay(needsPictures)
  const drawn = picture && mayShow ? await pictures.drawSoon(picture) : undefined
  const isLate = drawn === 'late'
  const shown = isLate ? undefined : drawn
  const embeds = shown ? withPicture(card.embeds, shown) : card.embeds
  const why =
    (standing === 'not to be shared' && place.lacks !== undefined && card.view ? notHere(place.lacks) : '') +
    (embeds.length > 0 && !place.botMay(PermissionFlagsBits.EmbedLinks) ? notEmbedded : '')
  return {
    content: framed(content, frame, why),
    embeds,
    components: [...rows, ...deedRow(card, standing, { isLate })],
    // What an update does not list as attached would stay attached.
    attachments: [],
    files: [
      ...files.map(({ name, text }): SentFile => ({ name, attachment: Buffer.from(text) })),
      ...(shown ? [{ name: shown.fileName, attachment: shown.png, description: shown.alt }] : []),
    ],
    allowedMentions: { parse: [], users: [] as string[] },
  }
}

/** What is written with the month first, as the server wants its dates. */
export function inOrderOfDates<Written>(
  written: Written,
  { place, facts }: Pick<Around, 'place' | 'facts'>,
  rewrite: (written: Written, titles: readonly string[]) => Written,
): Written {
  if (place.settings.dates === 'month first') return written
  return rewrite(
    written,
    facts.articles.map(({ title }) => title),
  )
}

interface SentFile {
  name: string
  attachment: Buffer
  description?: string
}

/** The picture stands in the first embed, and so below the facts. */
function withPicture([first, ...rest]: Card['embeds'], { fileName, alt }: Drawn): Card['embeds'] {
  return [{ ...first, image: { url: `attachment://${fileName}`, description: alt } }, ...rest]
}

/** A message before everyone, which pings whom it is for. */
export async function postOf(card: Card, standing: Standing, around: Around, frame: Frame) {
  const users = frame.addressee === undefined ? [] : [frame.addressee]
  return { ...(await messageOf(card, standing, around, frame)), allowedMentions: { parse: [], users } }
}
