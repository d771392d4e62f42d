import { type ReactElement, useState } from 'react'
import { talentsOf } from '../../cases/core/assessment.ts'
import { assessmentApi } from '../../cases/core/diary.api.ts'
import { Cover, LegalForm } from '../../hours/core/cover.schema.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { DateInput, FieldError, Fieldset, TextInput } from '../../platform/web/kit/Field.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useRead } from '../../platform/web/query.ts'
import { firstNameOf } from './names.ts'
import { PartyField } from './PartyField.tsx'
import { usePactWords, useToday, useWhen } from './pact.hooks.ts'
import { ItemActs, Line, NumberField, Pick, Prose } from './WriteFields.tsx'
import { fieldId, useField, useIds, useList, useText } from './writing.hooks.ts'

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

type About = { caseId: string; name: string }

const useTalents = (caseId: string): readonly string[] => {
  const { data } = useRead(assessmentApi.latest, { params: { caseId } })
  return data?.assessment ? talentsOf(data.assessment).map(({ canBring }) => oneLine(canBring)) : []
}

const FormField = ({ path }: { path: string }): ReactElement => {
  const say = usePactWords()
  const field = useField(`${path}/legalForm`)
  const form = LegalForm.safeParse(field.value)
  return (
    <Pick
      path={`${path}/legalForm`}
      hint={form.success && say(`pacts.write.form.${form.data}`)}
      options={LegalForm.options.map((one) => ({ value: one, label: say(`hours.form.${one}`) }))}
    />
  )
}

