import type { ReactElement } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { faultAt } from '../../platform/web/Faults.tsx'
import { Callout, More } from '../../platform/web/kit/Card.tsx'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useAct, useRead } from '../../platform/web/query.ts'
import { personDeskWords } from '../core/desk.words.ts'
import { personApi } from '../core/person.api.ts'
import type { Follower } from '../core/sheet.schema.ts'
import { followersOf } from './PersonLine.tsx'

const Answer = ({ followedBy }: { followedBy: readonly Follower[] }): ReactElement => {
  const say = useWords(personDeskWords)
  return (
    <div role="status">
      <Callout tone="calm">
        {followedBy.length > 0 ? say('people.askTo', { who: followersOf(followedBy) }) : say('people.askCodeNone')}
      </Callout>
    </div>
  )
}

/** For whoever works with people and does not keep the registry: whom to ask about somebody they cannot find. */
export const AskFollowed = (): ReactElement | null => {
  const say = useWords(personDeskWords)
  const held = useRead(signInApi.me).data?.account?.permissions ?? []
  const act = useAct(personApi.askFollowed, [])
  if (!held.includes('cases.work') || held.includes('persons.register')) return null
  return (
    <More label={say('people.askCode')}>
      <ActForm
        act={act}
        go={say('people.askCodeGo')}
        look="plain"
        onGo={({ codiceFiscale = '' }) => act.mutate({ body: { codiceFiscale } })}
      >
        {(faults) => (
          <TextInput
            id="codiceFiscale"
            name="codiceFiscale"
            maxLength={24}
            autoComplete="off"
            label={say('people.code')}
            hint={say('people.askCodeHint')}
            error={faultAt(faults, 'codiceFiscale')}
          />
        )}
      </ActForm>
      {act.data && <Answer followedBy={act.data.followedBy} />}
    </More>
  )
}
