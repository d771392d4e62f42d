import { type ReactElement, useState } from 'react'
import { Refused } from '../../platform/web/call.ts'
import { Button, Buttons, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Callout, More, Note } from '../../platform/web/kit/Card.tsx'
import { Moves } from '../../platform/web/kit/Pact.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { at } from '../../platform/web/navigation.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { isOver } from '../core/pact.ts'
import type { ClosedMove } from '../core/pact.view.ts'
import { type Deed, deedsOf } from './deeds.ts'
import { type Asked, asksNothing, MoveDialog, useMove } from './MoveDialog.tsx'
import { mayDecide } from './PanelDecision.tsx'
import { usePactWords, useWhy } from './pact.hooks.ts'
import { RenegotiateDialog } from './RenegotiateDialog.tsx'
import { ReviewDayDialog } from './ReviewDayDialog.tsx'

type Deeds = ReturnType<typeof deedsOf>
type Chosen = Asked | 'renegotiate' | 'finalReview' | null

const DeedButton = (props: { deed: Deed; main: boolean; onAsk: (asked: Chosen) => void }): ReactElement => {
  const say = usePactWords()
  const { deed } = props
  const look = props.main ? 'main' : 'plain'
  if (deed.href)
    return (
      <LinkButton look={look} href={at(deed.href)}>
        {say(deed.label)}
      </LinkButton>
    )
  return (
    <Button look={look} onClick={() => props.onAsk(deed.asked ?? null)}>
      {say(deed.label)}
    </Button>
  )
}

const Closed = ({ moves }: { moves: readonly ClosedMove[] }): ReactElement => {
  const say = usePactWords()
  const sayWhy = useWhy()
  return (
    <ul className="moves__closed">
      {moves.map(({ move, why }) => (
        <li key={move}>
          <span>
            <b>{say(`pacts.move.${move}`)}</b>: {sayWhy(why)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** How many moves stand in the open, the first of them the likeliest. */
const near = 3

/** What is done less often, and for what cannot be done, why: a touch away. */
const Others = (props: {
  deeds: Deeds
  late: boolean
  pactId: string
  onAsk: (asked: Chosen) => void
}): ReactElement | null => {
  const say = usePactWords()
  const { open, rare, others } = props.deeds
  const more = [...open.slice(near), ...rare]
  if (more.length === 0 && others.length === 0 && !props.late) return null
  return (
    <More label={say('pacts.page.moreMoves')}>
      <Buttons>
        {more.map((deed) => (
          <DeedButton key={deed.key} deed={deed} main={false} onAsk={props.onAsk} />
        ))}
        {props.late && (
          <LinkButton look="plain" icon="pencil" href={at(`/patti/${props.pactId}?tardi=si#commitments`)}>
            {say('pacts.page.lateMarks')}
          </LinkButton>
        )}
      </Buttons>
      {others.length > 0 && <Closed moves={others} />}
    </More>
  )
}

const useChoose = (sheet: PactSheet, set: (chosen: Chosen) => void): ((chosen: Chosen) => void) => {
  const make = useMove(sheet)
  const tell = useStatus()
  return (chosen) => {
    if (chosen === null || typeof chosen === 'string' || !asksNothing(chosen.move)) return set(chosen)
    make(chosen).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error
      tell({ text: error.problem.title })
    })
  }
}

/** The decision is written under the text it is about: the first answer takes the focus, and with it the page goes there. */
const toDecision = (): void => document.getElementById('panel-decision-0')?.focus()

/** What can be done with the pact now, and for what cannot, why. */
export const PactMoves = ({ sheet }: { sheet: PactSheet }): ReactElement => {
  const say = usePactWords()
  const sayWhy = useWhy()
  const [chosen, setChosen] = useState<Chosen>(null)
  const choose = useChoose(sheet, setChosen)
  const deeds = deedsOf(sheet)
  const { state } = sheet.pact
  const decides = mayDecide(sheet)
  const late = sheet.mayWrite && sheet.inForce !== null && isOver(state) && state !== 'transferred'
  return (
    <>
      {(decides || deeds.open.length > 0 || deeds.closed.length > 0) && (
        <Moves
          id="moves"
          title={say('pacts.page.moves')}
          closed={deeds.closed.map(({ move, why }) => ({ label: say(`pacts.move.${move}`), why: sayWhy(why) }))}
        >
          {decides && (
            <Button look="main" icon="pencil" onClick={toDecision}>
              {say('pacts.panel.toDecision')}
            </Button>
          )}
          {deeds.open.slice(0, near).map((deed, place) => (
            <DeedButton key={deed.key} deed={deed} main={place === 0 && !decides} onAsk={choose} />
          ))}
        </Moves>
      )}
      {isOver(state) && <Note icon="lock">{say('pacts.page.over')}</Note>}
      <Others deeds={deeds} late={late} pactId={sheet.pact.id} onAsk={choose} />
      {chosen === 'renegotiate' && <RenegotiateDialog pactId={sheet.pact.id} onClose={() => setChosen(null)} />}
      {chosen === 'finalReview' && <ReviewDayDialog pactId={sheet.pact.id} final onClose={() => setChosen(null)} />}
      {chosen !== null && typeof chosen !== 'string' && (
        <MoveDialog sheet={sheet} asked={chosen} onClose={() => setChosen(null)} />
      )}
    </>
  )
}

/** A new text that is on its way while the present one holds, and texts that two people wrote. */
export const PendingText = ({ sheet }: { sheet: PactSheet }): ReactElement | null => {
  const say = usePactWords()
  const { pact, inForce, pending, openConflicts } = sheet
  return (
    <>
      {inForce && pending && (
        <Callout icon="pencil">
          <p>{say('pacts.page.newText', { number: pending.number, state: say(`pacts.version.${pending.state}`) })}</p>
          <p className="small">{say('pacts.page.newTextWhy', { reason: pending.reason })}</p>
          <p>
            <a href={at(`/patti/${pact.id}/confronta?a=${inForce.number}&b=${pending.number}`)}>
              {say('pacts.version.compare', { number: pending.number })}
            </a>
          </p>
        </Callout>
      )}
      {openConflicts > 0 && (
        <Callout tone="late">
          <p>{say('pacts.page.conflicts', { count: openConflicts })}</p>
          <p>
            <a href={at(`/patti/${pact.id}/scrivi`)}>{say('pacts.page.settle')}</a>
          </p>
        </Callout>
      )}
    </>
  )
}
