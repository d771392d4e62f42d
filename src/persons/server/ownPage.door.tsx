import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { tabIcon } from '../../platform/core/icon.ts'
import type { Language } from '../../platform/core/words.ts'
import { LanguageOf } from '../../platform/web/language.tsx'
import { OwnShell } from '../web/own/OwnShell.tsx'

type OwnPage = {
  readonly language: Language
  readonly title: string
  /** Set when somebody is in: the page then has its way out. */
  readonly isIn: boolean
  readonly narrow?: boolean
  readonly content: ReactElement
}

const inert = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A whole page of the person's own: no script, calm shell, a way out. */
export const renderOwnPage = ({ language, title, isIn, narrow, content }: OwnPage): string => {
  const body = renderToStaticMarkup(
    <LanguageOf language={language}>
      <OwnShell isIn={isIn} narrow={narrow ?? false}>
        {content}
      </OwnShell>
    </LanguageOf>,
  )
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${inert(title)} · Fare Legami</title><link rel="icon" href="${tabIcon}" type="image/svg+xml"><link rel="stylesheet" href="/assets/site.css"></head>
<body class="me">${body}</body></html>`
}
