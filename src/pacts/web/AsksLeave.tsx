import { type ReactElement, useState } from 'react'
import { call } from '../../platform/web/call.ts'
import { Button, Buttons } from '../../platform/web/kit/Button.tsx'
import { Callout } from '../../platform/web/kit/Card.tsx'
import { Dialog } from '../../platform/web/kit/Dialog.tsx'
import { ErrorSummary } from '../../platform/web/kit/ErrorSummary.tsx'
import { TextArea } from '../../platform/web/kit/Field.tsx'
import { followApi } from '../core/follow.api.ts'
import { openWord } from '../core/own.word.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { useFocusBack } from './focus.hooks.ts'
import { someIn, useForm } from './form.hooks.ts'
import { MoveDialog } from './MoveDialog.tsx'
import { firstNameOf } from './names.ts'
import { usePactWords, useWhen } from './pact.hooks.ts'
import { useTold } from './told.hooks.ts'

const AnswerDialog = (props: { pactId: string; wordId: string; onClose: () => void }): ReactElement => {
  useFocusBack()
  const say = usePactWords()
  const told = useTold()
  const { pactId, wordId } = props
  const form = useForm(['word-answer'], async (data) => {
    const answer = someIn(data, 'answer')
    if (!answer) return [{ field: 'word-answer', message: say('pacts.word.missing') }]
    await call(followApi.answerWord, { params: { pactId, wordId }, body: { answer } })
    props.onClose()
    await told(say('pacts.word.saved'))
    return undefined
  })
  return (
    <Dialog open onClose={props.onClose} title={say('pacts.word.title')}>
      <form className="form" noValidate onSubmit={form.onSubmit}>
        <ErrorSummary title={say('pacts.toMend')} kept={say('pacts.kept')} errors={form.errors} />
        <TextArea
          id="word-answer"
          name="answer"
          maxLength={1000}
          label={say('pacts.word.answer')}
          hint={say('pacts.word.answerHint')}
          error={form.errorOf('word-answer')}
        />
        <div className="btns">
          <Button type="submit" look="main" busy={form.busy}>
            {say('pacts.word.save')}
          </Button>
          <Button onClick={props.onClose}>{say('pacts.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The person asks to leave: in their own words, at the top of the page, with the two ways to go on from there. */
export const AsksLeave = ({ sheet }: { sheet: PactSheet }): ReactElement | null => {
  const say = usePactWords()
  const { day } = useWhen()
  const [chosen, setChosen] = useState<'leave' | 'answer' | null>(null)
  const word = openWord(sheet.words, 'withdraw')
  if (!word) return null
  const close = (): void => setChosen(null)
  return (
    <Callout tone="late" icon="chat">
      <p>
        <b>{say('pacts.page.asksLeave', { name: firstNameOf(sheet.personLabel), day: day(word.at) })}</b>
      </p>
      <p style={{ whiteSpace: 'pre-line' }}>{word.text ? `“${word.text}”` : say('pacts.page.asksNoWhy')}</p>
      {sheet.mayWrite && (
        <>
          <p className="small">{say('pacts.page.asksHint')}</p>
          <Buttons>
            <Button onClick={() => setChosen('leave')}>{say('pacts.page.letLeave')}</Button>
            <Button onClick={() => setChosen('answer')}>{say('pacts.page.goesOn')}</Button>
          </Buttons>
        </>
      )}
      {chosen === 'leave' && <MoveDialog sheet={sheet} asked={{ of: 'pact', move: 'withdraw' }} onClose={close} />}
      {chosen === 'answer' && <AnswerDialog pactId={sheet.pact.id} wordId={word.id} onClose={close} />}
    </Callout>
  )
}
