import { type ReactElement, useMemo } from 'react'
import type { z } from 'zod'
import { longDate } from '../../platform/core/words.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { faultAt } from '../../platform/web/Faults.tsx'
import { More } from '../../platform/web/kit/Card.tsx'
import { DateInput, Select } from '../../platform/web/kit/Field.tsx'
import { MayNot } from '../../platform/web/kit/Lists.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useFilters, useGo } from '../../platform/web/navigation.ts'
import { useAct } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { interviewWords } from '../core/interview.words.ts'
import { waveApi } from '../core/wave.api.ts'
import { Moment } from '../core/wave.schema.ts'
import { waveWords } from '../core/wave.words.ts'

type Listed = z.output<typeof waveApi.list.reply>

/** Today where the worker sits, as a day. */
const today = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' })

const BeginForm = ({ caseId, moment }: { caseId: string; moment: Moment }): ReactElement => {
  const [say, waves, act] = [useWords(interviewWords), useWords(waveWords), useAct(waveApi.begin, ['waves'])]
  const id = useMemo(() => crypto.randomUUID(), [])
  return (
    <ActForm
      act={act}
      go={say('start.go')}
      icon="chat"
      onGo={(texts) =>
        act.mutate({
          body: { id, caseId, moment: Moment.catch('other').parse(texts.moment), heldOn: texts.heldOn ?? '' },
          key: `${id}-${texts.heldOn}-${texts.moment}`,
        })
      }
    >
      {(faults) => (
        <>
          <DateInput
            id="heldOn"
            name="heldOn"
            defaultValue={today()}
            max={today()}
            label={say('start.day')}
            error={faultAt(faults, 'heldOn')}
          />
          <Select
            id="moment"
            name="moment"
            defaultValue={moment}
            label={say('start.moment')}
            options={Moment.options.map((value) => ({ value, label: waves(`waves.moment.${value}`) }))}
          />
        </>
      )}
    </ActForm>
  )
}

/** The person says no: that is all that is written. */
const RefusedForm = ({ caseId, moment, name }: { caseId: string; moment: Moment; name: string }): ReactElement => {
  const [say, tell, go, act] = [useWords(interviewWords), useStatus(), useGo(), useAct(waveApi.refuse)]
  const id = useMemo(() => crypto.randomUUID(), [])
  return (
    <More label={say('start.refused')}>
      <ActForm
        act={act}
        look="plain"
        go={say('start.refused')}
        onGo={() => {
          const onSuccess = (): void => {
            tell({ text: say('start.refusedDone', { name }) })
            go(`/casi/${caseId}/legami`)
          }
          act.mutate({ body: { id, caseId, moment, heldOn: today() }, key: id }, { onSuccess })
        }}
      >
        {() => <p>{say('start.refusedHint')}</p>}
      </ActForm>
    </More>
  )
}

const order: readonly Moment[] = ['T0', 'T1', 'T2', 'T3']

/** Before the conversation: its day, where the pact stands, and the way to say no. */
export const InterviewStart = ({ caseId, listed }: { caseId: string; listed: Listed }): ReactElement => {
  const [say, language] = [useWords(interviewWords), useLanguage()]
  const [filters] = useFilters()
  const { rows, person: name, canInterview } = listed
  const ended = rows.filter(({ state }) => state === 'done')
  const last = ended.at(-1)
  const asked = Moment.safeParse(filters.momento)
  const moment = asked.success ? asked.data : (order[ended.length] ?? 'other')
  if (!canInterview)
    return (
      <MayNot level={1} title={say('crumb')}>
        {say('start.mayNot', { name })}
      </MayNot>
    )
  return (
    <>
      <Sentence
        lead={
          last
            ? `${say('start.lead')} ${say('start.again', { day: longDate(language, last.heldOn) })}`
            : say('start.lead')
        }
      >
        {weighed(say('start.title', { name }))}
      </Sentence>
      <div className="block blocks">
        <BeginForm caseId={caseId} moment={moment} />
        <RefusedForm caseId={caseId} moment={moment} name={name} />
      </div>
    </>
  )
}
