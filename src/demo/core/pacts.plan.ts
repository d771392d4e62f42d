import type { PactContent } from '../../pacts/core/content.schema.ts'
import type { Asked } from '../../pacts/core/pact.checks.ts'
import type { Closure, Pact, PactState, Review } from '../../pacts/core/pact.schema.ts'
import { defaultPactSettings } from '../../pacts/core/pact.settings.ts'
import { isOver, movePact, type PactMove } from '../../pacts/core/pact.ts'
import { proposeSigners } from '../../pacts/core/signers.ts'
import type { PactVersion, Signatory, VersionState } from '../../pacts/core/version.schema.ts'
import type { VersionMove } from '../../pacts/core/version.ts'
import { addMonths, type Day } from '../../platform/core/day.ts'
import { earlier, idOn, later, officeHour, plusDays, workday } from './calendar.ts'
import type { Chance } from './chance.ts'
import { type ContentFor, changedContent, contentPlan } from './content.plan.ts'
import {
  changeReasons,
  closingWords,
  extensionReasons,
  interruptReasons,
  panelMinutes,
  refusalReasons,
  sendBackReasons,
  suspensionReasons,
  transferReasons,
  withdrawReasons,
} from './diary.texts.ts'
import { fill } from './fill.ts'
import { accountsWith, type Ground } from './network.plan.ts'
import type {
  PlannedAssessment,
  PlannedFollowUp,
  PlannedMove,
  PlannedPact,
  PlannedPerson,
  PlannedVersionMove,
} from './plan.schema.ts'
import { interimReviews, type Lived, marksPlan, reviewOn, shiftsPlan } from './progress.plan.ts'
import { suitsPerson } from './suits.ts'
import type { Timeline } from './timeline.plan.ts'

/** The pact to write; `fingerprintOf` gives the SHA-256 of the canonical text of a content. */
export type PactFor = {
  readonly ground: Ground
  readonly state: PactState
  readonly number: string
  readonly timeline: Timeline
  readonly caseId: string
  readonly one: PlannedPerson
  readonly partner: PlannedPerson | null
  readonly involved: readonly PlannedPerson[]
  readonly householdId: string | null
  readonly kind: ContentFor['kind']
  readonly assessment: PlannedAssessment
  readonly tutor: { readonly id: string; readonly name: string; readonly organisationId: string }
  readonly interviewedOn: Day
  readonly fingerprintOf: (content: PactContent) => string
}

const draftOf = (of: PactFor, id: string): Pact => ({
  id,
  districtId: of.one.person.districtId,
  number: of.number,
  kind: of.kind,
  caseId: of.caseId,
  personId: of.one.person.id,
  householdId: of.householdId,
  involvedIds: of.involved.map(({ person }) => person.id),
  tutorId: of.tutor.id,
  partnerOrganisationId: of.tutor.organisationId,
  state: 'draft',
  stateSince: of.timeline.createdOn,
  versionInForce: null,
  interviewedOn: of.interviewedOn,
  signedOn: null,
  startsOn: null,
  endsOn: null,
  extensions: 0,
  reviewEveryDays: 90,
  lastReviewOn: null,
  suspendedUntil: null,
  closedOn: null,
  closure: null,
  followUpsDone: [],
})

const contentFor = (chance: Chance, of: PactFor): ContentFor => ({
  ground: of.ground,
  one: of.one,
  partner: of.partner,
  child: of.involved.find(({ age }) => age < 15)?.person.givenName ?? null,
  kind: of.kind,
  areas: [...of.assessment.assessment.areas]
    .sort((a, b) => (b.needLevel ?? 0) - (a.needLevel ?? 0))
    .map(({ area }) => area)
    .slice(0, 4),
  talents: of.assessment.talents,
  writtenOn: of.timeline.createdOn,
  start: of.timeline.start,
  end: addMonths(of.timeline.start, 6),
  isInsured: of.state !== 'signed' || chance.chance(0.5),
  tutorName: of.tutor.name,
})

