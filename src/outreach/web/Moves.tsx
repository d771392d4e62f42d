import { type ReactElement, useState } from 'react'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { useIntention } from '../../platform/web/intention.hooks.ts'
import { Button, Buttons } from '../../platform/web/kit/Button.tsx'
import { Card, More } from '../../platform/web/kit/Card.tsx'
import { Select, TextArea } from '../../platform/web/kit/Field.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import { outreachWebWords } from '../core/outreach.web.words.ts'
import { type ReferralMove, referralMoves } from '../core/referral.ts'
import { referralWords } from '../core/referral.words.ts'
import { type OpenReferral, referralsApi } from '../core/referrals.api.ts'
import { useEntries } from './entries.hooks.ts'

const all = Object.keys(referralMoves) as ReferralMove[]
/** The move that a day's work usually asks for, first. */
const usual: readonly ReferralMove[] = ['contact', 'interview', 'proposePact']

const MoveForm = (props: { one: OpenReferral; move: ReferralMove; onEnd: () => void }): ReactElement => {
  const [say, words] = [useWords(outreachWebWords), useWords(referralWords)]
  const [act, keyOf, tell] = [useAct(referralsApi.move), useIntention(), useStatus()]
  const closings = useEntries('referralClosing')
  const { one, move, onEnd } = props
  return (
    <Card title={words(`outreach.move.${move}`)}>
      <ActForm
        act={act}
        go={words(`outreach.move.${move}`)}
        onGo={(texts) => {
          const body = {
            move,
            note: texts.note ?? '',
            reason: texts.reason || null,
            version: one.version,
          }
          act.mutate(
            { params: { referralId: one.id }, body, key: keyOf(body) },
            {
              onSuccess: () => {
                tell({ text: say('web.moved', { what: words(`outreach.move.${move}`).toLowerCase() }) })
                onEnd()
              },
            },
          )
        }}
        tail={<Button onClick={onEnd}>{say('web.cancel')}</Button>}
      >
        {() => (
          <>
            {move === 'close' && (
              <Select
                id="reason"
                name="reason"
                label={say('web.reason')}
                empty={say('web.reasonChoose')}
                options={closings.options()}
              />
            )}
            <TextArea
              id="note"
              name="note"
              label={say('web.note')}
              hint={say('web.noteHint')}
              optional={move !== 'orient' && move !== 'reopen'}
              maxLength={1000}
              rows={3}
            />
          </>
        )}
      </ActForm>
    </Card>
  )
}

/** The moves that are open now, as buttons; of the others, why they are not. */
export const Moves = ({ one }: { one: OpenReferral }): ReactElement => {
  const [say, words] = [useWords(outreachWebWords), useWords(referralWords)]
  const [chosen, choose] = useState<ReferralMove | null>(null)
  const open = all.filter((move) => one.why[move] === null)
  const first = usual.find((move) => open.includes(move)) ?? open[0]
  const closed = all.filter((move) => one.why[move] !== null)
  const whyOf = (move: ReferralMove): string => {
    const code = one.why[move] ?? ''
    return code in referralWords.it ? words(code as 'outreach.needs.person') : code
  }
  return (
    <Section id="mosse" title={say('web.now')}>
      {chosen ? (
        <MoveForm one={one} move={chosen} onEnd={() => choose(null)} />
      ) : (
        <Buttons>
          {[first, ...open.filter((move) => move !== first)].map(
            (move) =>
              move && (
                <Button key={move} look={move === first ? 'main' : 'plain'} onClick={() => choose(move)}>
                  {words(`outreach.move.${move}`)}
                </Button>
              ),
          )}
        </Buttons>
      )}
      <More label={say('web.closedMoves')}>
        <ul className="stack">
          {closed.map((move) => (
            <li key={move}>
              <b>{words(`outreach.move.${move}`)}</b>: {whyOf(move)}
            </li>
          ))}
        </ul>
      </More>
    </Section>
  )
}
