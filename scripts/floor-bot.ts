// The smallest discord.js bot that gives kept answers and fixed choices: what npm run bench measures beside ours.
import { Client, Events, type InteractionReplyOptions } from 'discord.js'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const client = new Client({ intents: [], rest: { api: process.env['DISCORD_API_URL'] ?? '' } })
const option = { type: 3, name: 'name', description: 'A name', required: true, autocomplete: true }
const answers = JSON.parse(
  readFileSync(join(process.env['DATABASE_DIR'] ?? '', 'answers.json'), 'utf8'),
) as Record<string, InteractionReplyOptions>

client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isAutocomplete()) void interaction.respond([{ name: 'NATO', value: 'nato' }])
  else if (interaction.isChatInputCommand()) {
    void interaction.reply(answers[interaction.options.getString('name', true)] ?? 'nothing')
  }
})
client.once(Events.ClientReady, (ready) => {
  const body = [{ name: 'floor', description: 'Answers', options: [option] }]
  void ready.rest.put(`/applications/${ready.application.id}/commands`, { body })
})
await client.login(process.env['DISCORD_TOKEN'])
process.on('SIGTERM', () => process.exit(0))