/** A policy is added whole, since half a policy covers nobody. */
const NewCover = ({ path, onDone }: { path: string; onDone: () => void }): ReactElement => {
  const say = usePactWords()
  const today = useToday()
  const list = useList(path)
  const end = useText(({ term }) => term.end)
  const [values, setValues] = useState({ policy: '', insurer: '', from: today, to: end ?? '' })
  const [wrong, setWrong] = useState(false)
  const id = fieldId(`${path}-new`)
  const put = (name: keyof typeof values) => (event: { target: { value: string } }) =>
    setValues({ ...values, [name]: event.target.value })
  const add = (): void => {
    const whole = Cover.omit({ id: true }).safeParse(values)
    const holds = whole.success && values.from <= values.to
    setWrong(!holds)
    if (!holds) return
    list.add(whole.data, 'policy')
    onDone()
  }
  return (
    <div className="form">
      <TextInput
        id={`${id}-policy`}
        maxLength={80}
        label={say('pacts.field.covers.policy')}
        value={values.policy}
        onChange={put('policy')}
      />
      <TextInput
        id={`${id}-insurer`}
        maxLength={120}
        optional
        label={say('pacts.field.covers.insurer')}
        value={values.insurer}
        onChange={put('insurer')}
      />
      <DateInput id={`${id}-from`} label={say('pacts.field.covers.from')} value={values.from} onChange={put('from')} />
      <DateInput id={`${id}-to`} label={say('pacts.field.covers.to')} value={values.to} onChange={put('to')} />
      <div role="alert">{wrong && <FieldError id={id} error={say('pacts.write.coverMissing')} />}</div>
      <div className="btns">
        <Button icon="check" onClick={add}>
          {say('pacts.write.coverSave')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {say('pacts.cancel')}
        </Button>
      </div>
    </div>
  )
}

const CoverLine = ({ path, id }: { path: string; id: string }): ReactElement | null => {
  const say = usePactWords()
  const { day } = useWhen()
  const list = useList(path)
  const cover = Cover.safeParse(useField(`${path}/${id}`).value)
  if (!cover.success) return null
  const { policy, insurer, from, to } = cover.data
  const text = say(insurer ? 'pacts.write.coverSays' : 'pacts.write.coverSaysBare', {
    policy,
    insurer,
    from: day(from),
    to: day(to),
  })
  return (
    <li id={fieldId(`${path}/${id}/policy`)} tabIndex={-1}>
      {text}{' '}
      <Button look="quiet" icon="trash" about={policy} onClick={() => list.remove(id)}>
        {say('pacts.write.remove')}
      </Button>
    </li>
  )
}

const Covers = ({ path }: { path: string }): ReactElement => {
  const say = usePactWords()
  const ids = useIds(path)
  const [adding, setAdding] = useState(false)
  return (
    <div className="stack">
      <h4>{say('pacts.write.covers')}</h4>
      <p className="hint">{say('pacts.write.coversHint')}</p>
      <ul>
        {ids.map((id) => (
          <CoverLine key={id} path={path} id={id} />
        ))}
      </ul>
      {adding ? (
        <NewCover path={path} onDone={() => setAdding(false)} />
      ) : (
        <Button id={`add-${fieldId(path)}`} icon="plus" onClick={() => setAdding(true)}>
          {say('pacts.write.addCover')}
        </Button>
      )}
    </div>
  )
}

const GiveBackForm = (props: { id: string; index: number; count: number; about: About }): ReactElement => {
  const say = usePactWords()
  const list = useList('giveBack')
  const path = `giveBack/${props.id}`
  const title = say('pacts.write.giveBackOne', { number: props.index + 1 })
  return (
    <Fieldset id={fieldId(path)} boxed legend={title}>
      <div className="form">
        <Line path={`${path}/chosenTalent`} max={300} optional />
        <Prose path={`${path}/tasks`} max={1000} />
        <FormField path={path} />
        <PartyField
          path={`${path}/hostLabel`}
          idPath={`${path}/hostOrganisationId`}
          only="organisation"
          label={say('pacts.field.giveBack.hostLabel')}
        />
        <Line path={`${path}/hostTutor`} max={120} optional />
        <NumberField path={`${path}/plannedHours`} whole hint={say('pacts.write.hoursHint')} />
        <Line path={`${path}/schedule`} max={200} optional hint={say('pacts.write.scheduleHint')} />
        <Line path={`${path}/whoBenefits`} max={300} optional />
        <Covers path={`${path}/covers`} />
        <ItemActs
          about={title}
          first={props.index === 0}
          last={props.index === props.count - 1}
          onMove={(by) => list.move(props.id, by)}
          onRemove={() => list.remove(props.id)}
        />
      </div>
    </Fieldset>
  )
}

const empty = {
  legalForm: 'etsVolunteering',
  hostOrganisationId: null,
  hostLabel: '',
  plannedHours: 0,
  schedule: '',
  tasks: '',
  whoBenefits: '',
  hostTutor: '',
  chosenTalent: '',
  covers: [],
}

/** Time for others, chosen from what the person can bring. */
export const WriteGiving = ({ about }: { about: About }): ReactElement => {
  const say = usePactWords()
  const ids = useIds('giveBack')
  const list = useList('giveBack')
  const talents = useTalents(about.caseId)
  return (
    <Section id="f-giveBack" block title={say('pacts.write.giveBack')} count={ids.length || undefined}>
      <p className="soft">{say('pacts.write.giveBackHint')}</p>
      <div className="stack mt">
        <h3>{say('pacts.write.talents', { name: firstNameOf(about.name) })}</h3>
        {talents.length === 0 && <Note>{say('pacts.write.noTalents')}</Note>}
        <div className="btns">
          {talents.map((talent) => (
            <Button
              key={talent}
              icon="plus"
              onClick={() => list.add({ ...empty, chosenTalent: talent.slice(0, 300) }, 'tasks')}
            >
              {say('pacts.write.useTalent', { talent: talent.length > 90 ? `${talent.slice(0, 88)}…` : talent })}
            </Button>
          ))}
        </div>
        {ids.map((id, index) => (
          <GiveBackForm key={id} id={id} index={index} count={ids.length} about={about} />
        ))}
        <Button id="add-f-giveBack" icon="plus" onClick={() => list.add(empty, 'tasks')}>
          {say('pacts.write.addGiveBack')}
        </Button>
      </div>
    </Section>
  )
}
