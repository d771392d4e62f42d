import { createElement } from 'react'
import { renderOwnPage } from '../persons/server/ownPage.door.tsx'
import { platformWords } from '../platform/core/platform.words.ts'
import type { Refusal } from '../platform/core/refusal.ts'
import { type Language, say } from '../platform/core/words.ts'
import { sayRefusal } from './rooms.ts'
import { Refused } from './web/Refused.tsx'

/** A refusal as a whole page in the calm shell: what happened, what was kept, where to go. */
export const refusalPage = (language: Language, refusal: Refusal): string =>
  renderOwnPage({
    language,
    title: say(platformWords, language, 'platform.problemTitle'),
    isIn: false,
    narrow: true,
    content: createElement(Refused, { why: sayRefusal(language, refusal) }),
  })
