import { renderOwnPage } from '../../persons/server/ownPage.door.tsx'
import { done } from '../../platform/core/refusal.ts'
import { say } from '../../platform/core/words.ts'
import type { House } from '../../platform/server/house.ts'
import { servePage } from '../../platform/server/page.ts'
import { ownMeasurePages } from '../core/own.page.ts'
import { ownMeasureWords } from '../core/own.words.ts'
import { OwnMeasures } from '../web/OwnMeasures.tsx'
import { listOwn } from './share.store.ts'

/** What a worker chose to show to the person: plain HTML, no script. */
export const ownMeasureRoutes = (house: House): void =>
  servePage(house, ownMeasurePages.measures, async (tx, { language }) => {
    const content = <OwnMeasures rows={await listOwn(tx)} />
    return done({
      html: renderOwnPage({ language, title: say(ownMeasureWords, language, 'title'), isIn: true, content }),
    })
  })
