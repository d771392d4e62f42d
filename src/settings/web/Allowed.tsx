import type { ReactElement, ReactNode } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import { answerWords } from '../../platform/core/answer.words.ts'
import { MayNot } from '../../platform/web/kit/Lists.tsx'
import { Crumbs } from '../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'

type Crumb = { readonly label: string; readonly href?: `/${string}` }

/** A page of administration under its crumbs, shown to whoever may change the settings. */
export const Allowed = (props: { crumbs: readonly Crumb[]; children: ReactNode }): ReactElement | null => {
  const [say, sayAnswer] = [useWords(settingsWebWords), useWords(answerWords)]
  const account = useRead(signInApi.me).data?.account
  if (!account) return null
  if (!account.permissions.includes('settings.manage'))
    return (
      <MayNot level={1} title={sayAnswer('mayNot')}>
        {sayAnswer('mayNotHint')}
      </MayNot>
    )
  return (
    <>
      <Crumbs
        label={say('here')}
        items={[
          { label: say('title'), href: at('/amministrazione') },
          ...props.crumbs.map(({ label, href }) => (href ? { label, href: at(href) } : { label })),
        ]}
      />
      {props.children}
    </>
  )
}
