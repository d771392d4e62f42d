import { connect, type Socket } from 'node:net'

export type Verdict = 'clean' | 'infected'

const chunkSize = 64 * 1024
const patience = 30_000

/** Asks clamd over TCP (`tcp://host:3310`) with its INSTREAM command. Throws when it does not answer with a verdict. */
export const scan = async (clamdUrl: string, bytes: Buffer): Promise<Verdict> => {
  const { hostname, port } = new URL(clamdUrl)
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) })
  socket.setTimeout(patience, () => socket.destroy(new Error('clamd did not answer in time')))
  try {
    const [reply] = await Promise.all([readAll(socket), stream(socket, bytes)])
    if (/^stream: OK\0?$/.test(reply.trim())) return 'clean'
    if (/FOUND\0?$/.test(reply.trim())) return 'infected'
    throw new Error(`clamd: ${reply.replace(/[^ -~]/g, '').slice(0, 200) || 'no answer'}`)
  } finally {
    socket.destroy()
  }
}

const stream = async (socket: Socket, bytes: Buffer): Promise<void> => {
  await write(socket, Buffer.from('zINSTREAM\0'))
  for (let at = 0; at < bytes.length; at += chunkSize) {
    const chunk = bytes.subarray(at, at + chunkSize)
    await write(socket, Buffer.concat([sizeOf(chunk.length), chunk]))
  }
  await write(socket, sizeOf(0))
}

const write = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()))
  })

const sizeOf = (length: number): Buffer => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(length)
  return size
}

const readAll = async (socket: Socket): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of socket) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('latin1')
}
