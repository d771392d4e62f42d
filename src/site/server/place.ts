import type { Language } from '../../platform/core/words.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { labelIn, offered } from '../../settings/core/entry.label.ts'
import type { District, Programme } from '../../settings/core/settings.schema.ts'
import { allDistricts, allMunicipalities, catalogueOf, programmeNow } from '../../settings/server/settings.door.ts'
import type { Town } from '../core/form.ts'
import type { Place } from '../web/PublicPage.tsx'

export type Ground = {
  readonly language: Language
  readonly place: Place
  readonly programme: Programme
  readonly districts: readonly District[]
  readonly towns: readonly Town[]
}

/** What the forms offer besides, from the programme's list as it is now. */
export type FormGround = Ground & { readonly signs: readonly { readonly value: string; readonly label: string }[] }

/** What a public page says of the programme, in the language asked for. */
export const groundOf = async (tx: Tx, language: Language, path: string): Promise<Ground> => {
  const programme = await programmeNow(tx)
  const districts = (await allDistricts(tx)).filter(({ state }) => state === 'active')
  const towns = (await allMunicipalities(tx)).flatMap(({ istatCode, name, districtId }) =>
    districtId ? [{ istat: istatCode, name }] : [],
  )
  const place: Place = {
    name: programme.name,
    seats: districts.map(({ seat, name }) => seat || name),
    towns: towns.length,
    days: programme.deadlines.firstContactDays,
    urgentDays: programme.deadlines.urgentContactDays,
    path,
    source: tx.services.config.SOURCE_URL,
  }
  return { language, place, programme, districts, towns }
}

export const formGroundOf = async (tx: Tx, language: Language, path: string): Promise<FormGround> => {
  const entries = offered(await catalogueOf(tx, 'observedSign'))
  const signs = entries.map(({ code }) => ({ value: code, label: labelIn(entries, code, language) }))
  return { ...(await groundOf(tx, language, path)), signs }
}
