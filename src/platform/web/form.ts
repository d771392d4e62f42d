import type { Texts } from '../core/clash.ts'

/** What a form holds, by name; boxes of the same name are joined by commas. */
export const textsIn = (form: HTMLFormElement): Texts => {
  const data = new FormData(form)
  return Object.fromEntries(
    [...new Set(data.keys())].map((name) => [
      name,
      data
        .getAll(name)
        .filter((value) => typeof value === 'string')
        .join(','),
    ]),
  )
}

/** The parts of a joined text. */
export const partsOf = (text: string | undefined): string[] => (text ?? '').split(',').filter(Boolean)
