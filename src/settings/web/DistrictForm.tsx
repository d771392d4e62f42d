import { type FormEvent, type ReactElement, useState } from 'react'
import type { Texts } from '../../platform/core/clash.ts'
import { type Fault, Faults, faultAt, faultsIn } from '../../platform/web/Faults.tsx'
import { textsIn } from '../../platform/web/form.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { More } from '../../platform/web/kit/Card.tsx'
import { Choice } from '../../platform/web/kit/Choice.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useGo } from '../../platform/web/navigation.ts'
import { useAct } from '../../platform/web/query.ts'
import { deadlineNames, deadlineText } from '../core/deadlines.ts'
import { districtCodeFrom } from '../core/entries.ts'
import { deadlineField, readDeadlines } from '../core/programme.form.ts'
import { settingsApi } from '../core/settings.api.ts'
import type { Deadlines, District } from '../core/settings.schema.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'
import { DeadlineFields, deadlineFault } from './DeadlineFields.tsx'

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

/** Adds a district, or changes the one given. */
export const DistrictForm = (props: {
  district: District | undefined
  taken: readonly string[]
  followed: Deadlines
}): ReactElement => {
  const say = useWords(settingsWebWords)
  const [tell, go, read] = [useStatus(), useGo(), useReading()]
  const [own, setOwn] = useState<readonly Fault[]>([])
  const act = useAct(settingsApi.saveDistrict)
  const { district } = props
  const faults = own.length > 0 ? own : faultsIn(act.error)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const found = read(textsIn(event.currentTarget))
    setOwn(found.faults)
    if (found.faults.length > 0) return
    const code = district?.code ?? districtCodeFrom(found.district.name, props.taken)
    const onSuccess = (): void => {
      tell({ text: say('saved') })
      go('/amministrazione/ambiti')
    }
    act.mutate({ params: { code }, body: found.district }, { onSuccess })
  }
  return (
    <Form onSubmit={submit}>
      <Faults faults={faults} error={act.error} />
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
        <Button type="submit" look="main" busy={act.isPending}>
          {say('save')}
        </Button>
      </div>
    </Form>
  )
}
