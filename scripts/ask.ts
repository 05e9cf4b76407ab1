// npm run ask -- "/alliance name:NATO": asks the real bot through a local Discord of its own and prints the answer.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadDotEnv, readConfig } from '../src/config.ts'
import { dataDirectory } from '../src/data/files.ts'
import { createLog } from '../src/log.ts'
import { printMessage } from '../src/sandbox/print.ts'
import { startSandbox } from '../src/sandbox/sandbox.ts'
import { start } from '../src/start.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    // Prints the message as it was sent.
    json: { type: 'boolean', default: false },
    // Prints the choices that autocomplete offers for the last option.
    complete: { type: 'boolean', default: false },
  },
})
const typed = positionals.join(' ')
if (!typed) {
  console.error('Say what to ask: npm run ask -- "/alliance name:NATO"')
  process.exit(1)
}

loadDotEnv()
const config = readConfig()
const sandbox = await startSandbox({ port: 0 })
const log = await createLog({ level: 'warn', production: false, secrets: [sandbox.token] })
const bot = await start({
  token: sandbox.token,
  apiUrl: sandbox.apiUrl,
  dataDirectory,
  databaseDirectory: join(config.databaseDirectory, 'sandbox'),
  log,
})
try {
  await ask()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await bot.close()
  await sandbox.close()
}

async function ask(): Promise<void> {
  if (values.complete) {
    const choices = await sandbox.complete(typed)
    console.log(values.json ? JSON.stringify(choices, null, 2) : choices.map(({ name }) => name).join('\n'))
    return
  }
  const seen = await sandbox.run(typed)
  if (values.json) console.log(JSON.stringify(payloadSent(seen.interactionId), null, 2))
  else if ('message' in seen) console.log(printMessage(seen.message))
  else if (seen.type === 'failed') throw new Error(seen.reason)
  else console.log(`The bot answered with nothing to print (${seen.type}).`)
}

/** The body of the callback with which the bot answered. */
function payloadSent(interactionId: string): unknown {
  return sandbox.log.calls.find(({ path }) => path.includes(`/interactions/${interactionId}/`))?.body
}
