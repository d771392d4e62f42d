import type { ReactElement } from 'react'
import { ownMeasureWords } from '../../../measures/core/own.words.ts'
import { dayOf } from '../../../platform/core/day.ts'
import type { PlainIcon } from '../../../platform/core/documents.schema.ts'
import { dayName, timeOnly } from '../../../platform/core/words.ts'
import { Button, TextLink } from '../../../platform/web/kit/Button.tsx'
import { Callout } from '../../../platform/web/kit/Card.tsx'
import type { IconName } from '../../../platform/web/kit/icons.ts'
import { Meet, Met, Mine, MyBox } from '../../../platform/web/kit/Mine.tsx'
import type { SideKind } from '../../../platform/web/kit/Pact.tsx'
import { Sentence } from '../../../platform/web/kit/Sentence.tsx'
import { State } from '../../../platform/web/kit/State.tsx'
import { useLanguage, useWords } from '../../../platform/web/language.tsx'
import { questionPageWords } from '../../../ties/core/question.page.words.ts'
import type { Side } from '../../core/content.schema.ts'
import type { OwnLine, OwnView } from '../../core/own.view.ts'
import { ownWords } from '../../core/own.words.ts'
import { OwnBefore } from './OwnBefore.tsx'
import { OwnOpened } from './OwnOpened.tsx'

const icons: Record<PlainIcon, IconName> = {
  hand: 'hand',
  home: 'house',
  school: 'pencil',
  talk: 'chat',
  work: 'building',
  money: 'coin',
  health: 'leaf',
  food: 'pot',
  family: 'people',
  travel: 'pin',
  calendar: 'calendar',
  paper: 'pact',
}
const kinds: Record<Side, SideKind> = { person: 'persona', services: 'servizi', community: 'comunita' }
const allSides: readonly Side[] = ['person', 'services', 'community']

/** One button that says of one's own commitment that it is done. */
const SayDone = ({ line, pactId }: { line: OwnLine; pactId: string }): ReactElement => (
  <form method="post" action="/mio/patto/fatto">
    <input type="hidden" name="pactId" value={pactId} />
    <input type="hidden" name="itemId" value={line.id} />
    <Button type="submit" icon="check" about={line.sentence}>
      {useWords(ownWords)('pacts.own.sayDone')}
    </Button>
  </form>
)

const Line = ({ line, pactId }: { line: OwnLine; pactId: string | null }): ReactElement => (
  <Mine
    icon={icons[line.icon]}
    title={line.sentence}
    text={line.detail}
    state={
      <>
        {line.state && (
          <p>
            <State tone={line.tone} {...(line.tone === 'now' ? { icon: 'calendar' as const } : {})}>
              {line.state}
            </State>
          </p>
        )}
        {line.canSay && pactId && <SayDone line={line} pactId={pactId} />}
      </>
    }
  />
)

const Sides = ({ view }: { view: OwnView }): ReactElement => {
  const say = useWords(ownWords)
  return (
    <div className="blocks">
      {allSides
        .filter((side) => view.sides[side].length > 0)
        .map((side) => (
          <MyBox key={side} id={side} side={kinds[side]} title={say(`pacts.own.${side}`)}>
            {view.sides[side].map((line) => (
              <Line key={line.id} line={line} pactId={view.pactId} />
            ))}
          </MyBox>
        ))}
    </div>
  )
}

const stateKeys = {
  none: 'pacts.own.none',
  draft: 'pacts.own.draft',
  suspended: 'pacts.own.suspended',
  over: 'pacts.own.over',
} as const

/** The next meeting says what to do now; without one, the pact says how it stands. */
const Now = ({ view }: { view: OwnView }): ReactElement => {
  const say = useWords(ownWords)
  const language = useLanguage()
  const { meeting, state } = view
  const hello = view.name ? say('pacts.own.hello', { name: view.name }) : undefined
  if (!meeting)
    return <Sentence eyebrow={hello}>{say(state === 'binding' ? 'pacts.own.noMeeting' : stateKeys[state])}</Sentence>
  const time = timeOnly(language, meeting.at)
  const isToday = dayOf(meeting.at) === view.today
  const when = isToday
    ? say('pacts.own.meetToday', { time })
    : say('pacts.own.meetOn', { day: dayName(language, meeting.at), time })
  return (
    <>
      <Sentence eyebrow={hello}>
        <strong>{when.charAt(0).toUpperCase() + when.slice(1)}</strong>{' '}
        {meeting.withWhom ? say('pacts.own.meetWith', { name: meeting.withWhom }) : say('pacts.own.meetAlone')}
      </Sentence>
      <Meet place={meeting.place || say('pacts.own.title')} text={when}>
        <form method="post" action="/mio/patto/non-posso">
          <input type="hidden" name="appointmentId" value={meeting.id} />
          <Button type="submit" wide>
            {say('pacts.own.cannotCome')}
          </Button>
        </form>
      </Meet>
    </>
  )
}

