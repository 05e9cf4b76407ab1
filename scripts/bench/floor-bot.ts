// The floor of npm run bench: the smallest discord.js bot, with one fixed embed and fixed choices.
import { Client, Events } from 'discord.js'

const client = new Client({ intents: [], rest: { api: process.env['DISCORD_API_URL'] ?? '' } })
const option = { type: 3, name: 'name', description: 'A name', required: true, autocomplete: true }
const answer = { embeds: [{ title: 'NATO', description: 'An alliance of 32 countries, founded in 1949.' }] }
const choices = [{ name: 'NATO', value: 'nato' }]
client.on(Events.InteractionCreate, (interaction) => {
  // On a busy machine an answer may come after the interaction has expired.
  const ignoreExpired = () => undefined
  if (interaction.isAutocomplete()) interaction.respond(choices).catch(ignoreExpired)
  else if (interaction.isChatInputCommand()) interaction.reply(answer).catch(ignoreExpired)
})
client.once(Events.ClientReady, (ready) => {
  const body = [{ name: 'floor', description: 'Answers', options: [option] }]
  void ready.rest.put(`/applications/${ready.application.id}/commands`, { body })
})
await client.login(process.env['DISCORD_TOKEN'])
process.on('SIGTERM', () => process.exit(0))
