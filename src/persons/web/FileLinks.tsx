import type { ReactElement } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { fileWords } from '../core/file.words.ts'

type About = { personId: string; followed: boolean; isWhole: boolean }

/** Files that are closed and pacts, also those under a record that was joined to this one. */
const Before = ({ personId, followed }: About): ReactElement => {
  const say = useWords(fileWords)
  return (
    <>
      {!followed && (
        <LinkButton look="quiet" icon="archive" href={at(`/casi?persona=${personId}`)}>
          {say('file.before')}
        </LinkButton>
      )}
      <LinkButton look="quiet" icon="pact" href={at(`/patti?persona=${personId}`)}>
        {say('file.pacts')}
      </LinkButton>
    </>
  )
}

const Open = ({ about, may }: { about: About; may: readonly string[] }): ReactElement | null => {
  const say = useWords(fileWords)
  const { personId, followed, isWhole } = about
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

/** From a person to their file: to begin one, to open it, or in an emergency; what the reader may not do is not shown. */
export const FileLinks = (about: About): ReactElement => {
  const me = useRead(signInApi.me)
  const may = me.data?.account?.permissions ?? []
  const reads = may.includes('cases.work') || may.includes('cases.all')
  return (
    <>
      <Open about={about} may={may} />
      {about.isWhole && reads && <Before {...about} />}
    </>
  )
}
