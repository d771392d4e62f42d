import { crc32, deflateSync } from 'node:zlib'
import { type Chance, chanceFrom } from '../core/chance.ts'

const [width, height] = [240, 80]

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** A pen that goes from left to right in loops, as a signature does. */
const inkOf = (chance: Chance): Uint8Array => {
  const ink = new Uint8Array(width * height).fill(255)
  const [speed, size, lean] = [chance.int(9, 16), chance.int(12, 24), chance.int(4, 12)]
  for (let t = 0; t < 2400; t++) {
    const along = t / 2400
    const x = Math.round(16 + along * (width - 40) + lean * Math.cos(along * speed * 6))
    const y = Math.round(height / 2 + size * (1 - along * 0.6) * Math.sin(along * speed * 6 + lean))
    for (const at of [y * width + x, (y + 1) * width + x, y * width + x + 1]) ink[at] = 30
  }
  return ink
}

const scribbleOf = (seed: string): string => {
  const ink = inkOf(chanceFrom(seed))
  const rows = Array.from({ length: height }, (_, row) =>
    Buffer.concat([Buffer.from([0]), ink.subarray(row * width, (row + 1) * width)]),
  )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]).toString('base64')
}

const hands = new Map<string, string>()

/** A scribble in place of a drawn signature, PNG in base64: by the initial and length of the name, some hundred hands. */
export const drawingOf = (name: string): string => {
  const seed = `${name.charAt(0)}${name.length % 6}`
  const drawn = hands.get(seed) ?? scribbleOf(seed)
  hands.set(seed, drawn)
  return drawn
}
