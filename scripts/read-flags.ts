// The flags of a script; any other is answered with one sentence that names those there are.
import { parseArgs, type ParseArgsConfig } from 'node:util'

/** As `parseArgs` of Node; ends the process with 1 where it would throw. */
export function readFlags<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const [what = ''] = error.message.split(/\. |\n/)
    const flags = Object.entries(config.options ?? {}).map(([name, { type }]) =>
      type === 'string' ? `--${name} <value>` : `--${name}`,
    )
    console.error(`${what}: this script takes ${flags.join(', ') || 'no flags'}.`)
    process.exit(1)
  }
}
