import type { Selectable } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DB } from '../../../database/schema.ts'
import { Assessment } from '../../cases/core/assessment.schema.ts'
import { ClosingReason, Referral, Said } from '../../outreach/core/referral.schema.ts'
import { moveReferral, type ReferralMove } from '../../outreach/core/referral.ts'
import { canonicalText } from '../../pacts/core/pact.canonical.ts'
import { Pact } from '../../pacts/core/pact.schema.ts'
import { defaultPactSettings } from '../../pacts/core/pact.settings.ts'
import { movePact, type PactMove } from '../../pacts/core/pact.ts'
import { sha256 } from '../../pacts/server/digest.ts'
import { toPact, toReview } from '../../pacts/server/pact.rows.ts'
import { isDrawing } from '../../pacts/server/png.ts'
import { toSignatory, toVersion } from '../../pacts/server/version.rows.ts'
import { dayOf } from '../../platform/core/day.ts'
import { type DemoHouse, openDemo } from './demo.sample.ts'

let house: DemoHouse
beforeAll(async () => {
  house = await openDemo()
})
afterAll(() => house.close())

type Rows<K extends keyof DB> = Selectable<DB[K]>[]
const all = <K extends keyof DB>(table: K, rest = ''): Promise<Rows<K>> => house.ask(`select * from ${table} ${rest}`)
const open = (field: string, id: string, sealed: string | null): string =>
  sealed === null ? '' : house.services.secrets.open(field, id, sealed)

const assessmentOf = (row: Rows<'assessment'>[number]): Assessment =>
  Assessment.parse({
    id: row.id,
    caseId: row.case_id,
    areas: JSON.parse(open('assessment.areas', row.id, row.areas_sealed)),
    startedOn: row.started_on,
    closedOn: row.closed_on,
    closedBy: row.closed_by,
    agreedOn: row.agreed_on,
  })

type Known = {
  readonly pact: Pact
  readonly versions: Rows<'pact_version'>
  readonly signatories: Rows<'signatory'>
  readonly moves: Rows<'pact_move'>
  readonly reviews: Rows<'pact_review'>
  readonly assessment: Assessment
}

const everyPact = async (): Promise<Known[]> => {
  const [versions, signatories, moves, reviews] = [
    Map.groupBy(await all('pact_version', 'order by number'), (row) => row.pact_id),
    Map.groupBy(await all('signatory'), (row) => row.pact_id),
    Map.groupBy(await all('pact_move', 'order by no'), (row) => row.pact_id),
    Map.groupBy(await all('pact_review'), (row) => row.pact_id),
  ]
  const assessments = new Map((await all('assessment')).map((row) => [row.case_id, row]))
  return (await all('pact')).flatMap((row) => {
    const assessment = assessments.get(row.case_id)
    if (!assessment) return []
    return {
      pact: toPact(row),
      versions: versions.get(row.id) ?? [],
      signatories: signatories.get(row.id) ?? [],
      moves: moves.get(row.id) ?? [],
      reviews: reviews.get(row.id) ?? [],
      assessment: assessmentOf(assessment),
    }
  })
}

/** One move as the product would make it that day, with what was there by then. */
const moved = (known: Known, now: Pact, made: Rows<'pact_move'>[number]): Pact => {
  expect([now.number, now.state]).toEqual([now.number, made.from_state])
  const [first] = known.versions.map(toVersion)
  if (!first) throw new Error(`${now.number} has no text`)
  const signed = known.signatories.filter((row) => row.version_id === first.id && (row.signed_at ?? '') <= made.at)
  const outcome = movePact(now, made.move as PactMove, {
    today: dayOf(made.at),
    settings: defaultPactSettings,
    version: { ...first, contentHash: sha256(canonicalText(first.content)) },
    assessment: known.assessment,
    signatories: signed.map(toSignatory),
    reviews: known.reviews.filter(({ held_on }) => held_on === null || held_on <= dayOf(made.at)).map(toReview),
    laterCovers: [],
    actorId: made.by_id,
    asked: { ...(made.asked as object), ...(made.reason ? { reason: made.reason } : {}) },
  })
  if (!outcome.ok) throw new Error(`${now.number} ${made.move}: ${outcome.refusal.code}`)
  return outcome.value
}

const draftOf = (pact: Pact): Pact => ({
  ...pact,
  state: 'draft',
  versionInForce: null,
  signedOn: null,
  startsOn: null,
  endsOn: null,
  extensions: 0,
  closedOn: null,
  closure: null,
})
const outcomeOf = ({ state, stateSince, signedOn, endsOn, extensions, closedOn, closure }: Pact) => {
  return { state, stateSince, signedOn, endsOn, extensions, closedOn, closure }
}

