import type { ButtonLook } from '../../platform/web/kit/Button.tsx'
import type { IconName } from '../../platform/web/kit/icons.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { arrangeMoves, type ClosedMove } from '../core/pact.view.ts'
import { allVersionMoves, type VersionMove } from '../core/version.ts'
import type { Asked } from './MoveDialog.tsx'
import type { PactKey } from './pact.hooks.ts'

/** One thing that can be done now: a page to go to, or a question to answer. */
export type Deed = {
  readonly key: string
  readonly label: PactKey
  readonly href?: `/${string}`
  readonly asked?: Asked | 'renegotiate' | 'finalReview'
  readonly look?: ButtonLook
  readonly icon?: IconName
}

const panelMoves = ['approve', 'sendBack', 'refuse']

const isVersionMove = (move: string): move is VersionMove => allVersionMoves.some((one) => one === move)

const writing = ({ pact, pending, mayWrite }: PactSheet): Deed[] => {
  if (!mayWrite || pending === null) return []
  const isEmpty = pending.content.purpose === '' && pending.content.goals.length === 0
  if (pending.state === 'draft')
    return [
      {
        key: 'write',
        label: isEmpty ? 'pacts.page.write' : 'pacts.page.goOnWriting',
        href: `/patti/${pact.id}/scrivi`,
      },
    ]
  if (pending.state === 'signing')
    return [{ key: 'collect', label: 'pacts.page.collect', href: `/patti/${pact.id}/firme` }]
  return []
}

const hearing = ({ pact, reviews, followUps, mayWrite }: PactSheet): Deed[] => {
  if (!mayWrite) return []
  const open = reviews.filter(({ heldOn }) => heldOn === null)
  const review = pact.state === 'closing' ? open.find(({ kind }) => kind === 'final') : open[0]
  const underWay = ['active', 'suspended', 'closing'].includes(pact.state)
  if (review && underWay)
    return [{ key: 'review', label: 'pacts.page.review', href: `/patti/${pact.id}/verifica/${review.id}` }]
  const isHeard = reviews.some(({ kind, heldOn }) => kind === 'final' && heldOn !== null)
  if (pact.state === 'closing' && !isHeard) return [{ key: 'fix', label: 'pacts.page.fixFinal', asked: 'finalReview' }]
  const next = followUps.find(({ heldOn }) => heldOn === null)
  if (next && pact.state === 'closed')
    return [{ key: 'followUp', label: 'pacts.page.followUp', href: `/patti/${pact.id}/dopo/${next.id}` }]
  return []
}

const ofText = ({ versionMoves }: PactSheet, wanted: readonly VersionMove[]): Deed[] =>
  versionMoves.flatMap(({ move, why }): Deed[] =>
    why === null && isVersionMove(move) && wanted.includes(move)
      ? [{ key: `text-${move}`, label: `pacts.versionMove.${move}`, asked: { of: 'text', move } }]
      : [],
  )

/** Moves that take a pact on stand before those that change it. */
const onwards = ['sign', 'activate', 'resume']

/** A text that came back is first gone on with. */
const cameBack = ({ history }: PactSheet): boolean => {
  const last = history.at(-1)?.move
  return last === 'sendBack' || last === 'takeBack'
}

/** What can be done now, the likeliest first; `rare` pulls back or ends; `closed` says why not, `others` is for the curious. */
export const deedsOf = (
  sheet: PactSheet,
): { open: Deed[]; rare: Deed[]; closed: readonly ClosedMove[]; others: readonly ClosedMove[] } => {
  const arranged = arrangeMoves(sheet.pact.state, sheet.moves)
  const moves = arranged.open
    .filter((move) => !panelMoves.includes(move))
    .map((move): Deed => {
      const label = `pacts.move.${move}` as const
      return move === 'close'
        ? { key: move, label, href: `/patti/${sheet.pact.id}/chiudi` }
        : { key: move, label, asked: { of: 'pact', move } }
    })
  const those = (wanted: (key: string) => boolean): Deed[] => moves.filter(({ key }) => wanted(key))
  const change: Deed[] =
    sheet.renegotiate?.why === null ? [{ key: 'change', label: 'pacts.page.change', asked: 'renegotiate' }] : []
  return {
    open: [
      ...(cameBack(sheet) ? writing(sheet) : []),
      ...those((key) => key === 'submit'),
      ...(cameBack(sheet) ? [] : writing(sheet)),
      ...those((key) => key === 'close'),
      ...those((key) => onwards.includes(key)),
      ...hearing(sheet),
      ...ofText(sheet, ['submit', 'putInForce']),
      ...change,
      ...those((key) => key !== 'submit' && key !== 'close' && !onwards.includes(key)),
    ],
    rare: [
      ...ofText(sheet, ['takeBack', 'abandon']),
      ...arranged.rare.map((move): Deed => ({ key: move, label: `pacts.move.${move}`, asked: { of: 'pact', move } })),
    ],
    closed: arranged.closed.filter(({ move }) => !panelMoves.includes(move)),
    others: arranged.others.filter(({ move }) => !panelMoves.includes(move)),
  }
}
