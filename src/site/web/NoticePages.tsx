import type { ReactElement, ReactNode } from 'react'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../platform/web/language.tsx'
import type { District } from '../../settings/core/settings.schema.ts'
import { noticeWords } from '../core/notices.words.ts'
import { siteWords } from '../core/site.words.ts'
import { ColumnPage, type Place } from './PublicPage.tsx'

const Part = (props: {
  title: string
  text?: string
  points?: readonly string[]
  children?: ReactNode
}): ReactElement => (
  <>
    <h2>{props.title}</h2>
    {props.text && <p>{props.text}</p>}
    {props.points && (
      <ul>
        {props.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    )}
    {props.children}
  </>
)

const Controllers = ({ districts }: { districts: readonly District[] }): ReactElement => {
  const say = useWords(noticeWords)
  const or = (text: string): string => text || say('site.privacy.missing')
  return (
    <>
      {districts.map((one) => (
        <div key={one.id}>
          <h3>{one.name}</h3>
          <p>
            {say('site.privacy.controller', { controller: or(one.controller) })}
            <br />
            {say('site.privacy.contact', { contact: or(one.controllerContact) })}
            <br />
            {say('site.privacy.dpo', { dpo: or(one.dpoContact) })}
          </p>
        </div>
      ))}
    </>
  )
}

export type PrivacyProps = {
  readonly place: Place
  readonly districts: readonly District[]
  readonly version: string
  readonly months: number
}

export const PrivacyPage = ({ place, districts, version, months }: PrivacyProps): ReactElement => {
  const say = useWords(noticeWords)
  const title = useWords(siteWords)('site.privacy')
  return (
    <ColumnPage place={place} title={title}>
      <Sentence lead={say('site.privacy.lead', { version })}>{say('site.privacy.title')}</Sentence>
      <div className="prose">
        <Part
          title={say('site.privacy.what')}
          points={[
            say('site.privacy.what1'),
            say('site.privacy.what2'),
            say('site.privacy.what3'),
            say('site.privacy.what4'),
          ]}
        />
        <Part
          title={say('site.privacy.followed')}
          points={[
            say('site.privacy.followed1'),
            say('site.privacy.followed2'),
            say('site.privacy.followed3'),
            say('site.privacy.followed4'),
            say('site.privacy.followed5'),
          ]}
        />
        <Part title={say('site.privacy.others')} points={[say('site.privacy.others1'), say('site.privacy.others2')]} />
        <Part title={say('site.privacy.why')} text={say('site.privacy.whyText')} />
        <Part
          title={say('site.privacy.see')}
          points={[
            say('site.privacy.see1'),
            say('site.privacy.see2'),
            say('site.privacy.see4'),
            say('site.privacy.see5'),
            say('site.privacy.see3'),
          ]}
        />
        <Part title={say('site.privacy.long')} text={say('site.privacy.longText', { months })} />
        <Part title={say('site.privacy.rights')} text={say('site.privacy.rightsText')} />
        <Part title={say('site.privacy.cookies')} text={say('site.privacy.cookiesText')} />
        <Part title={say('site.privacy.who')} text={say('site.privacy.whoText')}>
          <Controllers districts={districts} />
        </Part>
      </div>
    </ColumnPage>
  )
}

export const AccessibilityPage = ({ place }: { place: Place }): ReactElement => {
  const say = useWords(noticeWords)
  const title = useWords(siteWords)('site.accessibility')
  return (
    <ColumnPage place={place} title={title}>
      <Sentence lead={say('site.access.lead')}>{say('site.access.title')}</Sentence>
      <div className="prose">
        <Part
          title={say('site.access.done')}
          points={[
            say('site.access.done1'),
            say('site.access.done2'),
            say('site.access.done3'),
            say('site.access.done5'),
            say('site.access.done6'),
            say('site.access.done4'),
          ]}
        />
        <Part
          title={say('site.access.not')}
          points={[say('site.access.not1'), say('site.access.not2'), say('site.access.not3'), say('site.access.not4')]}
        />
        <Part title={say('site.access.tell')} text={say('site.access.tellText')} />
        <Part title={say('site.access.when')} text={say('site.access.whenText')} />
      </div>
    </ColumnPage>
  )
}

export const CreditsPage = ({ place }: { place: Place }): ReactElement => {
  const say = useWords(noticeWords)
  const site = useWords(siteWords)
  const title = site('site.credits')
  return (
    <ColumnPage place={place} title={title}>
      <Sentence lead={say('site.credits.lead')}>{say('site.credits.title')}</Sentence>
      <div className="prose">
        <Part
          title={say('site.credits.code')}
          text={say(place.source ? 'site.credits.codeHere' : 'site.credits.codeText')}
        >
          {place.source && (
            <p>
              <a href={place.source}>{site('site.source')}</a>
            </p>
          )}
        </Part>
        <Part
          title={say('site.credits.parts')}
          points={[
            say('site.credits.font'),
            say('site.credits.noto'),
            say('site.credits.parts2'),
            say('site.credits.tokens'),
            say('site.credits.texts'),
            say('site.credits.places'),
            say('site.credits.icons'),
          ]}
        />
      </div>
    </ColumnPage>
  )
}
