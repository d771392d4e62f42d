import { type FormEvent, type ReactElement, useState } from 'react'
import { type Fault, Faults, faultAt } from '../../platform/web/Faults.tsx'
import { textsIn } from '../../platform/web/form.ts'
import { useIntention } from '../../platform/web/intention.hooks.ts'
import { Button, Buttons, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Card, More } from '../../platform/web/kit/Card.tsx'
import { Choice, ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { Select, TextArea, TextInput } from '../../platform/web/kit/Field.tsx'
import { Crumbs, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useAct } from '../../platform/web/query.ts'
import { deskCall, deskFaults } from '../core/desk.form.ts'
import { outreachWebWords } from '../core/outreach.web.words.ts'
import { AgeBand, textAtMost } from '../core/referral.schema.ts'
import { referralWords } from '../core/referral.words.ts'
import { referralsApi } from '../core/referrals.api.ts'
import { useMyDistricts, useTownsIn } from './district.hooks.ts'
import { useEntries } from './entries.hooks.ts'

type Written = { readonly id: string | null; readonly code: string | null }

const What = ({ faults }: { faults: readonly Fault[] }): ReactElement => {
  const say = useWords(outreachWebWords)
  const towns = useTownsIn(useMyDistricts().map(({ value }) => value))
  return (
    <>
      <TextArea
        id="text"
        name="text"
        label={say('web.desk.text')}
        hint={say('web.desk.textHint')}
        error={faultAt(faults, 'text')}
        rows={4}
        maxLength={textAtMost}
        autoFocus
      />
      <Select
        id="town"
        name="town"
        label={say('web.desk.town')}
        empty={say('web.desk.choose')}
        options={towns}
        error={faultAt(faults, 'town')}
      />
    </>
  )
}

const Whose = ({ faults }: { faults: readonly Fault[] }): ReactElement => {
  const say = useWords(outreachWebWords)
  const channels = useEntries('referralChannel')
  const [isOther, setOther] = useState(false)
  return (
    <>
      <ChoiceGroup
        id="who"
        name="who"
        label={say('web.desk.who')}
        error={faultAt(faults, 'who-0')}
        options={[
          { value: 'self', label: say('web.desk.who.self') },
          { value: 'other', label: say('web.desk.who.other') },
        ]}
        input={{ onChange: (event) => setOther(event.target.value === 'other') }}
      />
      {isOther && (
        <Select
          key={channels.all.length}
          id="channel"
          name="channel"
          label={say('web.desk.channel')}
          options={channels.options().filter(({ value }) => value !== 'self')}
          defaultValue="neighbour"
        />
      )}
    </>
  )
}

/** Permission is asked before a name or a number can be written. */
const Reach = ({ faults }: { faults: readonly Fault[] }): ReactElement => {
  const say = useWords(outreachWebWords)
  const [answer, setAnswer] = useState('')
  return (
    <>
      <ChoiceGroup
        id="permission"
        name="permission"
        label={say('web.desk.permission')}
        hint={say('web.desk.permissionHint')}
        error={faultAt(faults, 'permission-0')}
        options={[
          { value: 'yes', label: say('web.desk.permission.yes') },
          { value: 'no', label: say('web.desk.permission.no'), detail: say('web.desk.permission.noDetail') },
        ]}
        input={{ onChange: (event) => setAnswer(event.target.value) }}
      />
      {answer === 'yes' && (
        <>
          <TextInput
            id="phone"
            name="phone"
            type="tel"
            label={say('web.desk.phone')}
            error={faultAt(faults, 'phone')}
            autoComplete="off"
          />
          <TextInput id="name" name="name" optional label={say('web.desk.name')} maxLength={120} autoComplete="off" />
          <TextInput id="email" name="email" type="email" optional label={say('web.desk.email')} autoComplete="off" />
        </>
      )}
    </>
  )
}

const About = (): ReactElement => {
  const [say, words] = [useWords(outreachWebWords), useWords(referralWords)]
  const signs = useEntries('observedSign').options()
  return (
    <>
      <Choice name="urgent" value="yes" label={say('web.desk.urgent')} />
      <More label={say('web.desk.more')}>
        <Select
          id="age"
          name="age"
          label={say('web.desk.age')}
          options={AgeBand.options.map((value) => ({ value, label: words(`outreach.age.${value}`) }))}
          defaultValue="unknown"
        />
        {signs.length > 0 && <ChoiceGroup id="signs" name="signs" many label={say('web.desk.signs')} options={signs} />}
      </More>
    </>
  )
}

const Done = ({ written, onMore }: { written: Written; onMore: () => void }): ReactElement => {
  const say = useWords(outreachWebWords)
  return (
    <>
      <Sentence lead={say(written.id ? 'web.desk.doneLead' : 'web.desk.countedLead')}>
        {say(written.id ? 'web.desk.done' : 'web.desk.counted')}
      </Sentence>
      {written.code && (
        <Card warm title={say('web.desk.code')}>
          <p>
            <strong className="receipt">{written.code}</strong>
          </p>
          <p>{say('web.desk.codeHint')}</p>
        </Card>
      )}
      <Buttons>
        {written.id && <LinkButton href={at(`/segnalazioni/${written.id}`)}>{say('web.desk.open')}</LinkButton>}
        <Button look="main" icon="plus" autoFocus onClick={onMore}>
          {say('web.desk.again')}
        </Button>
      </Buttons>
    </>
  )
}

const Asking = ({ onDone }: { onDone: (written: Written) => void }): ReactElement => {
  const say = useWords(outreachWebWords)
  const [act, keyOf] = [useAct(referralsApi.record), useIntention()]
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const texts = textsIn(event.currentTarget)
    const found = deskFaults(texts).map(({ field, key }) => ({ field, message: say(key) }))
    setFaults(found)
    if (found.length > 0 || act.isPending) return
    const body = deskCall(texts, `${say('web.desk.permission')} ${say('web.desk.permission.yes')}`)
    act.mutate({ body, key: keyOf(body) }, { onSuccess: onDone })
  }
  return (
    <>
      <Sentence lead={say('web.desk.lead')}>{say('web.desk.sentence')}</Sentence>
      <Form onSubmit={submit}>
        <Faults faults={faults} error={faults.length > 0 ? null : act.error} />
        <What faults={faults} />
        <Whose faults={faults} />
        <Reach faults={faults} />
        <About />
        <Buttons>
          <Button type="submit" look="main" icon="save" busy={act.isPending}>
            {say('web.desk.save')}
          </Button>
          <LinkButton href={at('/segnalazioni')}>{say('web.cancel')}</LinkButton>
        </Buttons>
      </Form>
    </>
  )
}

/** Writes down a call or a visit while it goes on: under a minute, and nothing of anybody without their permission. */
export const DeskCallPage = (): ReactElement => {
  const say = useWords(outreachWebWords)
  const [written, setWritten] = useState<Written | null>(null)
  return (
    <>
      <Crumbs
        label={say('web.here')}
        items={[{ label: say('web.title'), href: at('/segnalazioni') }, { label: say('web.desk') }]}
      />
      {written ? <Done written={written} onMore={() => setWritten(null)} /> : <Asking onDone={setWritten} />}
    </>
  )
}
