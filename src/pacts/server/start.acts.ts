import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { emptyContent } from '../core/content.schema.ts'
import type { StartPact } from '../core/pact.api.ts'
import { canWritePact } from '../core/pact.policy.ts'
import type { Pact } from '../core/pact.schema.ts'
import { type CaseAround, caseAround } from './around.store.ts'
import { journalPact } from './pact.journal.ts'
import { nextOf, type PactRules, pactRulesIn } from './pact.rules.ts'
import { addPact } from './pact.store.ts'

const usualKinds = ['inclusion', 'autonomy']

const whyNotStart = (around: CaseAround, start: StartPact, { kinds }: PactRules): string | null => {
  if (around.state !== 'open') return 'pacts.start.caseClosed'
  if (!(kinds.length > 0 ? kinds : usualKinds).includes(start.kind)) return 'pacts.start.kind'
  if (around.partnerName === null) return 'pacts.start.partner'
  if (!around.tutors.includes(start.tutorId)) return 'pacts.start.tutor'
  const others = around.members.filter(({ id }) => id !== around.personId).map(({ id }) => id)
  return start.involvedIds.every((id) => others.includes(id)) ? null : 'pacts.start.involved'
}

/** A draft as it begins; only for what its deadlines are. */
const newborn = (around: CaseAround, start: StartPact, about: { id: string; today: string; days: number }): Pact => ({
  id: about.id,
  districtId: around.districtId,
  number: '',
  kind: start.kind,
  caseId: start.caseId,
  personId: around.personId,
  householdId: around.householdId,
  involvedIds: start.involvedIds,
  tutorId: start.tutorId,
  partnerOrganisationId: start.partnerOrganisationId,
  state: 'draft',
  stateSince: about.today,
  versionInForce: null,
  interviewedOn: start.interviewedOn,
  signedOn: null,
  startsOn: null,
  endsOn: null,
  extensions: 0,
  reviewEveryDays: about.days,
  lastReviewOn: null,
  suspendedUntil: null,
  closedOn: null,
  closure: null,
  followUpsDone: [],
})

export const startPact = async (
  tx: Tx,
  start: StartPact,
): Promise<Outcome<{ id: string; versionId: string; number: string }>> => {
  const around = await caseAround(tx, start.caseId, { partnerId: start.partnerOrganisationId, hold: true })
  if (!around) return unknown()
  const { districtId, personId, roles } = around
  if (!canWritePact(tx.actor, { districtId, personId, caseId: start.caseId, tutorId: start.tutorId }, roles))
    return refuse('forbidden', 'pacts.notWriter')
  const rules = await pactRulesIn(tx, districtId)
  const why = whyNotStart(around, start, rules)
  if (why) return refuse('invalid', why)
  const days = rules.settings.reviewEveryDays
  const content = start.content ?? { ...emptyContent(days), privacyNotice: rules.privacyNotice }
  const [id, versionId] = [tx.newId(), tx.newId()]
  const pact = newborn(around, start, { id, today: tx.today, days: content.reviewEveryDays })
  const next = nextOf(pact, { settings: rules.settings, today: tx.today })
  // sent together, the journal first: whoever else takes a number waits from there to the end of the transaction
  const [, number] = await Promise.all([
    journalPact(tx, pact, { act: 'pacts.start', changed: { kind: start.kind, tutorId: start.tutorId, content } }),
    addPact(tx, { id, versionId, districtId, start, around, content, next }),
  ])
  return done({ id, versionId, number })
}
