// Generates ids that sort by time, as Discord's do: https://discord.com/developers/docs/reference#snowflakes
import type { Clock } from './clock.ts'

const discordEpoch = 1420070400000n

/** Each id is greater than the previous one, unless the clock was set back. */
export function createSnowflakeGenerator(clock: Clock): () => string {
  let last = 0n
  let steps = 0
  return () => {
    if (clock.steps() !== steps) last = 0n
    steps = clock.steps()
    // The number of clock steps takes the place of Discord's worker id: a repeated hour repeats no id.
    const now = ((BigInt(clock.now()) - discordEpoch) << 22n) | (BigInt(steps % 1024) << 12n)
    last = now > last ? now : last + 1n
    return String(last)
  }
}
