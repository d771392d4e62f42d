import { randomUUID } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { caritas, crema, type TestHouse, tavolaLunga, type Worker } from '../../../bench/house.ts'
import { aCommitment, aContent, aGiveBack, aSupport } from '../core/content.sample.ts'
import type { PactContent } from '../core/content.schema.ts'
import type { PactSheet } from '../core/pact.sheet.ts'

/** A case in Crema with its equipe, a sister in the household, and a closed reading of needs and strengths. */
export type SampleCase = {
  readonly caseId: string
  readonly personId: string
  readonly sisterId: string
  readonly tutor: Worker
  readonly manager: Worker
}

const addPerson = async ({ sql }: TestHouse, given: string, birth: string): Promise<string> => {
  const id = randomUUID()
  await sql(
    `insert into person (district_id, id, family_name, given_name, birth_date, municipality_istat, family_key, given_key, search_key, created_at)
     values ($1, $2, 'Traore', $3, $4, '019035', 'TRR', 'X', 'traore', now())`,
    [crema, id, given, birth],
  )
  return id
}

export const sampleCase = async (house: TestHouse): Promise<SampleCase> => {
  const { sql, services } = house
  const personId = await addPerson(house, 'Amina', '1990-05-01')
  const sisterId = await addPerson(house, 'Fanta', '1995-03-02')
  const [householdId, caseId, assessmentId] = [randomUUID(), randomUUID(), randomUUID()]
  await sql(`insert into household (district_id, id, label, created_at) values ($1, $2, 'Traore', now())`, [
    crema,
    householdId,
  ])
  for (const [id, role] of [
    [personId, 'referencePerson'],
    [sisterId, 'sibling'],
  ])
    await sql(
      `insert into household_member (district_id, id, household_id, person_id, role, from_day) values ($1, $2, $3, $4, $5, '2020-01-01')`,
      [crema, randomUUID(), householdId, id, role],
    )
  await sql(
    `insert into case_file (district_id, id, number, person_id, household_id, state, opened_on) values ($1, $2, $3, $4, $5, 'open', '2026-08-01')`,
    [crema, caseId, `C-2026-${caseId.slice(0, 6)}`, personId, householdId],
  )
  const tutor = await house.worker({ role: 'tutor', district: crema, name: 'Sara Benelli' })
  const manager = await house.worker({ role: 'socialWorker', district: crema, name: 'Giulia Moro' })
  for (const [worker, role] of [
    [tutor, 'tutor'],
    [manager, 'caseManager'],
  ] as const)
    await sql(
      `insert into equipe_member (district_id, id, case_id, account_id, organisation_id, role, from_day) values ($1, $2, $3, $4, $5, $6, '2026-08-01')`,
      [crema, randomUUID(), caseId, worker.id, caritas, role],
    )
  const areas = [
    { area: 'relations', need: 'Non conosce nessuno', needLevel: 3, canBring: 'Ama cucinare', nothingNow: false },
  ]
  await sql(
    `insert into assessment (district_id, id, case_id, person_id, areas_sealed, started_on, closed_on) values ($1, $2, $3, $4, $5, '2026-08-02', '2026-08-10')`,
    [
      crema,
      assessmentId,
      caseId,
      personId,
      services.secrets.seal('assessment.areas', assessmentId, JSON.stringify(areas)),
    ],
  )
  return { caseId, personId, sisterId, tutor, manager }
}

/** Amina's pact with Caritas, Tavola Lunga as host, and a commitment of her sister's. */
export const sampleText = ({ personId, sisterId }: SampleCase, with_: Partial<PactContent> = {}): PactContent => {
  const text = aContent()
  const [own, services, community] = text.commitments
  if (!own || !services || !community) throw new Error('the sample has three commitments')
  return aContent({
    commitments: [
      { ...own, ownerId: personId },
      { ...services, ownerId: caritas, ownerLabel: 'Caritas di prova' },
      community,
      aCommitment({
        id: '0b9e0000-0000-4000-8000-000000000204',
        text: 'prendere Issa al doposcuola',
        ownerId: sisterId,
        ownerLabel: 'Fanta T.',
      }),
    ],
    supports: [aSupport({ providerOrganisationId: caritas })],
    giveBack: [aGiveBack({ hostOrganisationId: tavolaLunga })],
    ...with_,
  })
}

export const startSample = async (
  house: TestHouse,
  one: SampleCase,
  content: PactContent = sampleText(one),
): Promise<{ id: string; versionId: string; number: string }> => {
  const reply = await house.call<{ id: string; versionId: string; number: string }>(one.tutor, 'POST', '/pacts', {
    caseId: one.caseId,
    kind: 'inclusion',
    partnerOrganisationId: caritas,
    tutorId: one.tutor.id,
    involvedIds: [one.sisterId],
    interviewedOn: '2026-08-18',
    content,
  })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  return reply.body
}

export const sheetOf = async (house: TestHouse, worker: Worker, pactId: string): Promise<PactSheet> => {
  const reply = await house.call<PactSheet>(worker, 'GET', `/pacts/${pactId}`)
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  return reply.body
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([size, body, sum])
}

/** A small white drawing in base64. */
export const drawing = (side = 16): string => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.writeUInt8(8, 8)
  const rows = Buffer.concat(
    Array.from({ length: side }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(side, 255)])),
  )
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]).toString('base64')
}

/** Sends a draft to the panel and has it approved. */
export const approve = async (
  house: TestHouse,
  { tutor, panel, pactId }: { tutor: Worker; panel: Worker; pactId: string },
): Promise<void> => {
  for (const [worker, move] of [
    [tutor, { move: 'submit' }],
    [panel, { move: 'approve', reason: 'Patto chiaro e a due lati.', present: 'Tre di tre' }],
  ] as const) {
    const reply = await house.call(worker, 'POST', `/pacts/${pactId}/moves`, move)
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  }
}

/** Draws every signature that is still missing. */
export const signAll = async (house: TestHouse, tutor: Worker, pactId: string): Promise<PactSheet> => {
  const { pending, signatories } = await sheetOf(house, tutor, pactId)
  for (const { id, signedAt } of signatories) {
    if (signedAt !== null) continue
    const reply = await house.call(tutor, 'POST', `/pacts/${pactId}/signatories/${id}/signature`, {
      method: 'drawn',
      seenHash: pending?.contentHash,
      image: drawing(),
    })
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  }
  return sheetOf(house, tutor, pactId)
}
