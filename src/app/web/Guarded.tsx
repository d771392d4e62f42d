import type { ComponentType, ReactElement } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import { answerWords } from '../../platform/core/answer.words.ts'
import { MayNot } from '../../platform/web/kit/Lists.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { type DeskPage, mayOpenPage } from '../../platform/web/pages.ts'
import { useRead } from '../../platform/web/query.ts'
import { usePageTitle } from './title.hooks.ts'

const NotYours = (): ReactElement => {
  const say = useWords(answerWords)
  return (
    <MayNot level={1} title={say('mayNot')}>
      {say('mayNotHint')}
    </MayNot>
  )
}

/** The page as its room made it, for whoever may open it; else the same words whatever the page. */
export const guarded = (page: DeskPage, Page: ComponentType): ComponentType =>
  function Guarded(): ReactElement {
    usePageTitle(page)
    const me = useRead(signInApi.me)
    const { account } = me.data ?? {}
    // before anybody is signed in the frame decides; behind the lock what was open stays as it was
    const isTurnedAway = me.data?.step === 'open' && account && !mayOpenPage(page, account.permissions)
    return isTurnedAway ? <NotYours /> : <Page />
  }