/** A draft somebody is still writing: the last columns are missing. */
const halfWritten = (chance: Chance, content: PactContent): PactContent => ({
  ...content,
  commitments: content.commitments.slice(0, chance.int(0, 3)),
  supports: [],
  giveBack: [],
  ifNotKept: '',
})

const nameOf = ({ person }: PlannedPerson): string => `${person.givenName} ${person.familyName}`

type Signing = {
  readonly version: Pick<PactVersion, 'id' | 'content' | 'contentHash'>
  readonly from: Day
  readonly to: Day | null
}

/** Who signs a text, and when: all of them by `to`, or only some when nobody knows yet when it ends. */
const signatoriesOf = (chance: Chance, of: PactFor, { version, from, to }: Signing): Signatory[] => {
  const partner = of.ground.bodies.find(({ id }) => id === of.tutor.organisationId)
  const members = of.involved
    .filter(({ age }) => age >= 18)
    .map((member) => ({ id: member.person.id, label: nameOf(member), isAdult: true, guardians: [] }))
  const signers = proposeSigners(
    version.content,
    {
      person: { id: of.one.person.id, label: nameOf(of.one), isAdult: true, guardians: [] },
      members,
      partner: { id: of.tutor.organisationId, label: partner?.name ?? '' },
    },
    defaultPactSettings,
  )
  return signers.map((signer, at): Signatory => {
    const isSigned = to !== null || (at < signers.length - 1 && chance.chance(0.5))
    const blank = {
      ...signer,
      id: idOn(from, chance),
      versionId: version.id,
      signedAt: null,
      method: null,
      signedHash: null,
      helper: '',
    }
    return isSigned ? signedOne(chance, of, { blank, from, to, hash: version.contentHash }) : blank
  })
}

type SignedOne = {
  readonly blank: Signatory
  readonly from: Day
  readonly to: Day | null
  readonly hash: string | null
}

const signedOne = (chance: Chance, of: PactFor, { blank, from, to, hash }: SignedOne): Signatory => {
  const latest = earlier(to ?? of.ground.today, plusDays(of.ground.today, -1))
  const isHelped = blank.role === 'person' && of.one.detail.interpreterNeeded
  return {
    ...blank,
    accountId: blank.role === 'partnerBody' ? of.tutor.id : blank.accountId,
    signedAt: officeHour(earlier(plusDays(from, chance.int(0, 4)), latest), chance),
    method: chance.weighted<Signatory['method']>([
      ['drawn', 55],
      ['code', 25],
      ['paper', 20],
    ]),
    signedHash: hash,
    helper: isHelped ? 'Mediatrice linguistica' : '',
  }
}

const closureOf = (chance: Chance, of: PactFor, lastDay: Day): Closure => {
  const goals = chance.weighted<Closure['goals']>([
    ['all', 40],
    ['partly', 46],
    ['no', 14],
  ])
  const words = { all: closingWords.reached, partly: closingWords.partly, no: closingWords.notReached }[goals]
  const work =
    of.kind === 'autonomy'
      ? chance.weighted<Closure['work']>([
          ['none', 42],
          ['traineeship', 18],
          ['fixedTerm', 26],
          ['permanent', 10],
          ['selfEmployed', 4],
        ])
      : chance.weighted<Closure['work']>([
          ['none', 80],
          ['fixedTerm', 14],
          ['permanent', 6],
        ])
  return {
    goals,
    work,
    training: chance.chance(0.25)
      ? chance.pick([
          'Corso di italiano A2',
          'Corso di cucina',
          'Attestato di sicurezza',
          'Patente B',
          'Corso di computer',
        ])
      : '',
    others:
      goals === 'no'
        ? chance.chance(0.4)
          ? ['sentToSocialService']
          : []
        : chance.some(['serviceNoLongerNeeded', 'newStableTies'] as const, chance.int(0, 2)),
    reason: fill(chance.pick(words), of.one.gender),
    tiesAndRoles:
      goals === 'no'
        ? 'Resta il numero della tutor e un posto alla cena di quartiere.'
        : chance.pick([
            'Resta nel gruppo, ora come chi accoglie.',
            'Continua a dare una mano il sabato.',
            'Si sente ogni settimana con due persone conosciute qui.',
            'Fa parte del gruppo dei genitori.',
          ]),
    lastDay,
  }
}

