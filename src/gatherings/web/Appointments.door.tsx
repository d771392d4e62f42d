import { type ReactElement, useMemo, useState } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import { dayName } from '../../platform/core/words.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { Answered } from '../../platform/web/Answered.tsx'
import { type Fault, faultAt } from '../../platform/web/Faults.tsx'
import { partsOf } from '../../platform/web/form.ts'
import { Card } from '../../platform/web/kit/Card.tsx'
import { ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { DateInput, Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Rows } from '../../platform/web/kit/Rows.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct, useRead } from '../../platform/web/query.ts'
import { type AppointmentRow, appointmentApi, type PactOfCase } from '../core/appointment.api.ts'
import { AppointmentKind } from '../core/appointment.schema.ts'
import { appointmentWords } from '../core/appointment.words.ts'
import { gatheringPageWords } from '../core/page.words.ts'
import { AppointmentLine, atOf } from './AppointmentLine.tsx'

type Colleague = { readonly accountId: string; readonly name: string }

const WhenFields = ({ faults, missing }: { faults: readonly Fault[]; missing: boolean }): ReactElement => {
  const say = useWords(gatheringPageWords)
  return (
    <>
      <DateInput
        id="day"
        name="day"
        label={say('fix.day')}
        error={missing ? say('fix.dayMissing') : faultAt(faults, 'at')}
      />
      <TextInput id="time" name="time" type="time" short label={say('fix.time')} />
      <TextInput
        id="minutes"
        name="minutes"
        type="number"
        min={5}
        max={720}
        short
        defaultValue="60"
        label={say('fix.minutes')}
        error={faultAt(faults, 'minutes')}
      />
      <TextInput
        id="place"
        name="place"
        maxLength={200}
        label={say('fix.place')}
        hint={say('fix.placeHint')}
        error={faultAt(faults, 'place')}
      />
    </>
  )
}

/** Which pact it is about: its review, or its follow-up, is then found from the pact too. */
const PactField = (props: { pacts: readonly PactOfCase[]; error?: string | undefined }): ReactElement | null => {
  const say = useWords(gatheringPageWords)
  if (props.pacts.length === 0) return null
  return (
    <Select
      id="pactId"
      name="pactId"
      label={say('fix.pact')}
      empty={say('fix.noPact')}
      error={props.error}
      options={props.pacts.map(({ id, number }) => ({ value: id, label: number }))}
    />
  )
}

type Fixing = { readonly caseId: string; readonly equipe: readonly Colleague[]; readonly pacts: readonly PactOfCase[] }

const FixForm = ({ caseId, equipe, pacts }: Fixing): ReactElement => {
  const [say, words, language] = [useWords(gatheringPageWords), useWords(appointmentWords), useLanguage()]
  const [tell, act] = [useStatus(), useAct(appointmentApi.fix)]
  const [missing, setMissing] = useState(false)
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each appointment asks for a key of its own
  const key = useMemo(() => crypto.randomUUID(), [round])
  const me = useRead(signInApi.me).data?.account?.id ?? ''
  const people = [...new Map(equipe.map(({ accountId, name }) => [accountId, name]))]
  return (
    <Card title={say('fix.title')} level={2}>
      <ActForm
        act={act}
        go={say('fix.go')}
        icon="calendar"
        onGo={(texts, clear) => {
          const at = atOf(texts.day, texts.time)
          setMissing(!at)
          if (!at) return
          const kind = AppointmentKind.catch('meeting').parse(texts.kind)
          const about = { title: texts.title || words(`gatherings.kind.${kind}`), kind, place: texts.place ?? '' }
          const body = {
            ...about,
            pactId: texts.pactId || null,
            at,
            minutes: Number(texts.minutes),
            accountIds: partsOf(texts.accountIds),
          }
          const onSuccess = (): void => {
            clear()
            setRound(round + 1)
            tell({ text: say('fix.done', { day: dayName(language, at) }) })
          }
          act.mutate({ params: { caseId }, body, key }, { onSuccess })
        }}
      >
        {(faults) => (
          <>
            <Select
              id="kind"
              name="kind"
              label={say('fix.kind')}
              options={AppointmentKind.options.map((value) => ({ value, label: words(`gatherings.kind.${value}`) }))}
            />
            <PactField pacts={pacts} error={faultAt(faults, 'pactId')} />
            <TextInput id="title" name="title" optional maxLength={200} label={say('fix.what')} />
            <WhenFields faults={faults} missing={missing} />
            <ChoiceGroup
              id="accountIds"
              name="accountIds"
              many
              label={say('fix.who')}
              defaultValue={[me]}
              options={people.map(([value, label]) => ({ value, label }))}
            />
          </>
        )}
      </ActForm>
    </Card>
  )
}

const Group = (props: {
  id: string
  title: string
  rows: readonly AppointmentRow[]
  now: string
}): ReactElement | null =>
  props.rows.length === 0 ? null : (
    <Section id={props.id} title={props.title} count={props.rows.length}>
      <Rows>
        {props.rows.map((one) => (
          <AppointmentLine key={one.id} one={one} now={props.now} />
        ))}
      </Rows>
    </Section>
  )

/** The appointments of a case, those to come first, and the form for the next one. */
export const CaseAppointments = (props: {
  caseId: string
  personLabel: string
  equipe: readonly Colleague[]
}): ReactElement | null => {
  const say = useWords(gatheringPageWords)
  const found = useRead(appointmentApi.ofCase, { params: { caseId: props.caseId } })
  const now = new Date().toISOString()
  return (
    <Answered of={found}>
      {({ rows, canWrite, pacts }) => (
        <>
          {rows.length === 0 && (
            <EmptyState icon="calendar" title={say('case.none')}>
              {say('case.noneHint', { name: props.personLabel })}
            </EmptyState>
          )}
          <Group
            id="prossimi"
            title={say('case.coming')}
            now={now}
            rows={rows.filter(({ outcome }) => outcome === null).reverse()}
          />
          {canWrite && <FixForm caseId={props.caseId} equipe={props.equipe} pacts={pacts} />}
          <Group
            id="passati"
            title={say('case.past')}
            now={now}
            rows={rows.filter(({ outcome }) => outcome !== null)}
          />
        </>
      )}
    </Answered>
  )
}
