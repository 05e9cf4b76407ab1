// The baseline of npm run bench: a minimal discord.js bot that sends prepared answers and choices.
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
interface PreparedAnswers {
  choices: ApplicationCommandOptionChoiceData[]
  answers: Record<string, InteractionReplyOptions>
}
const { answers, choices } = JSON.parse(
  readFileSync(join(process.env['DATABASE_DIR'] ?? '', 'answers.json'), 'utf8'),
) as PreparedAnswers
client.on(Events.InteractionCreate, (interaction) => {
  // On a busy machine an answer may come after the interaction has expired.
  const ignoreExpired = () => undefined
  if (interaction.isAutocomplete()) interaction.respond(choices).catch(ignoreExpired)
  else if (interaction.isChatInputCommand()) {
    interaction.reply(answers[interaction.options.getString('name', true)] ?? 'nothing').catch(ignoreExpired)
  }
})
client.once(Events.ClientReady, (ready) => {
  const body = [{ name: 'baseline', description: 'Answers', options: [option] }]
  void ready.rest.put(`/applications/${ready.application.id}/commands`, { body })
})
await client.login(process.env['DISCORD_TOKEN'])
process.on('SIGTERM', () => process.exit(0))
