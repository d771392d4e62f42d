import type { ReactElement } from 'react'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { ErrorSummary } from '../../platform/web/kit/ErrorSummary.tsx'
import { TextArea, TextInput } from '../../platform/web/kit/Field.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useGo } from '../../platform/web/navigation.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { type FieldErrors, mendOf, someIn, textIn, useForm } from './form.hooks.ts'
import { type Asked, useMove } from './MoveDialog.tsx'
import { usePactWords, useWhy } from './pact.hooks.ts'
import { TypedBefore } from './TypedBefore.tsx'

const decisions = ['approve', 'sendBack', 'refuse'] as const
type Decision = (typeof decisions)[number]

/** The decisions that this reader may take now: on the first text the pact moves, on a new one only the text. */
const openDecisions = (
  sheet: PactSheet,
): { of: Asked['of']; open: Decision[]; why: Parameters<ReturnType<typeof useWhy>>[0] | null } => {
  const ofText = sheet.pact.state !== 'toPanel'
  const rows = ofText ? sheet.versionMoves : sheet.moves
  const mine = rows.filter(({ move }) => decisions.some((one) => one === move))
  const open = decisions.filter((one) => mine.some(({ move, why }) => move === one && why === null))
  return { of: ofText ? 'text' : 'pact', open, why: mine.find(({ why }) => why !== null)?.why ?? null }
}

const isBeforePanel = ({ pact, pending }: PactSheet): boolean =>
  pact.state === 'toPanel' || pending?.state === 'toPanel'

/** Whether this reader has a decision to write on this page. */
export const mayDecide = (sheet: PactSheet): boolean => isBeforePanel(sheet) && openDecisions(sheet).open.length > 0

/** Refused, a first text ends its pact, a new one leaves the pact as it is. */
const keyOf = (of: Asked['of'], decision: Decision): Decision | 'refuseText' =>
  of === 'text' && decision === 'refuse' ? 'refuseText' : decision

const Questions = (props: {
  of: Asked['of']
  open: readonly Decision[]
  errorOf: (field: string) => string | undefined
}): ReactElement => {
  const say = usePactWords()
  return (
    <>
      <ChoiceGroup
        id="panel-decision"
        name="decision"
        columns={1}
        label={say('pacts.panel.decide')}
        error={props.errorOf('panel-decision-0')}
        options={props.open.map((one) => ({
          value: one,
          label: say(`pacts.panel.${keyOf(props.of, one)}`),
          detail: say(`pacts.act.about.${keyOf(props.of, one)}`),
        }))}
      />
      <TextArea
        id="panel-reason"
        name="reason"
        maxLength={4000}
        label={say('pacts.act.minutes')}
        hint={say('pacts.act.minutesHint')}
        error={props.errorOf('panel-reason')}
      />
      <TextInput
        id="panel-present"
        name="present"
        maxLength={300}
        label={say('pacts.act.present')}
        hint={say('pacts.act.presentHint')}
        error={props.errorOf('panel-present')}
      />
    </>
  )
}

/** What the panel writes when it has read the text; nothing for who does not sit in it. */
export const PanelDecision = ({ sheet }: { sheet: PactSheet }): ReactElement | null => {
  const say = usePactWords()
  const sayWhy = useWhy()
  const make = useMove(sheet)
  const go = useGo()
  const { of, open, why } = openDecisions(sheet)
  // once decided, who only sits in the panel reads this pact no more
  const leave = (): void => {
    if (!sheet.mayWrite) go('/patti/commissione')
  }
  const form = useForm(
    ['panel-reason', 'panel-present', 'panel-decision-0'],
    async (data): Promise<FieldErrors | undefined> => {
      const decision = open.find((one) => one === textIn(data, 'decision'))
      const missing = mendOf(
        [decision !== undefined, 'panel-decision-0', say('pacts.panel.missingDecision')],
        [someIn(data, 'reason') !== undefined, 'panel-reason', say('pacts.act.minutesMissing')],
        [someIn(data, 'present') !== undefined, 'panel-present', say('pacts.act.presentMissing')],
      )
      if (!decision || missing.length > 0) return missing
      await make({ of, move: decision }, { reason: someIn(data, 'reason'), present: someIn(data, 'present') }, leave)
      return undefined
    },
    `panel-${sheet.pending?.id ?? sheet.pact.id}`,
  )
  if (!isBeforePanel(sheet)) return null
  if (open.length === 0) return why && <Note icon="lock">{sayWhy(why)}</Note>
  return (
    <Section id="panel" block title={say('pacts.panel.title')}>
      <form className="form" noValidate ref={form.box} onSubmit={form.onSubmit}>
        <TypedBefore form={form} />
        <ErrorSummary title={say('pacts.toMend')} kept={say('pacts.kept')} errors={form.errors} />
        <Questions of={of} open={open} errorOf={form.errorOf} />
        <div className="btns">
          <Button type="submit" look="main" busy={form.busy}>
            {say('pacts.panel.go')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
