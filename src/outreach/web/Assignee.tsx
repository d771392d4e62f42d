import type { ReactElement } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Select } from '../../platform/web/kit/Field.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useAct, useRead } from '../../platform/web/query.ts'
import { outreachWebWords } from '../core/outreach.web.words.ts'
import { type OpenReferral, referralsApi } from '../core/referrals.api.ts'

/** Who follows the referral, and how urgent it is. */
export const Assignee = ({ one }: { one: OpenReferral }): ReactElement => {
  const say = useWords(outreachWebWords)
  const tell = useStatus()
  const [assign, change] = [useAct(referralsApi.assign), useAct(referralsApi.change)]
  const me = useRead(signInApi.me).data?.account
  const params = { referralId: one.id }
  const workers = useRead(referralsApi.workers, { params }).data?.rows ?? []
  const give = (accountId: string | null): void =>
    assign.mutate(
      { params, body: { accountId, version: one.version } },
      { onSuccess: () => tell({ text: say('web.assigned.done') }) },
    )
  const setUrgent = (urgent: boolean): void =>
    change.mutate(
      { params, body: { urgent, version: one.version } },
      { onSuccess: () => tell({ text: say('web.changed'), undo: undefined }) },
    )
  const isMine = one.assignedTo !== null && one.assignedTo === me?.id
  return (
    <Section id="affidata" title={say('web.assign')}>
      <p>{one.assigneeName ? say('web.with', { who: one.assigneeName }) : say('web.withNobody')}</p>
      <ActForm
        act={assign}
        look="plain"
        go={say('web.assignGo')}
        onGo={(texts) => give(texts.worker || null)}
        tail={
          me && !isMine && workers.some(({ id }) => id === me.id) ? (
            <Button onClick={() => give(me.id)}>{say('web.assignMe')}</Button>
          ) : null
        }
      >
        {() => (
          <Select
            id="worker"
            name="worker"
            label={say('web.assignTo')}
            empty={say('web.assigned.nobody')}
            key={workers.length}
            defaultValue={one.assignedTo ?? ''}
            options={workers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </ActForm>
      <p className="mt">
        <Button icon="bell" look="quiet" busy={change.isPending} onClick={() => setUrgent(!one.urgent)}>
          {say(one.urgent ? 'web.urgentOff' : 'web.urgentOn')}
        </Button>
      </p>
    </Section>
  )
}