const reasonsOf: Partial<Record<PactMove, readonly string[]>> = {
  approve: panelMinutes,
  sendBack: sendBackReasons,
  takeBack: ['La persona vuole cambiare una parola nel primo obiettivo.', 'Manca un impegno della scuola.'],
  refuse: refusalReasons,
  suspend: suspensionReasons,
  extend: extensionReasons,
  withdraw: withdrawReasons,
  interrupt: interruptReasons,
  transfer: transferReasons,
}

const askedFor = (
  chance: Chance,
  of: PactFor,
  pact: Pact,
  at: { move: PactMove; on: Day; next: Day | null },
): Asked => {
  const reasons = reasonsOf[at.move]
  const reason = reasons
    ? {
        reason: fill(chance.pick(reasons.filter((text) => suitsPerson(text, 'any', of.one))), of.one.gender, {
          n: chance.int(4, 10),
        }),
      }
    : {}
  if (at.move === 'suspend') {
    const back = at.next ?? plusDays(of.ground.today, chance.int(-6, 40))
    const least = plusDays(at.on, 1)
    const wanted = later(back, least)
    return { ...reason, until: pact.endsOn === null ? wanted : earlier(wanted, pact.endsOn) }
  }
  if (at.move === 'extend') return { ...reason, newEnd: addMonths(pact.endsOn ?? at.on, 3) }
  if (at.move === 'close') return { closure: closureOf(chance, of, at.on) }
  return reason
}

const makerOf = (chance: Chance, of: PactFor, move: PactMove): string | null => {
  const { districtId } = of.one.person
  const pickOf = (role: 'panel' | 'coordinator'): string => chance.pick(accountsWith(of.ground, role, districtId)).id
  if (move === 'sign' || move === 'activate') return null
  if (move === 'approve' || move === 'sendBack' || move === 'refuse') return pickOf('panel')
  return move === 'transfer' ? pickOf('coordinator') : of.tutor.id
}

const dayOfMove = (of: PactFor, move: PactMove): Day | null =>
  of.timeline.moves.filter((one) => one.move === move).at(-1)?.on ?? null

const firstVersionState = (moves: readonly PlannedMove[]): VersionState => {
  const reached = moves.map(({ move }) => move)
  if (reached.includes('sign')) return 'inForce'
  const final = moves.at(-1)?.to
  if (final === undefined || final === 'draft') return 'draft'
  if (final === 'toPanel' || final === 'refused') return final
  return final === 'approved' ? 'signing' : 'abandoned'
}

type Folded = { readonly pact: Pact; readonly moves: PlannedMove[] }

/** Moves the draft through the table of the pacts room itself: a plan that the rules forbid does not come out. */
const foldMoves = (
  chance: Chance,
  of: PactFor,
  from: { pact: Pact; version: PactVersion; signatories: readonly Signatory[]; reviews: readonly Review[] },
): Folded => {
  let pact = from.pact
  const moves: PlannedMove[] = []
  of.timeline.moves.forEach(({ move, on }, index) => {
    const by = makerOf(chance, of, move)
    const asked = askedFor(chance, of, pact, { move, on, next: of.timeline.moves[index + 1]?.on ?? null })
    const context = {
      today: on,
      settings: defaultPactSettings,
      version: from.version,
      assessment: of.assessment.assessment,
      signatories: from.signatories,
      reviews: from.reviews,
      laterCovers: [],
      actorId: by,
      asked,
    }
    const outcome = movePact(pact, move, context)
    if (!outcome.ok) throw new Error(`demo: ${of.number} ${move}: ${outcome.refusal.code}`)
    const at = officeHour(on, chance)
    moves.push({ move, from: pact.state, to: outcome.value.state, on, at, by, asked })
    pact = outcome.value
  })
  return { pact, moves }
}

