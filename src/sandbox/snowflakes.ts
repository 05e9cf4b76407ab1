// Ids as Discord makes them, sorting by time: https://discord.com/developers/docs/reference#snowflakes

const discordEpoch = 1420070400000n

/** Makes a source of ids, each greater than the one before. */
export function createIds(): () => string {
  let last = 0n
  return () => {
    const now = (BigInt(Date.now()) - discordEpoch) << 22n
    last = now > last ? now : last + 1n
    return String(last)
  }
}
