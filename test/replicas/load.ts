// Interactions at a steady rate, as many users send them, and what became of each.
import { setTimeout as wait } from 'node:timers/promises'
import type { DiscordEmulator, ObservedResponse } from 'discord-emulator'

export interface Load {
  sent: number
  answered: number
  /** Interactions that nobody answered in time. */
  lost: string[]
  /** Of each that was answered, in milliseconds. */
  durations: number[]
}

type Action = (emulator: DiscordEmulator) => Promise<ObservedResponse>

const actions: Action[] = [
  (emulator) => emulator.runCommand('/alliance name:NATO'),
  (emulator) => emulator.runCommand('/exercise name:Cobra Gold'),
  (emulator) => emulator.runCommand('/country name:Japan'),
  (emulator) => emulator.in('dm').runCommand('/compare first:NATO second:NORAD'),
  (emulator) => emulator.runCommand('/ask question:who spends the most on its military'),
  (emulator) => emulator.runCommand('/search query:submarines'),
]

/** Sends `total` look-ups, `perSecond` of them each second whether or not those before were answered. */
export async function sendLookUps(
  emulator: DiscordEmulator,
  { total, perSecond }: { total: number; perSecond: number },
): Promise<Load> {
  const load: Load = { sent: 0, answered: 0, lost: [], durations: [] }
  const running: Promise<void>[] = []
  const startedMs = performance.now()
  for (let index = 0; index < total; index++) {
    const dueMs = startedMs + (index * 1000) / perSecond
    if (dueMs > performance.now()) await wait(dueMs - performance.now())
    load.sent++
    const sentMs = performance.now()
    running.push(
      sendOne(emulator, index).then((failure) => {
        if (failure !== undefined) load.lost.push(failure)
        else {
          load.answered++
          load.durations.push(performance.now() - sentMs)
        }
      }),
    )
  }
  await Promise.all(running)
  return load
}

async function sendOne(emulator: DiscordEmulator, index: number): Promise<string | undefined> {
  try {
    const seen = await actions[index % actions.length]?.(emulator)
    return seen?.type === 'message' ? undefined : `interaction ${seen?.interactionId}: ${seen?.type}`
  } catch (error) {
    return (error as Error).message
  }
}
