import type { FastifyReply } from 'fastify'

/** A reply that is a file: kept apart from JSON by its own mark. */
export type FileReply = {
  readonly file: true
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  readonly inline?: boolean
}

export const isFileReply = (value: unknown): value is FileReply =>
  typeof value === 'object' && value !== null && (value as { file?: unknown }).file === true

const cleanName = (name: string): string => name.replace(/[^\w.\- ]+/g, '_').slice(0, 120)

/** Files are never guessed at by the browser, and never kept by caches. */
export const sendFile = (reply: FastifyReply, { name, type, bytes, inline }: FileReply): FastifyReply =>
  reply
    .code(200)
    .type(type)
    .header(
      'content-disposition',
      `${inline ? 'inline' : 'attachment'}; filename="${cleanName(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
    .header('cache-control', 'no-store')
    .send(Buffer.from(bytes))
