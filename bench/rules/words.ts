import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Files } from './rules.ts'

const templates = 'src/platform/server/documents/templates'

/** The names that the templates of documents look up. */
export const namesInTemplates = (root: string): ReadonlySet<string> =>
  new Set(
    readdirSync(join(root, templates)).flatMap(
      (name) => readFileSync(join(root, templates, name), 'utf8').match(/[\w-]+/g) ?? [],
    ),
  )

const keyLine = /^ {4}(?:'([\w.]+)'|(\w+)):/gm
const catalogue = /^(?:export )?const \w+ = wordsOf\(\n([\s\S]*?)^ {2}\},\n/gm
const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, one, other]) => one ?? other ?? '')

/** Whether a key is written somewhere: whole, or as the beginning or the end of what is put together. */
const sayer = (texts: readonly string[]): ((key: string) => boolean) => {
  const whole = new Set(texts.flatMap((text) => all(text, /'([\w.]+)'/g)))
  const begins = new Set(texts.flatMap((text) => all(text, /`([\w.]{2,})\$\{/g)))
  const ends = new Set(texts.flatMap((text) => all(text, /`\$\{[^`{}]*\}([\w.]{2,})`/g)))
  return (key) =>
    whole.has(key) || [...begins].some((part) => key.startsWith(part)) || [...ends].some((part) => key.endsWith(part))
}

/** Texts of a catalogue that nothing says. */
export const unsaid = (files: Files, templateNames: ReadonlySet<string> = new Set()): string[] => {
  const shipped = [...files].filter(([file]) => !/\.test\.tsx?$/.test(file))
  const isSaid = sayer(shipped.map(([, text]) => text.replace(keyLine, '')))
  return shipped.flatMap(([file, text]) =>
    all(text, catalogue)
      .flatMap((words) => all(words, keyLine))
      .filter((key) => !isSaid(key) && !templateNames.has(key))
      .map((key) => `${file} has words that nothing says: ${key}`),
  )
}
