// The smallest discord.js bot, which gives answers and choices that were kept: what npm run bench measures beside ours.
import {
  Client,
  Events,
  type ApplicationCommandOptionChoiceData,
  type InteractionReplyOptions,
} from 'discord.js'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const client = new Client({ intents: [], rest: { api: process.env['DISCORD_API_URL'] ?? '' } })
const option = { type: 3, name: 'name', description: 'A name', required: true, autocomplete: true }
interface Kept {
  choices: ApplicationCommandOptionChoiceData[]
  answers: Record<
    string,
    Omit<InteractionReplyOptions, 'files'> & { files: { path: string; name: string }[] }
  >
}
const kept = JSON.parse(readFileSync(join(process.env['DATABASE_DIR'] ?? '', 'answers.json'), 'utf8')) as Kept
const answers = Object.fromEntries(
  Object.entries(kept.answers).map(([name, { files, ...answer }]) => [
    name,
    { ...answer, files: files.map(({ path, name }) => ({ attachment: readFileSync(path), name })) },
  ]),
)

client.on(Events.InteractionCreate, (interaction) => {
  // On a busy machine an answer may come too late to be taken.
  const tooLate = () => undefined
  if (interaction.isAutocomplete()) interaction.respond(kept.choices).catch(tooLate)
  else if (interaction.isChatInputCommand()) {
    interaction.reply(answers[interaction.options.getString('name', true)] ?? 'nothing').catch(tooLate)
  }
})
client.once(Events.ClientReady, (ready) => {
  const body = [{ name: 'floor', description: 'Answers', options: [option] }]
  void ready.rest.put(`/applications/${ready.application.id}/commands`, { body })
})
await client.login(process.env['DISCORD_TOKEN'])
process.on('SIGTERM', () => process.exit(0))
