import type { z } from 'zod'
import { districtsWith, mayIn } from '../../platform/core/actor.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { hasFiscalCodeForm, normalizeFiscalCode } from '../core/fiscalCodeForm.ts'
import { type Identity, rankMatches } from '../core/match.ts'
import type { CodeReading, personApi, TwinRow } from '../core/person.api.ts'
import { registriesOf } from '../core/person.policy.ts'
import { type Follower, type PersonRow, type PersonValues, wholeOf } from '../core/sheet.schema.ts'
import { listPersons, type PersonRecord } from './person.store.ts'
import { readPhone } from './phone.ts'
import { candidatesByCode, candidatesByName, candidatesForTwins, listFollowers, listRows } from './search.store.ts'
import { readCode } from './values.ts'

type Asked = z.output<typeof personApi.search.query>
const mostCandidates = 100

const candidatesOf = async (tx: Tx, { q, district }: Asked): Promise<string[] | undefined> => {
  if (q === '') return undefined
  const registries = registriesOf(tx.actor, tx.districts).filter((id) => !district || id === district)
  const code = normalizeFiscalCode(q)
  if (hasFiscalCodeForm(code)) return candidatesByCode(tx, code, tx.districts)
  return candidatesByName(tx, { q, districts: registries, atMost: mostCandidates })
}

/** Persons by likeness of name or by codice fiscale; without a question, everybody the reader may see, by name. */
export const searchPersons = async (tx: Tx, asked: Asked): Promise<Outcome<{ rows: PersonRow[]; total: number }>> => {
  const ids = await candidatesOf(tx, asked)
  return done(await listRows(tx, { ...asked, ...(ids ? { ids } : {}) }))
}

type Draft = Omit<z.output<typeof personApi.twins.body>, 'districtId' | 'except'>

const identityOf = (values: PersonValues): Identity => ({
  ...values,
  phones: values.phones.map(readPhone).filter((phone) => phone !== null),
})

/** What may be compared of a record: all that the reader reads, and whether it bears the code that was written. */
const known = (record: PersonRecord, bears: string | null): Identity & { id: string } => ({
  ...(record.values ? identityOf(record.values) : record),
  id: record.id,
  fiscalCode: bears ?? record.values?.codiceFiscale ?? null,
})

/** Persons of the district who may be the one being written, the likeliest first, each with its reasons. */
export const findTwins = async (tx: Tx, districtId: string, draft: Draft, except?: string): Promise<TwinRow[]> => {
  const values = wholeOf({ ...draft, familyName: draft.familyName ?? '', givenName: draft.givenName ?? '' })
  const code = values.codiceFiscale ? normalizeFiscalCode(values.codiceFiscale) : null
  const found = await candidatesForTwins(tx, {
    districtId,
    familyName: values.familyName,
    givenName: values.givenName,
    birthDate: values.birthDate,
    codiceFiscale: code && hasFiscalCodeForm(code) ? code : null,
  })
  const ids = found.ids.filter((id) => id !== except)
  const others = (await listPersons(tx, ids)).map((one) => known(one, one.id === found.bearer ? code : null))
  const ranked = rankMatches({ ...identityOf(values), fiscalCode: code }, others).slice(0, 8)
  const { rows } = await listRows(tx, { ids: ranked.map(({ other }) => other.id), limit: 8, offset: 0 })
  return ranked.flatMap(({ other, match }) => {
    const row = rows.find(({ id }) => id === other.id)
    return row ? [{ ...row, level: match.level, reasons: [...match.reasons] }] : []
  })
}

/**
 * For workers who do not keep the registry: somebody with this codice fiscale is followed, and by whom. Whoever is not
 * followed answers as whoever is not there; the person asked about finds in their file who asked.
 */
export const askFollowed = async (tx: Tx, written: string): Promise<Outcome<{ followedBy: Follower[] }>> => {
  const code = normalizeFiscalCode(written)
  if (!hasFiscalCodeForm(code)) return refuse('invalid', 'persons.fiscalCodeForm', { field: 'codiceFiscale' })
  const followedBy: Follower[] = []
  for (const districtId of districtsWith(tx.actor, 'cases.work', tx.districts)) {
    const [personId] = await candidatesByCode(tx, code, [districtId])
    const followers = personId ? ((await listFollowers(tx, districtId, [personId])).get(personId) ?? []) : []
    followedBy.push(...followers.map(({ name, body, role }) => ({ name, body, role })))
    await writeJournal(tx, {
      act: 'persons.askFollowed',
      districtId,
      subject:
        followers.length > 0 && personId ? { kind: 'person', id: personId } : { kind: 'registry', id: districtId },
      personId: followers.length > 0 ? (personId ?? null) : null,
    })
  }
  return done({ followedBy })
}

/** As `findTwins`, while typing: only in a district whose registry the actor keeps. */
export const searchTwins = async (
  tx: Tx,
  { districtId, except, ...draft }: z.output<typeof personApi.twins.body>,
): Promise<Outcome<{ rows: TwinRow[]; code: CodeReading | null }>> => {
  if (!mayIn(tx.actor, 'persons.register', districtId)) return unknown()
  const values = wholeOf({ ...draft, familyName: draft.familyName ?? '-', givenName: draft.givenName ?? '-' })
  const code = values.codiceFiscale ? await readCode(tx, values.codiceFiscale, values) : null
  const named = draft.familyName !== undefined && draft.givenName !== undefined
  const rows = named || (code && code.fault === null) ? await findTwins(tx, districtId, draft, except) : []
  return done({ rows, code })
}
