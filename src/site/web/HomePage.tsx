import type { ReactElement } from 'react'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { Icon } from '../../platform/web/kit/Icon.tsx'
import type { IconName } from '../../platform/web/kit/icons.ts'
import { Band } from '../../platform/web/kit/Shells.tsx'
import { Thread, ThreadItem } from '../../platform/web/kit/Thread.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { siteWords } from '../core/site.words.ts'
import { HomeDrawing } from './HomeDrawing.tsx'
import { type Place, PublicPage } from './PublicPage.tsx'

const Hero = ({ place }: { place: Place }): ReactElement => {
  const say = useWords(siteWords)
  return (
    <section className="hero">
      <div className="wrap">
        <div className="hero__text">
          <h1>{say('site.home.title')}</h1>
          <p className="lead">{say('site.home.lead', { name: place.name })}</p>
          <p className="hero__go">
            <LinkButton look="main" icon="hand" href="/chiedi-una-mano">
              {say('site.ask')}
            </LinkButton>
            <LinkButton icon="eye" href="/sono-preoccupato">
              {say('site.worry')}
            </LinkButton>
          </p>
        </div>
        <HomeDrawing />
      </div>
    </section>
  )
}

type Way = { icon: IconName; title: string; text: string; href: string; go: string; warm?: boolean }

const Door = (way: Way): ReactElement => (
  <article className={way.warm ? 'door door--give' : 'door door--ask'}>
    <span className="door__i">
      <Icon name={way.icon} />
    </span>
    <h3>{way.title}</h3>
    <p>{way.text}</p>
    <LinkButton href={way.href}>{way.go}</LinkButton>
  </article>
)

const Ways = ({ place }: { place: Place }): ReactElement => {
  const say = useWords(siteWords)
  const ways: readonly Way[] = [
    {
      icon: 'hand',
      title: say('site.ask'),
      text: say('site.home.askText', { days: place.days }),
      href: '/chiedi-una-mano',
      go: say('site.ask'),
    },
    {
      icon: 'heart',
      title: say('site.worry'),
      text: say('site.home.worryText'),
      href: '/sono-preoccupato',
      go: say('site.worry'),
      warm: true,
    },
    {
      icon: 'key',
      title: say('site.receipt'),
      text: say('site.home.receiptText'),
      href: '/ricevuta',
      go: say('site.home.receiptGo'),
    },
  ]
  return (
    <Band warm labelledBy="ways">
      <h2 id="ways" className="h-big">
        {say('site.home.ways')}
      </h2>
      <div className="doors doors--3">
        {ways.map((way) => (
          <Door key={way.href} {...way} />
        ))}
      </div>
    </Band>
  )
}

/** The first page: what this is, and the three ways in. */
export const HomePage = ({ place }: { place: Place }): ReactElement => {
  const say = useWords(siteWords)
  return (
    <PublicPage place={place}>
      <Hero place={place} />
      <Ways place={place} />
      <Band labelledBy="how">
        <h2 id="how" className="h-big">
          {say('site.home.how')}
        </h2>
        <div className="mt">
          <Thread>
            <ThreadItem bead="tie" title={say('site.home.step1')} text={say('site.home.step1Text')} />
            <ThreadItem
              bead="tie"
              title={say('site.home.step2')}
              text={say('site.home.step2Text', { days: place.days })}
            />
            <ThreadItem bead="tie" title={say('site.home.step3')} text={say('site.home.step3Text')} />
          </Thread>
        </div>
      </Band>
    </PublicPage>
  )
}
