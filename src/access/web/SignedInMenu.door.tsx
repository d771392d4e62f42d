import type { ReactElement } from 'react'
import { Icon } from '../../platform/web/kit/Icon.tsx'
import type { IconName } from '../../platform/web/kit/icons.ts'
import { useChooseLanguage, useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useAct } from '../../platform/web/query.ts'
import { signInApi } from '../core/signIn.api.ts'
import { signInWords } from '../core/signIn.words.ts'
import { useSignOut } from './signOut.hooks.ts'

const Item = (props: { icon: IconName; label: string; lang?: string; onGo: () => void }): ReactElement => (
  <button type="button" lang={props.lang} onClick={props.onGo}>
    <Icon name={props.icon} />
    {props.label}
  </button>
)

/** What a signed-in account finds in its menu: profile, language, lock, leave. */
export const SignedInMenu = (): ReactElement => {
  const [say, language, choose] = [useWords(signInWords), useLanguage(), useChooseLanguage()]
  const [lock, out] = [useAct(signInApi.lock, ['access']), useSignOut()]
  const other = language === 'it' ? 'en' : 'it'
  return (
    <>
      <a href={at('/profilo')}>
        <Icon name="person" />
        {say('menu.profile')}
      </a>
      <Item icon="globe" label={say('other')} lang={other} onGo={() => choose(other)} />
      <Item icon="lock" label={say('menu.lock')} onGo={() => lock.isPending || lock.mutate({})} />
      <Item icon="leave" label={say('menu.out')} onGo={() => out.isPending || out.leave()} />
    </>
  )
}
