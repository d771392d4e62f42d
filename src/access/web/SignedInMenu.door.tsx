import type { ReactElement } from 'react'
import { Button, TextLink } from '../../platform/web/kit/Button.tsx'
import { useChooseLanguage, useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useAct } from '../../platform/web/query.ts'
import { signInApi } from '../core/signIn.api.ts'
import { signInWords } from '../core/signIn.words.ts'
import { useSignOut } from './signOut.hooks.ts'

/** What a signed-in account finds in its menu: profile, language, lock, leave. */
export const SignedInMenu = (): ReactElement => {
  const [say, language, choose] = [useWords(signInWords), useLanguage(), useChooseLanguage()]
  const [lock, out] = [useAct(signInApi.lock), useSignOut()]
  const other = language === 'it' ? 'en' : 'it'
  return (
    <>
      <TextLink href={at('/profilo')} icon="person">
        {say('menu.profile')}
      </TextLink>
      <Button look="quiet" icon="globe" lang={other} onClick={() => choose(other)}>
        {say('other')}
      </Button>
      <Button look="quiet" icon="lock" busy={lock.isPending} onClick={() => lock.mutate({})}>
        {say('menu.lock')}
      </Button>
      <Button look="quiet" icon="leave" busy={out.isPending} onClick={out.leave}>
        {say('menu.out')}
      </Button>
    </>
  )
}
