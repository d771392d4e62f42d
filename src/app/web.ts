import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { projectRoot } from './root.ts'

/** Serves what the build made: the workspace for every address below /scrivania, and its assets. */
export const serveWeb = async (app: FastifyInstance): Promise<void> => {
  const root = join(projectRoot, 'dist/web')
  if (!existsSync(join(root, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: join(root, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    setHeaders: (reply, path) => {
      if (/\/site\.css$|\/mark\.svg$/.test(path)) reply.header('cache-control', 'public, max-age=300')
    },
  })
  const shell = async (): Promise<Buffer> => readFile(join(root, 'index.html'))
  for (const path of ['/scrivania', '/scrivania/*'])
    app.get(path, async (_request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(await shell()),
    )
}
