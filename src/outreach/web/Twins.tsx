import { type ReactElement, useEffect, useState } from 'react'
import { personApi, type TwinRow } from '../../persons/core/person.api.ts'
import { personWords } from '../../persons/core/person.words.ts'
import type { Texts } from '../../platform/core/clash.ts'
import { longDate } from '../../platform/core/words.ts'
import { call } from '../../platform/web/call.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import { outreachWebWords } from '../core/outreach.web.words.ts'
import { type OpenReferral, referralsApi } from '../core/referrals.api.ts'

/** Asks half a second after the last letter; an answer that comes late is dropped. */
const useTwins = (
  one: OpenReferral,
  { givenName = '', familyName = '', birthDate = '' }: Texts,
): readonly TwinRow[] => {
  const [found, setFound] = useState<readonly TwinRow[]>([])
  const { districtId, municipalityIstat } = one
  useEffect(() => {
    if (givenName.trim() === '' || familyName.trim() === '') return setFound([])
    let late = false
    const day = /^\d{4}-\d\d-\d\d$/.test(birthDate) ? birthDate : null
    const timer = setTimeout(() => {
      call(personApi.twins, { body: { districtId, givenName, familyName, birthDate: day, municipalityIstat } }).then(
        ({ rows }) => late || setFound(rows),
        () => {},
      )
    }, 500)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [districtId, municipalityIstat, givenName, familyName, birthDate])
  return found
}

/** People of the registry who may be the one being written, each with the reasons, to be joined in one press. */
export const Twins = ({ one, texts }: { one: OpenReferral; texts: Texts }): ReactElement => {
  const [say, words, language] = [useWords(outreachWebWords), useWords(personWords), useLanguage()]
  const [link, tell] = [useAct(referralsApi.link), useStatus()]
  const twins = useTwins(one, texts)
  const join = ({ id, reasons, givenName, familyName }: TwinRow): void =>
    link.mutate(
      { params: { referralId: one.id }, body: { personId: id, matched: reasons, reason: '', version: one.version } },
      { onSuccess: () => tell({ text: say('web.joined', { name: `${givenName} ${familyName}` }) }) },
    )
  return (
    <div role="status">
      {twins.length > 0 && (
        <>
          <h3>{say('web.twins')}</h3>
          <p>{say('web.twinsLead')}</p>
          <Rows>
            {twins.map((twin) => (
              <Row
                key={twin.id}
                level={4}
                who={<Who name={`${twin.givenName} ${twin.familyName}`} />}
                title={`${twin.givenName} ${twin.familyName}`}
                text={[
                  twin.birthDate && longDate(language, twin.birthDate),
                  twin.municipality,
                  twin.reasons.map((reason) => words(`persons.match.${reason}`)).join(', '),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                go={
                  <Button icon="merge" busy={link.isPending} about={twin.familyName} onClick={() => join(twin)}>
                    {say('web.twinsJoin')}
                  </Button>
                }
              />
            ))}
          </Rows>
        </>
      )}
    </div>
  )
}
