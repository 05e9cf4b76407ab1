// Pictures on cards, through the bot whole: with the answer, after it, and not at all.
import { expect, test } from 'vitest'
import type { Message } from '../src/sandbox/messages.ts'
import type { Seen } from '../src/sandbox/seen.ts'
import { messageIn, runBot, textOf } from './running-bot.ts'

const { sandbox, log } = await runBot({ pictures: { bounds: { soonMs: 60_000 } } })

interface Button {
  label?: string
  custom_id?: string
}

function buttonsOf(seen: Seen): Button[] {
  const rows = messageIn(seen).components as { components?: Button[] }[]
  return rows.flatMap(({ components = [] }) => components).filter(({ label }) => label !== undefined)
}

function pressOf(seen: Seen, label: string): string {
  return buttonsOf(seen).find((button) => button.label === label)?.custom_id ?? `no button ${label}`
}

/** The file that a message shows in its first embed, and what is said of it. */
function pictureOf(message: Message) {
  return message.embeds[0]?.image?.url
}

test('test', async () => {
  const seen = await sandbox.run('/alliance name:NATO')
  console.log(JSON.stringify(messageIn(seen).embeds[0]?.image), messageIn(seen).attachments, buttonsOf(seen), pictureOf(messageIn(seen)))
  console.log(log.filter((l)=>Number(l.level)>=40), textOf(seen).length, pressOf(seen,'Sources'))
})
