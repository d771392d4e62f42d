import { latestAssessment } from '../../cases/server/case.door.ts'
import { laterCovers } from '../../hours/server/shift.door.ts'
import type { Day } from '../../platform/core/day.ts'
import { ageOn } from '../../platform/core/day.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { MoveContext } from '../core/pact.checks.ts'
import type { Pact } from '../core/pact.schema.ts'
import type { PactSettings } from '../core/pact.settings.ts'
import { proposeSigners, type SigningPerson } from '../core/signers.ts'
import { type CaseAround, caseAround } from './around.store.ts'
import { listReviews } from './follow.store.ts'
import { listSignatories } from './sign.store.ts'
import type { KeptVersion } from './version.rows.ts'

type About = {
  readonly pact: Pact
  readonly version: KeptVersion
  readonly move: string
  readonly settings: PactSettings
  readonly today: Day
}

const rests = { assessment: null, signatories: [], reviews: [], laterCovers: [] }

/** What one move looks at, and nothing more. */
export const contextOf = async (tx: Tx, { pact, version, move, settings, today }: About): Promise<MoveContext> => {
  const base = { ...rests, today, settings, version, actorId: tx.actor.kind === 'account' ? tx.actor.id : null }
  if (move === 'submit')
    return { ...base, assessment: (await latestAssessment(tx, pact.districtId, pact.caseId)) ?? null }
  if (move === 'sign' || move === 'putInForce')
    return { ...base, signatories: await listSignatories(tx, pact.districtId, version.id) }
  if (move === 'activate') return { ...base, laterCovers: await laterCovers(tx, pact.districtId, pact.id) }
  return move === 'close' ? { ...base, reviews: await listReviews(tx, pact) } : base
}

const grownUp = ['referencePerson', 'partner', 'parent']

/** Someone without a birth date counts as an adult; a minor is spoken for by the grown-ups of the household. */
const signing = (
  person: { id: string; label: string; birthDate: string | null },
  around: CaseAround,
  today: Day,
): SigningPerson => {
  const isAdult = person.birthDate === null || ageOn(person.birthDate, today) >= 18
  const guardians = around.members.filter(
    (one) =>
      one.id !== person.id &&
      grownUp.includes(one.role) &&
      (one.birthDate === null || ageOn(one.birthDate, today) >= 18),
  )
  return { id: person.id, label: person.label, isAdult, guardians: isAdult ? [] : guardians }
}

/** Who will sign a text, as the household and the bodies stand today. */
export const signersFor = async (
  tx: Tx,
  pact: Pact,
  { content, settings, today }: { content: KeptVersion['content']; settings: PactSettings; today: Day },
): Promise<KeptVersion['signers']> => {
  const around = await caseAround(tx, pact.caseId, { partnerId: pact.partnerOrganisationId })
  if (!around) return []
  const { personId: id, personLabel: label, birthDate } = around
  const person = signing({ id, label, birthDate }, around, today)
  const members = around.members.filter((one) => one.id !== id).map((one) => signing(one, around, today))
  const partner = { id: pact.partnerOrganisationId, label: around.partnerName ?? '' }
  return proposeSigners(content, { person, members, partner }, settings)
}
