// npm run smoke -- <command>: runs a command that starts Entente, such as docker run, with the address and token of a
// Discord emulator in its environment; fails unless it answers there and ends on SIGTERM.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { formatMessage, startDiscordEmulator, type DiscordEmulator } from 'discord-emulator'
import { readFlags } from './read-flags.ts'

const startMs = 60_000
const endMs = 10_000

const { positionals } = readFlags({ allowPositionals: true })
const [command, ...args] = positionals
if (!command) {
  console.error('Pass the command that starts Entente: npm run smoke -- npm start')
  process.exit(1)
}
const emulator = await startDiscordEmulator({ port: 0 })
const child = spawn(command, args, {
  env: { ...process.env, DISCORD_TOKEN: emulator.token, DISCORD_API_URL: emulator.apiUrl },
  stdio: 'inherit',
})
const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string)
try {
  console.log(await Promise.race([answerOf(emulator), ended.then(failAs('before it answered'))]))
  child.kill('SIGTERM')
  const status = await Promise.race([ended, sleep(endMs, 'still running', { ref: false })])
  if (status !== 0) throw new Error(`Entente did not end well on SIGTERM: ${status}.`)
  console.log('Entente answered and ended.')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  child.kill('SIGKILL')
  process.exitCode = 1
}
await emulator.close()

function failAs(when: string): (status: number | string) => never {
  return (status) => {
    throw new Error(`Entente ended ${when}: ${status}.`)
  }
}

/** The card of NATO as text, as soon as the bot answers; throws with the last failure if it does not. */
async function answerOf(discord: DiscordEmulator): Promise<string> {
  const deadline = performance.now() + startMs
  for (;;) {
    const outcome = await discord.runCommand('/alliance name:NATO').then(
      (response) => {
        if ('message' in response) return { text: formatMessage(response.message, { isStyled: false }) }
        return { reason: response.type === 'failed' ? response.reason : response.type }
      },
      (error: unknown) => ({ reason: error instanceof Error ? error.message : String(error) }),
    )
    if ('text' in outcome && outcome.text.includes('NATO · alliance')) return outcome.text
    if (performance.now() > deadline) throw new Error(`Entente did not answer: ${JSON.stringify(outcome)}`)
    await sleep(500)
  }
}
