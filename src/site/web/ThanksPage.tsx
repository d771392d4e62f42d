import type { ReactElement } from 'react'
import { dayName } from '../../platform/core/words.ts'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { Card, Facts, Note } from '../../platform/web/kit/Card.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { siteWords } from '../core/site.words.ts'
import { ColumnPage, type Place } from './PublicPage.tsx'

/** The form that this came out of. */
const formOf = ({ path }: Place, antenna: string | undefined): 'site.antennaPage' | 'site.worry' | 'site.ask' => {
  if (antenna) return 'site.antennaPage'
  return path === '/sono-preoccupato' ? 'site.worry' : 'site.ask'
}

export type ThanksProps = {
  readonly place: Place
  /** Day by which somebody calls. */
  readonly due: string
  readonly code: string
  readonly antenna?: string
}

/** The request has arrived: when somebody calls, and the code to look it up. */
export const ThanksPage = ({ place, due, code, antenna }: ThanksProps): ReactElement => {
  const say = useWords(siteWords)
  const day = dayName(useLanguage(), due)
  return (
    <ColumnPage
      place={place}
      title={say('site.arrived')}
      under={{ label: say(formOf(place, antenna)), href: place.path }}
    >
      <Sentence lead={say(antenna ? 'site.thanksAntennaLead' : 'site.thanksLead', { day })}>
        {antenna ? say('site.thanksAntenna', { name: antenna }) : say('site.thanks')}
      </Sentence>
      <Card warm title={say('site.yourCode')} level={2}>
        <div className="stack">
          <p>
            <strong className="receipt">{code}</strong>
          </p>
          <p>{say('site.codeKeep')}</p>
          <div className="no-print">
            <Note icon="print">{say('site.print')}</Note>
          </div>
        </div>
      </Card>
      <p className="btns no-print">
        {antenna ? (
          <LinkButton href={place.path}>{say('site.another')}</LinkButton>
        ) : (
          <LinkButton href="/ricevuta">{say('site.seeReceipt')}</LinkButton>
        )}
      </p>
    </ColumnPage>
  )
}

/** Nobody may be contacted: what was kept, what was not, and where else to go. */
export const AnonymousPage = ({ place, antenna }: { place: Place; antenna?: string }): ReactElement => {
  const say = useWords(siteWords)
  return (
    <ColumnPage
      place={place}
      title={say('site.counted')}
      under={{ label: say(formOf(place, antenna)), href: place.path }}
    >
      <Sentence lead={say('site.anonymousLead')}>{say('site.anonymous')}</Sentence>
      <Card title={say('site.anonymousElse')} level={2}>
        <Facts
          items={[
            { icon: 'building', text: say('site.anonymousTown') },
            { icon: 'alert', text: say('site.anonymous112') },
            { icon: 'phone', text: say('site.anonymous1522') },
            { icon: 'people', text: say('site.anonymous114') },
          ]}
        />
      </Card>
      <p className="btns">
        <LinkButton href={place.path}>{say(antenna ? 'site.another' : 'site.anonymousAgain')}</LinkButton>
      </p>
    </ColumnPage>
  )
}
