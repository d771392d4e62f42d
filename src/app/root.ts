import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const above = (folder: string): string =>
  existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'database')) ? folder : above(dirname(folder))

/** The folder of the product, found from this file whether it runs from source or from the build. */
export const projectRoot: string = above(dirname(fileURLToPath(import.meta.url)))
