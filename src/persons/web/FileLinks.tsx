import type { ReactElement } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { fileWords } from '../core/file.words.ts'

/** From a person to their file: to begin one, to open it, or in an emergency; what the reader may not do is not shown. */
export const FileLinks = (props: { personId: string; followed: boolean; isWhole: boolean }): ReactElement | null => {
  const say = useWords(fileWords)
  const me = useRead(signInApi.me)
  const may = me.data?.account?.permissions ?? []
  const { personId, followed, isWhole } = props
  if (!followed)
    return may.includes('cases.open') ? (
      <LinkButton icon="note" href={at(`/casi/nuovo?persona=${personId}`)}>
        {say('file.start')}
      </LinkButton>
    ) : null
  if (isWhole && (may.includes('cases.work') || may.includes('cases.all')))
    return (
      <LinkButton icon="note" href={at(`/casi?persona=${personId}`)}>
        {say('file.open')}
      </LinkButton>
    )
  return !isWhole && may.includes('cases.breakGlass') ? (
    <LinkButton icon="unlock" href={at(`/casi/apri-urgenza?persona=${personId}`)}>
      {say('file.glass')}
    </LinkButton>
  ) : null
}
