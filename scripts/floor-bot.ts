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
const { choices, ...answers } = JSON.parse(
  readFileSync(join(process.env['DATABASE_DIR'] ?? '', 'answers.json'), 'utf8'),
) as Record<string, InteractionReplyOptions> & { choices: ApplicationCommandOptionChoiceData[] }

client.on(Events.InteractionCreate, (interaction) => {
  // On a busy machine an answer may come too late to be taken.
  const tooLate = () => undefined
  if (interaction.isAutocomplete()) interaction.respond(choices).catch(tooLate)
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
