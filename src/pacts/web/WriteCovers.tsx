import { type ReactElement, useState } from 'react'
import { Cover } from '../../hours/core/cover.schema.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { DateInput, FieldError, TextInput } from '../../platform/web/kit/Field.tsx'
import { usePactWords, useToday, useWhen } from './pact.hooks.ts'
import { fieldId, useField, useIds, useList, useText } from './writing.hooks.ts'

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

/** The insurance policies of one activity. */
export const WriteCovers = ({ path }: { path: string }): ReactElement => {
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