describe('every pact of the demo', () => {
  let pacts: Known[]
  beforeAll(async () => {
    pacts = await everyPact()
  })

  test('comes to its state by moves that the table allows', async () => {
    expect(pacts).toHaveLength(await house.count('pact'))
    for (const known of pacts) {
      const replayed = known.moves.reduce((now, made) => moved(known, now, made), draftOf(Pact.parse(known.pact)))
      expect(outcomeOf(replayed)).toEqual(outcomeOf(known.pact))
    }
  })

  test('keeps the fingerprint of each text that was signed, and signatures of that very text', () => {
    const texts = pacts.flatMap(({ versions }) => versions).filter(({ content_hash }) => content_hash !== null)
    expect(texts.length).toBeGreaterThan(250)
    for (const { content, content_hash } of texts) expect(content_hash).toBe(sha256(canonicalText(content)))
    const hashes = new Map(texts.map(({ id, content_hash }) => [id, content_hash]))
    const signed = pacts
      .flatMap(({ signatories }) => signatories)
      .filter(({ dropped_at, signed_at }) => signed_at && !dropped_at)
    expect(signed.length).toBeGreaterThan(700)
    expect(signed.filter((one) => hashes.get(one.version_id) !== one.signed_hash)).toEqual([])
  })

  test('closes the texts that bind or once did, and no other', () => {
    const texts = pacts.flatMap(({ versions }) => versions)
    const wrong = texts.filter(
      ({ state, frozen_at }) => ['inForce', 'superseded'].includes(state) !== (frozen_at !== null),
    )
    expect(wrong).toEqual([])
  })

  test('has a drawing behind each signature by hand', () => {
    const drawn = pacts.flatMap(({ signatories }) => signatories).filter(({ method }) => method === 'drawn')
    expect(drawn.length).toBeGreaterThan(400)
    const isWhole = ({ id, image_sealed }: Rows<'signatory'>[number]): boolean =>
      isDrawing(Buffer.from(open('signatory.image', id, image_sealed), 'base64'))
    expect(drawn.filter((one) => !isWhole(one))).toEqual([])
  })

  test('awaits what it should: a review under way, the panel, follow-ups in a case that is still open', async () => {
    expect(await house.count(`pact where state = 'active' and next_due is null`)).toBe(0)
    expect(await house.count(`pact where (state = 'toPanel') and not before_panel`)).toBe(0)
    expect(
      await house.count(
        `follow_up f join case_file c on c.district_id = f.district_id and c.id = f.case_id
         where f.held_on is null and c.state <> 'open'`,
      ),
    ).toBe(0)
  })
})

const arrivalOf = (row: Rows<'referral'>[number]): Referral =>
  Referral.parse({
    ...{ id: row.id, districtId: row.district_id, antennaId: row.antenna_id, kind: row.kind, channel: row.channel },
    ...{ municipalityIstat: row.municipality_istat, ageBand: row.age_band, living: row.living, signs: row.signs },
    ...{ urgent: row.urgent, knownToServices: row.known_to_services, state: 'signalled', closingReason: null },
    ...{ receivedAt: row.received_at, firstContactDue: row.first_contact_due, interviewDue: row.interview_due },
    ...{ contactedAt: null, interviewedAt: null, movedAt: row.received_at, assignedTo: row.assigned_to },
    ...{ personId: row.person_id, caseId: null, erasedAt: null, version: 1 },
  })

const answered = (now: Referral, row: Rows<'referral_move'>[number]): Referral => {
  const asked = {
    note: open('referral.note', row.id, row.note_sealed),
    reason: row.reason === null ? null : ClosingReason.parse(row.reason),
  }
  const outcome = moveReferral(now, { move: row.move as ReferralMove, asked, now: row.at })
  if (!outcome.ok) throw new Error(`${row.referral_id} ${row.move}: ${outcome.refusal.code}`)
  return outcome.value
}

describe('every call for a hand of the demo', () => {
  test('comes to its state by moves that the table allows', async () => {
    const moves = Map.groupBy(await all('referral_move', 'order by at, id'), (row) => row.referral_id)
    for (const row of await all('referral')) {
      const end = (moves.get(row.id) ?? []).reduce(answered, arrivalOf(row))
      const { state, contactedAt, interviewedAt, version } = end
      expect([state, contactedAt, interviewedAt, version]).toEqual([
        row.state,
        row.contacted_at,
        row.interviewed_at,
        row.version,
      ])
    }
  })

  test('says what the form asks for, and whom to call', async () => {
    const told = await all('referral', 'where said_sealed is not null')
    expect(told.length).toBeGreaterThan(400)
    for (const { id, said_sealed } of told) {
      const said = Said.parse(JSON.parse(open('referral.said', id, said_sealed)))
      expect(said.phone + said.email).not.toBe('')
    }
  })
})
