// Ids as Discord makes them, sorting by time: https://discord.com/developers/docs/reference#snowflakes
import type { Clock } from './clock.ts'

const discordEpoch = 1420070400000n

/** Makes a source of ids, each greater than the one before unless the clock was set back. */
export function createSnowflakeGenerator(clock: Clock): () => string {
  let last = 0n
  let steps = 0
  return () => {
    if (clock.steps() !== steps) last = 0n
    steps = clock.steps()
    // The steps stand where Discord has its machines, so that an hour that comes twice makes no id twice.
    const now = ((BigInt(clock.now()) - discordEpoch) << 22n) | (BigInt(steps % 1024) << 12n)
    last = now > last ? now : last + 1n
    return String(last)
  }
}
