import type { IconName } from '../../platform/web/kit/icons.ts'
import type { SideKind } from '../../platform/web/kit/Pact.tsx'
import type { StateTone } from '../../platform/web/kit/State.tsx'
import type { WhoTone } from '../../platform/web/kit/Who.tsx'
import type { Side } from '../core/content.schema.ts'
import type { PactState } from '../core/pact.schema.ts'
import type { DeadlineRow } from '../core/pact.sheet.ts'
import type { CommitmentState } from '../core/progress.schema.ts'
import type { SignerRole } from '../core/version.schema.ts'

const states: Record<PactState, StateTone> = {
  draft: 'calm',
  toPanel: 'now',
  approved: 'now',
  signed: 'info',
  active: 'done',
  suspended: 'calm',
  closing: 'now',
  closed: 'done',
  refused: 'late',
  withdrawn: 'calm',
  interrupted: 'late',
  transferred: 'calm',
}
export const toneOfState = (state: PactState): StateTone => states[state]

export const isOverdue = (next: DeadlineRow | null): boolean => next?.isLate ?? false

const commitments: Record<CommitmentState, StateTone> = {
  planned: 'calm',
  kept: 'done',
  late: 'late',
  notKept: 'late',
  released: 'calm',
}
export const toneOfCommitment = (state: CommitmentState): StateTone => commitments[state]

const kinds: Record<Side, SideKind> = { person: 'persona', services: 'servizi', community: 'comunita' }
export const kindOfSide = (side: Side): SideKind => kinds[side]

const signers: Record<SignerRole, WhoTone> = {
  person: 'persona',
  adultMember: 'persona',
  guardian: 'persona',
  partnerBody: 'servizi',
  host: 'comunita',
  supporter: 'comunita',
}
export const toneOfSigner = (role: SignerRole): WhoTone => signers[role]

const stateIcons: Partial<Record<PactState, IconName>> = { draft: 'pencil', suspended: 'pause', active: 'leaf' }
export const iconOfState = (state: PactState): IconName => stateIcons[state] ?? 'pact'
