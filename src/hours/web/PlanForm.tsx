import { type ReactElement, useMemo, useState } from 'react'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { type Fault, faultAt } from '../../platform/web/Faults.tsx'
import { Card, More, Note } from '../../platform/web/kit/Card.tsx'
import { DateInput, Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import { hourPageWords } from '../core/page.words.ts'
import { type PlannedGiveBack, shiftApi } from '../core/shift.api.ts'
import { shiftWords } from '../core/shift.words.ts'

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** 'Aiuto tra vicini, Caritas: Wednesdays'. */
export const useGiveBackName = (): ((one: PlannedGiveBack) => string) => {
  const words = useWords(shiftWords)
  return (one) => [words(`hours.form.${one.legalForm}`), one.hostLabel, one.schedule].filter(Boolean).join(', ')
}

type Missed = { readonly id: string; readonly label: string }

const WhenFields = ({ faults, missing }: { faults: readonly Fault[]; missing: boolean }): ReactElement => {
  const say = useWords(hourPageWords)
  return (
    <>
      <DateInput
        id="day"
        name="day"
        label={say('pact.day')}
        error={missing ? say('pact.timeMissing') : faultAt(faults, 'day')}
      />
      <TextInput id="from" name="from" type="time" short label={say('pact.from')} error={faultAt(faults, 'from')} />
      <TextInput id="to" name="to" type="time" short label={say('pact.to')} error={faultAt(faults, 'to')} />
      <TextInput
        id="weeks"
        name="weeks"
        type="number"
        min={1}
        max={52}
        short
        defaultValue="1"
        label={say('pact.weeks')}
        error={faultAt(faults, 'weeks')}
      />
    </>
  )
}

/** Plans one shift, or the same for some weeks. `missed`: those that a new one may make up for. */
export const PlanForm = (props: {
  pactId: string
  giveBack: readonly PlannedGiveBack[]
  missed: readonly Missed[]
}): ReactElement => {
  const [say, words, nameOf] = [useWords(hourPageWords), useWords(shiftWords), useGiveBackName()]
  const [tell, act] = [useStatus(), useAct(shiftApi.plan)]
  const [missing, setMissing] = useState(false)
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each plan asks for a key of its own
  const key = useMemo(() => crypto.randomUUID(), [round])
  return (
    <Card title={say('pact.plan')} level={2}>
      <ActForm
        act={act}
        go={say('pact.planGo')}
        icon="plus"
        onGo={({ giveBackId = '', day, from, to, weeks, guestNeeds = '', recoversId }, clear) => {
          setMissing(!day || !from || !to)
          if (!day || !from || !to) return
          const minutes = minutesOf(to) - minutesOf(from)
          const when = { day, from, to, minutes: Math.max(15, minutes), weeks: recoversId ? 1 : Number(weeks) || 1 }
          const body = { giveBackId, ...when, guestNeeds, recoversId: recoversId || null }
          const onSuccess = ({ ids }: { ids: string[] }): void => {
            clear()
            setRound(round + 1)
            tell({ text: say('pact.planned', { count: ids.length }) })
          }
          act.mutate({ params: { pactId: props.pactId }, body, key }, { onSuccess })
        }}
      >
        {(faults) => (
          <>
            <Select
              id="giveBackId"
              name="giveBackId"
              label={say('pact.giveBack')}
              options={props.giveBack.map((one) => ({ value: one.id, label: nameOf(one) }))}
            />
            <WhenFields faults={faults} missing={missing} />
            <TextInput
              id="guestNeeds"
              name="guestNeeds"
              optional
              maxLength={300}
              label={say('pact.needs')}
              hint={say('pact.needsHint')}
            />
            {props.missed.length > 0 && (
              <Select
                id="recoversId"
                name="recoversId"
                empty=""
                label={words('hours.state.recovered')}
                options={props.missed.map(({ id, label }) => ({ value: id, label }))}
              />
            )}
          </>
        )}
      </ActForm>
      <Note icon="heart">{words('hours.chosen')}</Note>
    </Card>
  )
}

/** A cover brought after signature. */
export const CoverForm = ({ pactId, one }: { pactId: string; one: PlannedGiveBack }): ReactElement => {
  const [say, tell, act] = [useWords(hourPageWords), useStatus(), useAct(shiftApi.addCover)]
  return (
    <More label={say('pact.addCover')}>
      <ActForm
        act={act}
        look="plain"
        go={say('pact.coverGo')}
        onGo={({ policy = '', insurer = '', from = '', to = '' }, clear) => {
          const onSuccess = (): void => {
            clear()
            tell({ text: say('pact.coverDone') })
          }
          act.mutate({ params: { pactId }, body: { giveBackId: one.id, policy, insurer, from, to } }, { onSuccess })
        }}
      >
        {(faults) => (
          <>
            <TextInput
              id={`policy-${one.id}`}
              name="policy"
              maxLength={80}
              label={say('pact.policy')}
              error={faultAt(faults, 'policy')}
            />
            <TextInput id={`insurer-${one.id}`} name="insurer" optional maxLength={120} label={say('pact.insurer')} />
            <DateInput
              id={`from-${one.id}`}
              name="from"
              label={say('pact.coverFrom')}
              error={faultAt(faults, 'from')}
            />
            <DateInput id={`to-${one.id}`} name="to" label={say('pact.coverTo')} error={faultAt(faults, 'to')} />
          </>
        )}
      </ActForm>
    </More>
  )
}
