import type { ReactElement, ReactNode } from 'react'
import type { Language } from '../../platform/core/words.ts'
import { LanguageSwitch } from '../../platform/web/kit/Lists.tsx'
import { Crumbs } from '../../platform/web/kit/Sentence.tsx'
import { Column, PublicShell } from '../../platform/web/kit/Shells.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { siteWords } from '../core/site.words.ts'

/** What every public page knows of the programme. */
export type Place = {
  readonly name: string
  readonly seats: readonly string[]
  readonly towns: number
  /** Days to the first contact, and when it is urgent. */
  readonly days: number
  readonly urgentDays: number
  /** The address of this page, for the switch of language and the navigation. */
  readonly path: string
  /** Where the source of the running version is; absent when whoever runs it has not said. */
  readonly source?: string | undefined
}

const names: Readonly<Record<Language, string>> = { it: 'Italiano', en: 'English' }

const Languages = ({ path }: { path: string }): ReactElement => {
  const say = useWords(siteWords)
  const language = useLanguage()
  return (
    <LanguageSwitch
      label={say('site.language')}
      items={(['it', 'en'] as const).map((code) => ({
        code,
        name: names[code],
        href: `${path}?lang=${code}`,
        current: code === language,
      }))}
    />
  )
}

const listOf = (language: Language, seats: readonly string[]): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(seats)

/** Header, footer and languages of a public page. */
export const PublicPage = ({ place, children }: { place: Place; children: ReactNode }): ReactElement => {
  const say = useWords(siteWords)
  const language = useLanguage()
  const link = (key: 'site.ask' | 'site.worry' | 'site.receipt', href: string) => ({
    label: say(key),
    href,
    current: place.path === href,
  })
  return (
    <PublicShell
      name={place.name}
      motto={say('site.motto')}
      home="/"
      owner={say('site.owner', { seats: listOf(language, place.seats) })}
      words={{ skip: say('site.skip'), nav: say('site.nav') }}
      nav={[
        link('site.ask', '/chiedi-una-mano'),
        link('site.worry', '/sono-preoccupato'),
        link('site.receipt', '/ricevuta'),
      ]}
      enter={{ label: say('site.enter'), href: '/scrivania' }}
      languages={<Languages path={place.path} />}
      foot={{
        columns: [
          {
            title: say('site.foot.talk'),
            text: say('site.foot.talkText', { days: place.days, urgent: place.urgentDays }),
            link: { label: say('site.ask'), href: '/chiedi-una-mano' },
          },
          {
            title: say('site.foot.where'),
            text: say('site.foot.whereText', { count: place.towns }),
            link: { label: say('site.foot.whereLink'), href: '/ricevuta' },
          },
          {
            title: say('site.foot.data'),
            text: say('site.foot.dataText'),
            link: { label: say('site.foot.dataLink'), href: '/privacy' },
          },
        ],
        legal: [
          { label: say('site.accessibility'), href: '/accessibilita' },
          { label: say('site.privacy'), href: '/privacy' },
          { label: say('site.credits'), href: '/crediti' },
          ...(place.source ? [{ label: say('site.source'), href: place.source }] : []),
        ],
      }}
    >
      {children}
    </PublicShell>
  )
}

/** A page in one narrow column, below its crumbs; `under` is the page that it came out of. */
export const ColumnPage = (props: {
  place: Place
  title: string
  under?: { readonly label: string; readonly href: string }
  children: ReactNode
}): ReactElement => {
  const say = useWords(siteWords)
  return (
    <PublicPage place={props.place}>
      <Column>
        <Crumbs
          label={say('site.crumbs')}
          items={[
            { label: say('site.home'), href: '/' },
            ...(props.under ? [props.under] : []),
            { label: props.title },
          ]}
        />
        <div className="stack">{props.children}</div>
      </Column>
    </PublicPage>
  )
}
