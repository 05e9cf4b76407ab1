// Passes connections on to a port, until it is told to cut them: then bytes wait, as they do where a cable was pulled.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

const target = Number(process.argv[2])
const sockets = new Set<Socket>()
let isCut = false

const server = createServer((client) => {
  const upstream = connect(target, '127.0.0.1')
  join(client, upstream)
  join(upstream, client)
}).listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))

function join(from: Socket, to: Socket): void {
  sockets.add(from)
  from.setNoDelay(true)
  from.on('data', (bytes) => to.write(bytes))
  from.on('error', () => undefined)
  from.on('close', () => {
    sockets.delete(from)
    to.destroy()
  })
  if (isCut) from.pause()
}

process.on('message', (message) => {
  isCut = message === 'cut'
  for (const socket of sockets)
    if (isCut) socket.pause()
    else socket.resume()
})
process.on('disconnect', () => process.exit())
