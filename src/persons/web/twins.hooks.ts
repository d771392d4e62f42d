import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { Texts } from '../../platform/core/clash.ts'
import { call } from '../../platform/web/call.ts'
import { personApi } from '../core/person.api.ts'
import { entryOf } from '../core/person.form.ts'

export type Twins = z.output<typeof personApi.twins.reply>

/** What is worth comparing: both names, or a codice fiscale of the right length. */
const questionOf = (texts: Texts, districtId: string): z.input<typeof personApi.twins.body> | null => {
  const { familyName, givenName, birthDate, codiceFiscale, birthYear, municipalityIstat, sex, phones } = entryOf(texts)
  const hasCode = (codiceFiscale ?? '').replace(/\s/g, '').length === 16
  if (!districtId || (!(familyName && givenName) && !hasCode)) return null
  return {
    districtId,
    ...(familyName && givenName ? { familyName, givenName } : {}),
    birthDate: birthDate && /^\d{4}-\d\d-\d\d$/.test(birthDate) ? birthDate : null,
    birthYear: birthYear && birthYear > 1889 && birthYear < 2200 ? birthYear : null,
    municipalityIstat,
    sex,
    phones: phones.slice(0, 5).map((phone) => phone.slice(0, 40)),
    codiceFiscale: hasCode ? codiceFiscale : null,
  }
}

/** Asks half a second after the last letter; an answer that comes late is dropped, one that fails changes nothing. */
export const useTwins = (texts: Texts, districtId: string): Twins | null => {
  const [found, setFound] = useState<Twins | null>(null)
  const question = JSON.stringify(questionOf(texts, districtId))
  useEffect(() => {
    const body = JSON.parse(question) as ReturnType<typeof questionOf>
    if (!body) return setFound(null)
    let late = false
    const timer = setTimeout(() => {
      call(personApi.twins, { body }).then(
        (twins) => late || setFound(twins),
        () => {},
      )
    }, 500)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [question])
  return found
}
