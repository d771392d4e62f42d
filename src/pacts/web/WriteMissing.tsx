import { type ReactElement, useRef, useState } from 'react'
import { Refused } from '../../platform/web/call.ts'
import { Button, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Callout } from '../../platform/web/kit/Card.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { at, useGo } from '../../platform/web/navigation.ts'
import { gapsIn } from '../core/pact.gaps.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { unfold } from './Fold.tsx'
import { type Asked, useMove } from './MoveDialog.tsx'
import { usePactWords, useWhy } from './pact.hooks.ts'
import { useLimits } from './WriteWhy.tsx'
import { fieldId, useText, useWriting } from './writing.hooks.ts'

/** The first text goes with its pact, a new one by itself. */
const submitOf = ({ inForce }: PactSheet): Asked =>
  inForce === null ? { of: 'pact', move: 'submit' } : { of: 'text', move: 'submit' }

type Sending = { failed: string; busy: boolean; send: () => void }

const useSubmit = (sheet: PactSheet, onFailed: () => void): Sending => {
  const say = usePactWords()
  const writing = useWriting()
  const go = useGo()
  const make = useMove(sheet)
  const [failed, setFailed] = useState('')
  const [busy, setBusy] = useState(false)
  const submit = async (): Promise<string> => {
    if (!(await writing.save())) return say('pacts.write.unsaved')
    try {
      await make(submitOf(sheet))
      go(`/patti/${sheet.pact.id}`)
      return ''
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return error.problem.title || say('pacts.offlineHint')
    }
  }
  const send = (): void => {
    setBusy(true)
    void submit()
      .then((why) => {
        setFailed(why)
        if (why) onFailed()
      })
      .finally(() => setBusy(false))
  }
  return { failed, busy, send }
}

/** Where a gap is mended: its field, or the button that adds what is not there. */
const placeOf = (path: string): string => (path === 'commitments' || path === 'goals' ? `add-f-${path}` : fieldId(path))

/** What is missing before the panel, each with its field; when nothing is, the way there. */
export const WriteMissing = ({ sheet }: { sheet: PactSheet }): ReactElement => {
  const say = usePactWords()
  const sayWhy = useWhy()
  const limits = useLimits()
  const text = useText((content) => content)
  const gaps = gapsIn(text, limits)
  const alert = useRef<HTMLDivElement>(null)
  const { failed, busy, send } = useSubmit(sheet, () => alert.current?.focus())
  return (
    <Section id="f-missing" block title={say('pacts.write.missing')}>
      <p role="status">
        {gaps.length > 0 ? say('pacts.write.missingCount', { count: gaps.length }) : say('pacts.write.nothingMissing')}
      </p>
      {gaps.length > 0 && (
        <ul className="prose mt">
          {gaps.map((gap) => (
            <li key={`${gap.path} ${gap.code}`}>
              <a href={`#${placeOf(gap.path)}`} onClick={() => unfold(document.getElementById(placeOf(gap.path)))}>
                {sayWhy(gap)}
              </a>
            </li>
          ))}
        </ul>
      )}
      <div ref={alert} tabIndex={-1} role="alert">
        {failed && (
          <Callout tone="late">
            <p>
              <b>{say('pacts.write.failed')}</b>
            </p>
            <p>{failed}</p>
          </Callout>
        )}
      </div>
      <div className="btns mt">
        <Button look={gaps.length === 0 ? 'main' : 'plain'} busy={busy} onClick={send}>
          {say('pacts.write.submit')}
        </Button>
        <LinkButton href={at(`/patti/${sheet.pact.id}`)}>{say('pacts.write.read')}</LinkButton>
      </div>
    </Section>
  )
}
