import { type ReactElement, useState } from 'react'
import { fileAddress, Refused } from '../../platform/web/call.ts'
import { Button, Buttons, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Callout, More, Note } from '../../platform/web/kit/Card.tsx'
import { Moves } from '../../platform/web/kit/Pact.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { at } from '../../platform/web/navigation.ts'
import { pactApi } from '../core/pact.api.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { isOver } from '../core/pact.ts'
import type { ClosedMove } from '../core/pact.view.ts'
import { type Deed, deedsOf } from './deeds.ts'
import { type Asked, asksNothing, MoveDialog, useMove } from './MoveDialog.tsx'
import { usePactWords, useWhy } from './pact.hooks.ts'
import { RenegotiateDialog } from './RenegotiateDialog.tsx'
import { ReviewDayDialog } from './ReviewDayDialog.tsx'

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

const Printed = ({ sheet }: { sheet: PactSheet }): ReactElement => (
  <LinkButton
    look="quiet"
    icon="print"
    target="_blank"
    href={fileAddress(pactApi.plain, { params: { pactId: sheet.pact.id } })}
  >
    {usePactWords()('pacts.page.print')}
  </LinkButton>
)

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

/** What can be done with the pact now, and for what cannot, why. */
export const PactMoves = ({ sheet }: { sheet: PactSheet }): ReactElement => {
  const say = usePactWords()
  const sayWhy = useWhy()
  const [chosen, setChosen] = useState<Chosen>(null)
  const choose = useChoose(sheet, setChosen)
  const deeds = deedsOf(sheet)
  return (
    <>
      <Moves
        id="moves"
        title={say('pacts.page.moves')}
        closed={deeds.closed.map(({ move, why }) => ({ label: say(`pacts.move.${move}`), why: sayWhy(why) }))}
      >
        {deeds.open.map((deed, index) => (
          <DeedButton key={deed.key} deed={deed} main={index === 0} onAsk={choose} />
        ))}
        <Printed sheet={sheet} />
      </Moves>
      {isOver(sheet.pact.state) && <Note icon="lock">{say('pacts.page.over')}</Note>}
      {deeds.rare.length > 0 && (
        <More label={say('pacts.page.rare')}>
          <Buttons>
            {deeds.rare.map((deed) => (
              <DeedButton key={deed.key} deed={deed} main={false} onAsk={choose} />
            ))}
          </Buttons>
        </More>
      )}
      {deeds.others.length > 0 && (
        <More label={say('pacts.page.others')}>
          <Closed moves={deeds.others} />
        </More>
      )}
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
