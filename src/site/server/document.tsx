import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Language } from '../../platform/core/words.ts'
import { LanguageOf } from '../../platform/web/language.tsx'

const icon =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 8 48 32%22 fill=%22none%22 stroke-width=%224%22 stroke-linecap=%22round%22%3E%3Cpath d=%22M21.56 29.03A9.5 9.5 0 1 1 21.56 18.97M26.44 18.97A9.5 9.5 0 1 1 26.44 29.03%22 stroke=%22%2306c%22/%3E%3Cpath d=%22M15 24H33%22 stroke=%22%23b35900%22/%3E%3C/svg%3E'

/** A whole public page, without script. */
export const publicDocument = (language: Language, title: string, content: ReactElement): string =>
  `<!doctype html>${renderToStaticMarkup(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="icon" href={icon} type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/site.css" />
      </head>
      <body className="public">
        <LanguageOf language={language}>{content}</LanguageOf>
      </body>
    </html>,
  )}`
