import { type FormEvent, type ReactElement, useState } from 'react'
import type { Texts } from '../../platform/core/clash.ts'
import { call, Refused } from '../../platform/web/call.ts'
import { type Fault, Faults, faultAt, faultsIn } from '../../platform/web/Faults.tsx'
import { textsIn } from '../../platform/web/form.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { More } from '../../platform/web/kit/Card.tsx'
import { Choice } from '../../platform/web/kit/Choice.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import { deadlineNames, deadlineText } from '../core/deadlines.ts'
import { districtCodeFrom, districtTexts } from '../core/entries.ts'
import { deadlineField, readDeadlines } from '../core/programme.form.ts'
import { settingsApi } from '../core/settings.api.ts'
import type { Deadlines, District, Versioned } from '../core/settings.schema.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'
import { DeadlineFields, deadlineFault } from './DeadlineFields.tsx'
import { EntryClashes } from './EntryClashes.tsx'
import { useEntry } from './entry.hooks.ts'

const fields = ['name', 'seat', 'controller', 'controllerContact', 'dpoContact'] as const
const lengths = { name: 120, seat: 80, controller: 200, controllerContact: 200, dpoContact: 200 }

const useReading = (): ((texts: Texts) => { faults: Fault[]; district: Omit<District, 'id' | 'code'> }) => {
  const say = useWords(settingsWebWords)
  return (texts) => {
    const { deadlines, wrong } = readDeadlines(texts)
    const { name = '', seat = '', controller = '', controllerContact = '', dpoContact = '' } = texts
    return {
      faults: [
        ...(name.trim() === '' ? [{ field: 'name', message: say('nameMissing') }] : []),
        ...wrong.map((deadline) => ({ field: deadlineField(deadline), message: deadlineFault(say, deadline) })),
      ],
      district: {
        ...{ name: name.trim(), seat, controller, controllerContact, dpoContact, deadlines },
        state: texts.closed === 'yes' ? 'closed' : 'active',
      },
    }
  }
}

const OwnDeadlines = (props: {
  district: District | undefined
  followed: Deadlines
  faults: readonly Fault[]
}): ReactElement => {
  const say = useWords(settingsWebWords)
  const own = props.district?.deadlines ?? {}
  const texts = Object.fromEntries(deadlineNames.map((name) => [deadlineField(name), deadlineText(own[name])]))
  const open = Object.keys(own).length > 0 || props.faults.some(({ field }) => field.startsWith('deadline-'))
  return (
    <More label={say('ownDeadlines')} open={open}>
      <p className="hint">{say('ownDeadlinesHint')}</p>
      <div className="form">
        <DeadlineFields texts={texts} faults={props.faults} followed={props.followed} />
      </div>
    </More>
  )
}

type Kept = Versioned<District>
type Props = { readonly district: Kept | undefined; readonly taken: readonly string[]; readonly followed: Deadlines }

/** Texts joined by hand may be no number: the form then says so as the server would. */
const unfit = (faults: readonly Fault[]): Refused =>
  new Refused({ status: 422, code: 'settings.unfit', title: faults.map(({ message }) => message).join(' ') })

const useSaving = ({ district, taken }: Props) => {
  const [act, read] = [useAct(settingsApi.saveDistrict), useReading()]
  return useEntry<Kept>({
    opened: district,
    back: '/amministrazione/ambiti',
    textsOf: districtTexts,
    reload: async () => (await call(settingsApi.districts)).rows.find(({ code }) => code === district?.code),
    send: async (texts, _now, version) => {
      const found = read(texts)
      if (found.faults.length > 0) throw unfit(found.faults)
      const code = district?.code ?? districtCodeFrom(found.district.name, taken)
      await act.mutateAsync({ params: { code }, body: { ...found.district, version } })
    },
  })
}

/** Adds a district, or changes the one given. */
export const DistrictForm = (props: Props): ReactElement => {
  const [say, read] = [useWords(settingsWebWords), useReading()]
  const [own, setOwn] = useState<readonly Fault[]>([])
  const { district } = props
  const saving = useSaving(props)
  const faults = own.length > 0 ? own : faultsIn(saving.problem)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const texts = textsIn(event.currentTarget)
    const found = read(texts)
    setOwn(found.faults)
    if (found.faults.length === 0) saving.save(texts)
  }
  if (saving.clashes.length > 0) return <EntryClashes saving={saving} />
  return (
    <Form onSubmit={submit}>
      <Faults faults={faults} error={saving.problem} />
      {fields.map((field) => (
        <TextInput
          key={field}
          id={field}
          name={field}
          label={say(field === 'name' ? 'districtName' : field)}
          hint={field === 'controller' ? say('controllerHint') : undefined}
          optional={field !== 'name'}
          maxLength={lengths[field]}
          defaultValue={district?.[field] ?? ''}
          error={faultAt(faults, field)}
          autoComplete="off"
        />
      ))}
      {district && (
        <Choice
          name="closed"
          value="yes"
          label={say('state')}
          detail={say('stateHint')}
          defaultChecked={district.state === 'closed'}
        />
      )}
      <OwnDeadlines district={district} followed={props.followed} faults={faults} />
      <div className="btns">
        <Button type="submit" look="main" busy={saving.busy}>
          {say('save')}
        </Button>
      </div>
    </Form>
  )
}
