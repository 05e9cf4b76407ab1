// Starts an HTTP server and says where it listens.
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * Resolves with the server's origin, such as "http://127.0.0.1:9464", once it listens; port 0 takes a free port.
 * @throws the error of `listen`, such as EADDRINUSE
 */
export async function listen(
  server: Server,
  { host, port }: { host: string; port: number },
): Promise<string> {
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`
}
