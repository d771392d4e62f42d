import { tabIcon } from '../platform/core/icon.ts'
import { platformWords } from '../platform/core/platform.words.ts'
import type { Refusal } from '../platform/core/refusal.ts'
import { type Language, say } from '../platform/core/words.ts'
import { sayRefusal } from './rooms.ts'

const inert = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A refusal as a whole page: what happened, what was kept, where to go. */
export const refusalPage = (language: Language, refusal: Refusal, status: number): string => {
  const title = say(platformWords, language, 'platform.problemTitle')
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${inert(title)} · Fare Legami</title><link rel="icon" href="${tabIcon}" type="image/svg+xml"><link rel="stylesheet" href="/assets/site.css"></head>
<body class="public"><main class="wrap stack" id="contenuto" style="padding-block:3rem"><p class="eyebrow">${status}</p><h1 class="sentence">${inert(sayRefusal(language, refusal))}</h1>
<p><a class="btn" href="/">${inert(say(platformWords, language, 'platform.backHome'))}</a></p></main></body></html>`
}
