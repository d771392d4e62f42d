import { createHash } from 'node:crypto'
import { z } from 'zod'
import { documentsWords } from '../../core/documents.words.ts'
import { type Language, type Params, say } from '../../core/words.ts'
import { clean, withoutMissing } from './glyphs.ts'
import { mark, sideIcon } from './icons.ts'
import library from './templates/library.typ?raw'
import { typeset } from './typst.ts'

/** A finished PDF/UA-1: tagged, with title and language. `sha256` is of its bytes, in hexadecimal. */
export type Printed = { readonly pdf: Uint8Array; readonly sha256: string }

export type Wording = (key: keyof (typeof documentsWords)['it'], params?: Params) => string
export const wordingIn =
  (language: Language): Wording =>
  (key, params) =>
    say(documentsWords, language, key, params)

type Paper = { readonly language: Language; readonly at: string; readonly programme: string; readonly district: string }
type Sheet = {
  readonly template: string
  readonly paper: Paper
  readonly title: string
  /** Texts, cleaned before they are set. */
  readonly body: object
  /** Drawings as SVG and images as bytes, left as they are. */
  readonly art?: object
}

const sides = { person: sideIcon('person'), services: sideIcon('services'), community: sideIcon('community') }

/** Prints a template. The same sheet gives the same bytes; texts reach the template as data, never as markup. */
export const print = async ({ template, paper, title, body, art }: Sheet): Promise<Printed> => {
  const { language, at, programme, district } = paper
  const words = documentsWords[language]
  const texts = clean({ ...body, programme, district, title, language, words })
  const date = at.slice(0, 10).split('-').map(Number)
  const pdf = await typesetAll(`${library}\n${template}`, { texts, date, art: { ...art, mark, sides } })
  return { pdf, sha256: createHash('sha256').update(pdf).digest('hex') }
}

type Data = { readonly texts: unknown; readonly date: readonly number[]; readonly art: object }

/** A PDF/UA refuses signs that no font has: they become □, and the document says so. */
const typesetAll = async (source: string, data: Data, rounds = 3): Promise<Uint8Array> => {
  try {
    return await typeset(source, data)
  } catch (error) {
    const mended = withoutMissing(data.texts, z.instanceof(Error).parse(error).message)
    if (!mended || rounds === 0) throw error
    return typesetAll(source, { ...data, texts: mended }, rounds - 1)
  }
}
