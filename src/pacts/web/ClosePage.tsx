import type { ReactElement } from 'react'
import { call } from '../../platform/web/call.ts'
import { Button, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Choice, ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { ErrorSummary } from '../../platform/web/kit/ErrorSummary.tsx'
import { DateInput, FieldError, Select, TextArea, TextInput } from '../../platform/web/kit/Field.tsx'
import { MayNot } from '../../platform/web/kit/Lists.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { at, useGo, useParams } from '../../platform/web/navigation.ts'
import { pactApi } from '../core/pact.api.ts'
import { Closure, OtherOutcome, WorkOutcome } from '../core/pact.schema.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { type FieldErrors, type FormState, mendOf, textIn, useForm } from './form.hooks.ts'
import { Loaded } from './Loaded.tsx'
import { firstNameOf } from './names.ts'
import { PactCrumbs } from './PactHead.tsx'
import { usePactWords, useSheet, useToday, useWhy } from './pact.hooks.ts'
import { TypedBefore } from './TypedBefore.tsx'
import { useTold } from './told.hooks.ts'

const ids = [
  'close-goals-0',
  'close-work',
  'close-training',
  'close-reason',
  'close-tiesAndRoles',
  'close-lastDay',
  'close-read',
]

const useClosing = (sheet: PactSheet): FormState => {
  const say = usePactWords()
  const go = useGo()
  const told = useTold()
  const { pact } = sheet
  return useForm(
    ids,
    async (data): Promise<FieldErrors | undefined> => {
      const read = Closure.safeParse({
        goals: textIn(data, 'goals'),
        work: textIn(data, 'work'),
        training: textIn(data, 'training'),
        others: data.getAll('others'),
        reason: textIn(data, 'reason'),
        tiesAndRoles: textIn(data, 'tiesAndRoles'),
        lastDay: textIn(data, 'lastDay'),
      })
      const wrong = read.success ? [] : read.error.issues.map(({ path }) => String(path[0]))
      const missing = mendOf(
        [!wrong.includes('goals'), 'close-goals-0', say('pacts.close.goalsMissing')],
        [!wrong.includes('reason'), 'close-reason', say('pacts.needs.closure')],
        [!wrong.includes('lastDay'), 'close-lastDay', say('pacts.needs.lastDay')],
        [data.get('read') === 'yes', 'close-read', say('pacts.close.readMissing')],
      )
      if (!read.success || missing.length > 0) return missing
      await call(pactApi.move, { params: { pactId: pact.id }, body: { move: 'close', closure: read.data } })
      await told(say('pacts.act.done.close'))
      go(`/patti/${pact.id}`)
      return undefined
    },
    `close-${pact.id}`,
  )
}

const Outcome = ({ form }: { form: FormState }): ReactElement => {
  const say = usePactWords()
  return (
    <>
      <ChoiceGroup
        id="close-goals"
        name="goals"
        label={say('pacts.close.goals')}
        columns={1}
        error={form.errorOf('close-goals-0')}
        options={(['all', 'partly', 'no'] as const).map((one) => ({ value: one, label: say(`pacts.goals.${one}`) }))}
      />
      <Select
        id="close-work"
        name="work"
        label={say('pacts.close.work')}
        options={WorkOutcome.options.map((one) => ({ value: one, label: say(`pacts.work.${one}`) }))}
      />
      <TextInput id="close-training" name="training" optional maxLength={300} label={say('pacts.close.training')} />
      <ChoiceGroup
        id="close-others"
        name="others"
        many
        optional
        columns={1}
        label={say('pacts.close.others')}
        options={OtherOutcome.options.map((one) => ({ value: one, label: say(`pacts.outcome.${one}`) }))}
      />
    </>
  )
}

const Remaining = ({ sheet, form }: { sheet: PactSheet; form: FormState }): ReactElement => {
  const say = usePactWords()
  const today = useToday()
  const { endsOn } = sheet.pact
  return (
    <>
      <TextArea
        id="close-reason"
        name="reason"
        maxLength={2000}
        label={say('pacts.close.reason')}
        error={form.errorOf('close-reason')}
      />
      <TextArea
        id="close-tiesAndRoles"
        name="tiesAndRoles"
        optional
        maxLength={2000}
        label={say('pacts.close.tiesAndRoles')}
        hint={say('pacts.close.tiesHint')}
      />
      <DateInput
        id="close-lastDay"
        name="lastDay"
        max={today}
        label={say('pacts.close.lastDay')}
        defaultValue={endsOn !== null && endsOn < today ? endsOn : today}
        error={form.errorOf('close-lastDay')}
      />
      <div>
        <Choice
          id="close-read"
          name="read"
          value="yes"
          label={say('pacts.close.read', { name: firstNameOf(sheet.personLabel) })}
        />
        <FieldError id="close-read" error={form.errorOf('close-read')} />
      </div>
    </>
  )
}

const Closing = ({ sheet }: { sheet: PactSheet }): ReactElement => {
  const say = usePactWords()
  const sayWhy = useWhy()
  const form = useClosing(sheet)
  const move = sheet.moves.find((one) => one.move === 'close')
  const back = at(`/patti/${sheet.pact.id}`)
  if (!move || move.why)
    return (
      <MayNot
        level={1}
        title={say('pacts.close.notYet')}
        act={<LinkButton href={back}>{say('pacts.toPact')}</LinkButton>}
      >
        {move?.why ? sayWhy(move.why) : say('pacts.mayNotHint')}
      </MayNot>
    )
  return (
    <>
      <PactCrumbs sheet={sheet} here={say('pacts.move.close')} />
      <Sentence lead={say('pacts.close.lead')}>{say('pacts.close.sentence', { name: sheet.personLabel })}</Sentence>
      <form className="form" noValidate ref={form.box} onSubmit={form.onSubmit}>
        <TypedBefore form={form} />
        <ErrorSummary title={say('pacts.close.failed')} kept={say('pacts.kept')} errors={form.errors} />
        <Outcome form={form} />
        <Remaining sheet={sheet} form={form} />
        <div className="btns">
          <Button type="submit" look="main" busy={form.busy}>
            {say('pacts.close.go')}
          </Button>
          <LinkButton href={back}>{say('pacts.cancel')}</LinkButton>
        </div>
      </form>
    </>
  )
}

/** How a pact ended and what stays: a solemn act with a page of its own. */
export const ClosePage = (): ReactElement => {
  const { pactId = '' } = useParams()
  return <Loaded read={useSheet(pactId)}>{(sheet) => <Closing sheet={sheet} />}</Loaded>
}