const livedOf = (of: PactFor, pact: Pact, content: PactContent): Lived | null => {
  const from = dayOfMove(of, 'activate')
  if (from === null) return null
  const yesterday = plusDays(of.ground.today, -1)
  const stopped = of.timeline.moves.at(-1)?.on ?? yesterday
  const ended = isOver(of.state)
  return { pact, content, gender: of.one.gender, from, until: ended ? stopped : yesterday, isOver: ended }
}

const finalReview = (chance: Chance, of: PactFor, lived: Lived): Review[] => {
  const begun = dayOfMove(of, 'startClosing')
  if (begun === null) return []
  const closed = dayOfMove(of, 'close')
  const due = plusDays(begun, 21)
  const held =
    closed === null ? earlier(plusDays(begun, 9), lived.until) : earlier(plusDays(begun, chance.int(2, 8)), closed)
  const isHeld = closed !== null || (held > begun && chance.chance(0.3))
  return [
    reviewOn(chance, lived, { kind: 'final', due, heldOn: isHeld ? held : null, decision: isHeld ? 'close' : null }),
  ]
}

const followUpsOf = (chance: Chance, of: PactFor, pact: Pact): PlannedFollowUp[] => {
  if (pact.state !== 'closed' || pact.closedOn === null) return []
  const closedOn = pact.closedOn
  return defaultPactSettings.followUpMonths.map((months) => {
    const due = addMonths(closedOn, months)
    const held = workday(plusDays(due, chance.int(-3, 8)))
    const isHeld = held < of.ground.today && chance.chance(0.85)
    const words = isHeld ? fill(chance.pick([...closingWords.reached, ...closingWords.partly]), of.one.gender) : ''
    return { id: idOn(closedOn, chance), months, due, heldOn: isHeld ? held : null, words }
  })
}

type Renewed = {
  readonly versions: PactVersion[]
  readonly moves: PlannedVersionMove[]
  readonly signatories: Signatory[]
}

const renewalMoves: readonly VersionMove[] = ['submit', 'approve', 'putInForce']
const afterMoves: readonly VersionState[] = ['draft', 'toPanel', 'signing', 'inForce']

/** A second text for some pacts under way, and a third for a few; the last may still be half-way. */
const renew = (chance: Chance, of: PactFor, pact: Pact, first: PactVersion): Renewed => {
  const begun = dayOfMove(of, 'activate')
  const none: Renewed = { versions: [first], moves: [], signatories: [] }
  if (begun === null || !['active', 'closing', 'closed'].includes(of.state) || !chance.chance(0.24)) return none
  // Only in the first weeks, before anything else can have moved the pact.
  const stop = earlier(plusDays(begun, 18), plusDays(of.ground.today, -1))
  const last = chance.chance(0.2) ? 3 : 2
  let made = none
  for (let number = 2; number <= last; number++) {
    const start = plusDays(begun, (number - 2) * 9 + 1)
    if (plusDays(start, 8) > stop) return made
    const isHalf = of.state === 'active' && chance.chance(0.25)
    made = renewOnce(chance, of, { made, pact, number, start, steps: isHalf ? chance.int(0, 2) : 3 })
    if (isHalf) return made
  }
  return made
}

type RenewOnce = {
  readonly made: Renewed
  readonly pact: Pact
  readonly number: number
  readonly start: Day
  readonly steps: number
}

