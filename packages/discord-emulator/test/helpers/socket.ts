// A plain WebSocket connection to the gateway, as any library would open it.
import { WebSocket } from 'ws'
import type { DiscordEmulator } from '../../src/server.ts'

export interface Frame {
  op: number
  t: string | null
  s: number | null
  d: Record<string, unknown>
}

export interface Socket {
  send(op: number, d: unknown): void
  sendRaw(text: string): void
  /** The next frame, in order. */
  next(): Promise<Frame>
  /** Received frames that `next` has not returned yet. */
  waiting(): Frame[]
  /** The close code, once the connection is closed. */
  closed: Promise<number>
  close(code?: number): void
}

export function openSocket(emulator: DiscordEmulator, query = '?v=10&encoding=json'): Socket {
  const address = new URL(emulator.apiUrl)
  const socket = new WebSocket(`ws://${address.host}/gateway${query}`)
  const frames: Frame[] = []
  const waiters: ((frame: Frame) => void)[] = []
  socket.on('message', (raw: Buffer) => {
    const frame = JSON.parse(raw.toString()) as Frame
    const waiter = waiters.shift()
    if (waiter) waiter(frame)
    else frames.push(frame)
  })
  return {
    send: (op, d) => socket.send(JSON.stringify({ op, d })),
    sendRaw: (text) => socket.send(text),
    next() {
      const frame = frames.shift()
      return frame ? Promise.resolve(frame) : new Promise((resolve) => waiters.push(resolve))
    },
    waiting: () => frames,
    closed: new Promise((resolve) => {
      socket.on('close', resolve)
    }),
    close: (code = 1000) => socket.close(code),
  }
}

/** A socket past hello and identify; its next frame is READY. */
export async function identify(emulator: DiscordEmulator, more: object = {}): Promise<Socket> {
  const socket = openSocket(emulator)
  await socket.next()
  socket.send(2, { token: emulator.token, intents: 0, properties: {}, ...more })
  return socket
}
