// Parses the flags of a script; an unknown flag ends it with one sentence that lists the valid ones.
import { parseArgs, type ParseArgsConfig } from 'node:util'

/** Like Node's `parseArgs`, but exits with code 1 where that would throw. */
export function readFlags<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const [reason = ''] = error.message.split(/\. |\n/)
    const flags = Object.entries(config.options ?? {}).map(([name, { type }]) =>
      type === 'string' ? `--${name} <value>` : `--${name}`,
    )
    console.error(`${reason}: this script takes ${flags.join(', ') || 'no flags'}.`)
    process.exit(1)
  }
}