const renewOnce = (chance: Chance, of: PactFor, { made, pact, number, start, steps }: RenewOnce): Renewed => {
  const before = made.versions.at(-1)
  if (!before) return made
  const content = changedContent(chance, { ...contentFor(chance, of), writtenOn: start }, before.content)
  const days = [start, plusDays(start, 2), plusDays(start, 6)]
  const frozen = steps >= 2
  const version: PactVersion = {
    id: idOn(start, chance),
    pactId: pact.id,
    number,
    state: afterMoves[steps] ?? 'draft',
    reason: chance.pick(changeReasons),
    content,
    contentHash: frozen ? of.fingerprintOf(content) : null,
    frozenAt: frozen ? officeHour(plusDays(start, 2), chance) : null,
  }
  const isIn = steps === 3
  const moves = renewalMoves
    .slice(0, steps)
    .map((move, at) => versionMove(chance, of, { version, move, on: days[at] ?? start }))
  const superseded = isIn
    ? [versionMove(chance, of, { version: before, move: 'supersede', on: plusDays(start, 6) })]
    : []
  const older = made.versions.map((one) =>
    isIn && one.state === 'inForce' ? { ...one, state: 'superseded' as const } : one,
  )
  const signatories = frozen
    ? signatoriesOf(chance, of, { version, from: plusDays(start, 2), to: isIn ? plusDays(start, 6) : null })
    : []
  return {
    versions: [...older, version],
    moves: [...made.moves, ...moves, ...superseded],
    signatories: [...made.signatories, ...signatories],
  }
}

const versionMove = (
  chance: Chance,
  of: PactFor,
  { version, move, on }: { version: PactVersion; move: VersionMove; on: Day },
): PlannedVersionMove => {
  const isPanel = move === 'approve'
  const by = isPanel ? makerOf(chance, of, 'approve') : move === 'submit' ? of.tutor.id : null
  const reason = isPanel ? fill(chance.pick(panelMinutes), of.one.gender, { n: chance.int(4, 10) }) : ''
  return { versionId: version.id, move, on, at: officeHour(on, chance), by, reason }
}

const firstVersion = (chance: Chance, of: PactFor, pactId: string): PactVersion => {
  const whole = contentPlan(chance, contentFor(chance, of))
  const content = of.timeline.moves.length === 0 && chance.chance(0.6) ? halfWritten(chance, whole) : whole
  const approvedOn = dayOfMove(of, 'approve')
  const hash = approvedOn === null ? null : of.fingerprintOf(content)
  return {
    id: idOn(of.timeline.createdOn, chance),
    pactId,
    number: 1,
    state: 'draft',
    reason: '',
    content,
    contentHash: hash,
    frozenAt: approvedOn === null ? null : officeHour(approvedOn, chance),
  }
}

const firstSignatories = (chance: Chance, of: PactFor, version: PactVersion): Signatory[] => {
  const from = dayOfMove(of, 'approve')
  return from === null ? [] : signatoriesOf(chance, of, { version, from, to: dayOfMove(of, 'sign') })
}

export const pactPlan = (chance: Chance, of: PactFor): PlannedPact => {
  const id = idOn(of.timeline.createdOn, chance)
  const draft = draftOf(of, id)
  const written = firstVersion(chance, of, id)
  const signed = firstSignatories(chance, of, written)
  const lived = livedOf(of, draft, written.content)
  const reviews = lived ? [...interimReviews(chance, lived), ...finalReview(chance, of, lived)] : []
  const { pact, moves } = foldMoves(chance, of, { pact: draft, version: written, signatories: signed, reviews })
  const first = { ...written, state: firstVersionState(moves) }
  const renewed = renew(chance, of, pact, first)
  const inForce = renewed.versions.filter(({ state }) => state === 'inForce').at(-1)
  const followUps = followUpsOf(chance, of, pact)
  const held = reviews.flatMap(({ heldOn }) => heldOn ?? []).sort()
  return {
    pact: {
      ...pact,
      versionInForce: inForce?.number ?? null,
      lastReviewOn: held.at(-1) ?? null,
      followUpsDone: followUps.flatMap(({ months, heldOn }) => (heldOn ? [months] : [])),
    },
    createdAt: officeHour(of.timeline.createdOn, chance),
    moves,
    versions: renewed.versions,
    versionMoves: renewed.moves,
    signatories: [...signed, ...renewed.signatories],
    marks: lived ? marksPlan(chance, { ...lived, content: inForce?.content ?? lived.content }) : [],
    reviews,
    shifts: lived ? shiftsPlan(chance, lived, of.ground.today) : [],
    followUps,
  }
}