const Thanks = ({ view }: { view: OwnView }): ReactElement | null => {
  const say = useWords(ownWords)
  if (view.given.length === 0 && view.met.length === 0) return null
  return (
    <section className="thanks" aria-labelledby="thanks">
      <h2 id="thanks">{say('pacts.own.thanks')}</h2>
      {view.given.map((sentence) => (
        <p key={sentence} className="madeposs__big">
          {sentence}
        </p>
      ))}
      {view.given.length > 0 && <p className="mt">{say('pacts.own.choice')}</p>}
      {view.met.length > 0 && (
        <>
          <h3>{say('pacts.own.met')}</h3>
          <Met items={view.met} />
          <p className="small mt">{say('pacts.own.metNote')}</p>
        </>
      )}
    </section>
  )
}

const Links = ({ view }: { view: OwnView }): ReactElement => {
  const [say, ties, measures] = [useWords(ownWords), useWords(questionPageWords), useWords(ownMeasureWords)]
  return (
    <p className="me-tools me-tools--col">
      <TextLink href="/mio/legami" icon="link">
        {view.asked === 0 ? ties('ties.own.link') : ties('ties.own.linkAsked', { count: view.asked })}
      </TextLink>
      {view.measured > 0 && (
        <TextLink href="/mio/misure" icon="chart">
          {measures('link')}
        </TextLink>
      )}
      {view.call?.phone && (
        <TextLink href={`tel:${view.call.phone.replace(/[^\d+]/g, '')}`} icon="phone">
          {say('pacts.own.call', { name: view.call.name })}
        </TextLink>
      )}
      {view.state !== 'none' && (
        <TextLink href="/mio/patto.pdf" icon="print">
          {say('pacts.own.print')}
        </TextLink>
      )}
      <TextLink href="/mio/correzione" icon="pencil">
        {say('pacts.own.correct')}
      </TextLink>
      {view.leaving.canAsk && (
        <TextLink href="/mio/patto/uscire" icon="leave">
          {say('pacts.own.leave')}
        </TextLink>
      )}
    </p>
  )
}

const toldKey = (told: string): 'pacts.own.toldDone' | 'pacts.own.toldLeave' | 'pacts.own.told' => {
  if (told === 'done') return 'pacts.own.toldDone'
  return told === 'leave' ? 'pacts.own.toldLeave' : 'pacts.own.told'
}

/** What was just said is thanked for; a request to leave shows until it is answered, and its answer after that. */
const Told = ({ view }: { view: OwnView }): ReactElement => {
  const say = useWords(ownWords)
  const { told, leaving } = view
  return (
    <>
      {told !== null && <Callout tone="done">{say(toldKey(told))}</Callout>}
      {leaving.asked && told !== 'leave' && <Callout>{say('pacts.own.leaveAsked')}</Callout>}
      {leaving.answer !== '' && (
        <Callout tone="calm">
          <p>{say('pacts.own.leaveAnswer')}</p>
          <p>“{leaving.answer}”</p>
        </Callout>
      )}
    </>
  )
}

/** The person's own page: the next meeting, the three sides, what giving made possible, who opened the file. */
export const OwnPact = ({ view }: { view: OwnView }): ReactElement => {
  const say = useWords(ownWords)
  return (
    <>
      <div className="me-top">
        <Told view={view} />
        <Now view={view} />
        {view.meeting && view.state !== 'binding' && <p className="lead">{say(stateKeys[view.state])}</p>}
      </div>
      <div className="me-cols">
        <Sides view={view} />
        <div className="blocks">
          <Thanks view={view} />
          <OwnBefore rows={view.before} />
          <OwnOpened rows={view.opened} />
          <Links view={view} />
        </div>
      </div>
    </>
  )
}
