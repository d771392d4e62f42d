import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import { answerWords } from '../../platform/core/answer.words.ts'
import { Button, Buttons } from '../../platform/web/kit/Button.tsx'
import { ErrorSummary, Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { interviewWords } from '../core/interview.words.ts'
import { tieWords } from '../core/tie.words.ts'
import type { SheetAlter, WaveSheet } from '../core/wave.api.ts'
import { type AlterDraft, alterIn, type DraftFault, draftOf } from '../core/wave.draft.ts'
import type { Spot } from '../core/wave.place.ts'
import type { Alter } from '../core/wave.schema.ts'
import { waveWords } from '../core/wave.words.ts'
import { BirthFields, type Fill, HelpFields, NowFields, WhoFields } from './InterviewFields.tsx'
import { dropDraft, keepDraft, keptDraft } from './interview.draft.ts'

type Props = {
  readonly sheet: WaveSheet
  readonly alter: SheetAlter | null
  readonly spot: Spot | null
  readonly onSave: (alter: Alter) => void
  readonly onCancel: () => void
}

const useSayWhy = (): ((code: string) => string) => {
  const [waves, ties] = [useWords(waveWords), useWords(tieWords)]
  return (code) =>
    code === 'ties.originUnknown' || code === 'ties.endsBeforeStart' ? ties(code) : waves(code as 'waves.fullName')
}

/** The form as it is being filled, and what is to be mended in it. What is half written stays when the page is reloaded. */
const useDraft = ({ sheet, alter, spot, onSave, onCancel }: Props) => {
  const sayWhy = useSayWhy()
  const [draft, setDraft] = useState<AlterDraft>(
    () =>
      keptDraft(sheet, alter?.id ?? null) ??
      draftOf(alter, { id: crypto.randomUUID(), isFirst: sheet.previous === null, spot }),
  )
  const [faults, setFaults] = useState<readonly DraftFault[]>([])
  const leave = (then: () => void): void => {
    dropDraft(sheet)
    then()
  }
  const fill: Fill = {
    draft,
    set: (more) => {
      const next = { ...draft, ...more }
      setDraft(next)
      keepDraft(sheet, next)
    },
    faultAt: (field) => faults.filter((fault) => fault.field === field).map(({ code }) => sayWhy(code))[0],
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const told = alterIn(draft, { sheet, kept: alter, spot })
    setFaults(told.faults)
    if (told.faults.length === 0) leave(() => onSave(told.alter))
  }
  const errors = faults.map(({ field, code }) => ({ field: controlOf(field), message: sayWhy(code) }))
  return { fill, errors, submit, cancel: () => leave(onCancel) }
}

/** Of a group of answers the first one takes the focus. */
const controlOf = (field: DraftFault['field']): string =>
  field === 'label' || field === 'since' || field === 'until' ? field : `${field}-0`

/** Somebody new, or how it is now with somebody who is there. */
export const InterviewForm = (props: Props): ReactElement => {
  const { sheet, alter } = props
  const [say, answers] = [useWords(interviewWords), useWords(answerWords)]
  const { fill, errors, submit, cancel } = useDraft(props)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const isCarried = alter !== null && alter.tieId !== null
  const isAlive = !fill.draft.isGone
  return (
    <Form label={say('form.new')} onSubmit={submit}>
      <h2 ref={title} tabIndex={-1}>
        {alter ? say('form.title', { label: alter.label }) : say('form.new')}
      </h2>
      <ErrorSummary title={answers('mend')} kept={answers('kept')} errors={errors} />
      {isCarried && <NowFields {...fill} sheet={sheet} />}
      {isAlive && <WhoFields {...fill} isCarried={isCarried} />}
      {isAlive && !isCarried && <BirthFields {...fill} sheet={sheet} />}
      {isAlive && <HelpFields {...fill} name={sheet.person} />}
      <Buttons>
        <Button type="submit" look="main" big icon="check">
          {say('form.save')}
        </Button>
        <Button big onClick={cancel}>
          {say('form.cancel')}
        </Button>
      </Buttons>
    </Form>
  )
}
