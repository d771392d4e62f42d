import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { tabIcon } from '../../platform/core/icon.ts'
import type { Language } from '../../platform/core/words.ts'
import { LanguageOf } from '../../platform/web/language.tsx'

/** A whole public page, without script. */
export const publicDocument = (language: Language, title: string, content: ReactElement): string =>
  `<!doctype html>${renderToStaticMarkup(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="icon" href={tabIcon} type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/site.css" />
      </head>
      <body className="public">
        <LanguageOf language={language}>{content}</LanguageOf>
      </body>
    </html>,
  )}`
