import { type ReactElement, useState } from 'react'
import { call } from '../../platform/web/call.ts'
import { Button, LinkButton } from '../../platform/web/kit/Button.tsx'
import { ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { ErrorSummary } from '../../platform/web/kit/ErrorSummary.tsx'
import { DateInput, Select, TextArea, TextInput } from '../../platform/web/kit/Field.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { at, useGo, useParams } from '../../platform/web/navigation.ts'
import { followApi } from '../core/follow.api.ts'
import { WorkOutcome } from '../core/pact.schema.ts'
import type { FollowUp, PactSheet } from '../core/pact.sheet.ts'
import { type FieldErrors, type FormState, mendOf, textIn, useForm } from './form.hooks.ts'
import { Loaded } from './Loaded.tsx'
import { NotToHold } from './NotToHold.tsx'
import { firstNameOf } from './names.ts'
import { PactCrumbs } from './PactHead.tsx'
import { usePactWords, useSheet, useToday } from './pact.hooks.ts'
import { TypedBefore } from './TypedBefore.tsx'
import { useTold } from './told.hooks.ts'

type About = { sheet: PactSheet; one: FollowUp }
const ids = ['after-heldOn', 'after-answer-0', 'after-personVoice', 'after-stillAliveTies', 'after-work']

const useAsking = ({ sheet, one }: About): FormState => {
  const say = usePactWords()
  const go = useGo()
  const told = useTold()
  const pactId = sheet.pact.id
  return useForm(
    ids,
    async (data): Promise<FieldErrors | undefined> => {
      const heldOn = textIn(data, 'heldOn')
      const answer = textIn(data, 'answer')
      const ties = textIn(data, 'stillAliveTies')
      const missing = mendOf(
        [heldOn !== '', 'after-heldOn', say('pacts.act.dayMissing')],
        [answer !== '', 'after-answer-0', say('pacts.after.answerMissing')],
        [/^\d{0,3}$/.test(ties), 'after-stillAliveTies', say('pacts.after.tiesHint')],
      )
      if (missing.length > 0) return missing
      const work = WorkOutcome.safeParse(textIn(data, 'work'))
      const body = {
        heldOn,
        reached: answer === 'reached',
        refused: answer === 'refused',
        personVoice: textIn(data, 'personVoice'),
        stillAliveTies: ties ? Number(ties) : null,
        work: work.success ? work.data : null,
      }
      await call(followApi.holdFollowUp, { params: { pactId, followUpId: one.id }, body })
      await told(say('pacts.after.saved'))
      go(`/patti/${pactId}`)
      return undefined
    },
    `after-${one.id}`,
  )
}

const Heard = ({ form }: { form: FormState }): ReactElement => {
  const say = usePactWords()
  return (
    <>
      <TextArea
        id="after-personVoice"
        name="personVoice"
        optional
        maxLength={4000}
        label={say('pacts.after.voice')}
        error={form.errorOf('after-personVoice')}
      />
      <TextInput
        id="after-stillAliveTies"
        name="stillAliveTies"
        optional
        short
        inputMode="numeric"
        label={say('pacts.after.ties')}
        hint={say('pacts.after.tiesHint')}
        error={form.errorOf('after-stillAliveTies')}
      />
      <Select
        id="after-work"
        name="work"
        label={say('pacts.after.work')}
        empty={say('pacts.after.workUnknown')}
        options={WorkOutcome.options.map((work) => ({ value: work, label: say(`pacts.work.${work}`) }))}
      />
    </>
  )
}

const Asking = ({ sheet, one }: About): ReactElement => {
  const say = usePactWords()
  const today = useToday()
  const [answer, setAnswer] = useState('')
  const form = useAsking({ sheet, one })
  return (
    <>
      <PactCrumbs sheet={sheet} here={say('pacts.page.followUp')} />
      <Sentence lead={say('pacts.after.lead')}>
        {say('pacts.after.sentence', { name: firstNameOf(sheet.personLabel), count: one.months })}
      </Sentence>
      <form className="form" noValidate ref={form.box} onSubmit={form.onSubmit}>
        <TypedBefore form={form} />
        <ErrorSummary title={say('pacts.after.failed')} kept={say('pacts.kept')} errors={form.errors} />
        <DateInput
          id="after-heldOn"
          name="heldOn"
          max={today}
          defaultValue={today}
          label={say('pacts.after.on')}
          error={form.errorOf('after-heldOn')}
        />
        <ChoiceGroup
          id="after-answer"
          name="answer"
          columns={1}
          label={say('pacts.after.answer')}
          error={form.errorOf('after-answer-0')}
          value={[answer]}
          input={{ onChange: (event) => setAnswer(event.target.value) }}
          options={[
            { value: 'reached', label: say('pacts.after.reached') },
            { value: 'notReached', label: say('pacts.after.notReached') },
            { value: 'refused', label: say('pacts.after.refused'), detail: say('pacts.after.refusedHint') },
          ]}
        />
        {answer === 'reached' && <Heard form={form} />}
        <div className="btns">
          <Button type="submit" look="main" busy={form.busy}>
            {say('pacts.after.save')}
          </Button>
          <LinkButton href={at(`/patti/${sheet.pact.id}`)}>{say('pacts.cancel')}</LinkButton>
        </div>
      </form>
    </>
  )
}

/** How the person is some months after the end of the pact. */
export const FollowUpPage = (): ReactElement => {
  const { pactId = '', followUpId = '' } = useParams()
  return (
    <Loaded read={useSheet(pactId)}>
      {(sheet) => {
        const one = sheet.followUps.find(({ id, heldOn }) => id === followUpId && heldOn === null)
        if (one && sheet.mayWrite) return <Asking sheet={sheet} one={one} />
        return <NotToHold sheet={sheet} />
      }}
    </Loaded>
  )
}
