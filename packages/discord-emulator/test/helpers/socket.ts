// A plain websocket on the local gateway, as any library opens one.
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
  /** Frames that came and were not yet taken. */
  waiting(): Frame[]
  /** The code with which it was closed, once it is. */
  closed: Promise<number>
  close(code?: number): void
}

export function openSocket(emulator: DiscordEmulator, query = '?v=10&encoding=json'): Socket {
  const address = new URL(emulator.apiUrl)
  const socket = new WebSocket(`ws://${address.host}/gateway${query}`)
  const frames: Frame[] = []
  const takers: ((frame: Frame) => void)[] = []
  socket.on('message', (raw: Buffer) => {
    const frame = JSON.parse(raw.toString()) as Frame
    const taker = takers.shift()
    if (taker) taker(frame)
    else frames.push(frame)
  })
  return {
    send: (op, d) => socket.send(JSON.stringify({ op, d })),
    sendRaw: (text) => socket.send(text),
    next() {
      const frame = frames.shift()
      return frame ? Promise.resolve(frame) : new Promise((resolve) => takers.push(resolve))
    },
    waiting: () => frames,
    closed: new Promise((resolve) => {
      socket.on('close', resolve)
    }),
    close: (code = 1000) => socket.close(code),
  }
}

/** A socket past hello and identify, READY not yet taken. */
export async function identify(emulator: DiscordEmulator, more: object = {}): Promise<Socket> {
  const socket = openSocket(emulator)
  await socket.next()
  socket.send(2, { token: emulator.token, intents: 0, properties: {}, ...more })
  return socket
}
