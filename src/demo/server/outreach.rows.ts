import { randomToken, readableCode } from '../../platform/server/secret/tokens.ts'
import type { PlannedReferral, ReferralMoveKey, ReferralState } from '../core/plan.schema.ts'
import { type Batch, batch, type Row } from './bulk.store.ts'
import { fullName, type Scene } from './scene.ts'

const after: Readonly<Record<ReferralMoveKey, ReferralState>> = {
  contact: 'contacted',
  interview: 'interviewed',
  proposePact: 'pactProposed',
  sendToService: 'sentToSocialService',
  orient: 'orientedToActivity',
  wait: 'waiting',
  close: 'closed',
}

const isGiven = ({ permission }: PlannedReferral): boolean => permission === 'given'
const kindOf = ({ channel }: PlannedReferral): string => (channel === 'self' ? 'forMe' : 'worried')

const livingOf = ({ homeOf }: Scene, personId: string | null): string => {
  const home = personId === null ? undefined : homeOf(personId)
  if (!home) return personId === null ? 'unknown' : 'alone'
  const roles = home.members.map(({ role }) => role)
  if (roles.includes('child') || roles.includes('minorInCare')) return 'withChildren'
  if (roles.length === 1) return 'alone'
  return roles.length === 2 && roles.includes('partner') ? 'couple' : 'withOthers'
}

/** Who may be called: the person, when a number or address of theirs is known, else whoever told us. */
const saidIn = (scene: Scene, one: PlannedReferral): { said: object; of: 'person' | 'sender' } => {
  const person = one.personId === null ? undefined : scene.person(one.personId)
  const antenna = scene.plan.antennas.find(({ id }) => id === one.antennaId)
  const [phone = '', email = ''] = [person?.detail.phones[0], person?.detail.emails[0]]
  const isReached = phone !== '' || email !== ''
  const said = {
    text: one.text,
    personName: person ? fullName(person) : '',
    senderName: antenna?.contact ?? (one.channel === 'self' || !person ? '' : 'Una persona che la conosce'),
    phone: isReached ? phone : '0373000000',
    email,
    callTimes: one.urgent ? [] : ['morning'],
    place: '',
    personKnows: one.channel === 'self' ? null : isReached,
  }
  return { said, of: isReached ? 'person' : 'sender' }
}

const howOf = ({ channel }: PlannedReferral): string =>
  channel === 'self' ? 'form' : channel === 'antenna' ? 'throughSender' : 'spoken'

const momentOf = ({ moves }: PlannedReferral, move: ReferralMoveKey): string | null =>
  moves.find((one) => one.move === move)?.at ?? null

/** Known by its words or, once these are erased, only by what may be counted. */
const saidColumns = (
  scene: Scene,
  one: PlannedReferral,
): Pick<Row<'referral'>, 'said_sealed' | 'person_id' | 'erased_at' | 'permission_of'> => {
  const { said, of } = saidIn(scene, one)
  const isErased = one.text === ''
  return {
    said_sealed: isErased ? null : scene.seal('referral.said', one.id, JSON.stringify(said)),
    person_id: isErased ? null : one.personId,
    erased_at: isErased ? `${scene.today}T00:30:00.000Z` : null,
    permission_of: of,
  }
}

const referralRow = (scene: Scene, one: PlannedReferral, caseId: string | null): Row<'referral'> => ({
  district_id: one.districtId,
  id: one.id,
  kind: kindOf(one),
  channel: one.channel,
  antenna_id: one.antennaId,
  municipality_istat: one.municipalityIstat,
  age_band: one.ageBand,
  living: livingOf(scene, one.personId),
  signs: one.signs,
  urgent: one.urgent,
  known_to_services: one.knownToServices,
  ...saidColumns(scene, one),
  permission_how: howOf(one),
  permission_words: 'demo-1',
  permission_at: one.receivedAt,
  receipt_index: scene.secrets.blindIndex('referral.receipt', readableCode()),
  state: one.state,
  closing_reason: one.closingReason,
  received_at: one.receivedAt,
  opened_at: one.moves[0]?.at ?? (one.assignedTo === null ? null : one.receivedAt),
  first_contact_due: one.firstContactDue,
  interview_due: one.interviewDue,
  contacted_at: momentOf(one, 'contact'),
  interviewed_at: momentOf(one, 'interview'),
  moved_at: one.moves.at(-1)?.at ?? one.receivedAt,
  assigned_to: one.assignedTo,
  case_id: caseId,
  recorded_by: howOf(one) === 'spoken' ? scene.accountIn('intake', one.districtId).id : null,
  version: 1 + one.moves.length,
})

const moveRows = (scene: Scene, one: PlannedReferral): Row<'referral_move'>[] => {
  let from: ReferralState = 'signalled'
  return one.moves.map(({ move, at, by, note }) => {
    const id = scene.newId()
    const row: Row<'referral_move'> = {
      district_id: one.districtId,
      id,
      referral_id: one.id,
      move,
      from_state: from,
      to_state: after[move],
      at,
      by_account: by,
      by_name: scene.account(by).name,
      reason: move === 'close' ? one.closingReason : null,
      note_sealed: one.text === '' ? null : scene.seal('referral.note', id, note),
    }
    from = after[move]
    return row
  })
}

const anonymousRow = (scene: Scene, one: PlannedReferral): Row<'anonymous_contact'> => ({
  district_id: one.districtId,
  id: one.id,
  kind: kindOf(one),
  channel: one.channel,
  antenna_id: one.antennaId,
  municipality_istat: one.municipalityIstat,
  age_band: one.ageBand,
  signs: one.signs,
  urgent: one.urgent,
  on_day: one.receivedAt.slice(0, 10),
  form_index: scene.secrets.blindIndex('referral.receipt', randomToken(8)),
})

/** Calls for a hand with their moves; without a permission only what may be counted. */
export const referralRows = (scene: Scene): Batch[] => {
  const { referrals, cases } = scene.plan
  const caseOf = new Map(cases.map(({ referralId, id }) => [referralId, id]))
  const given = referrals.filter(isGiven)
  return [
    batch(
      'referral',
      given.map((one) => referralRow(scene, one, caseOf.get(one.id) ?? null)),
    ),
    batch(
      'referral_move',
      given.flatMap((one) => moveRows(scene, one)),
    ),
    batch(
      'anonymous_contact',
      referrals.filter((one) => !isGiven(one)).map((one) => anonymousRow(scene, one)),
    ),
  ]
}
