import { type ReactElement, useState } from 'react'
import type { Cover } from '../../hours/core/cover.schema.ts'
import { coveredUntil } from '../../hours/core/cover.ts'
import { shiftApi } from '../../hours/core/shift.api.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Callout, Card, Note } from '../../platform/web/kit/Card.tsx'
import { MadePossible } from '../../platform/web/kit/Pact.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { useLanguage } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import type { GiveBack, PactContent } from '../core/content.schema.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { madePossible } from '../core/pact.sides.ts'
import { isOver } from '../core/pact.ts'
import { CoverDialog } from './CoverDialog.tsx'
import { firstNameOf } from './names.ts'
import { usePactWords, useToday, useWhen } from './pact.hooks.ts'
import { useBornTies } from './ties.hooks.ts'

/** What the time given made possible, told from what was really done. */
export const PactMade = ({ sheet, content }: { sheet: PactSheet; content: PactContent }): ReactElement | null => {
  const say = usePactWords()
  const language = useLanguage()
  const ties = useBornTies(sheet)
  if (content.giveBack.length === 0 || sheet.inForce === null) return null
  const name = firstNameOf(sheet.personLabel)
  const told = content.giveBack.map(({ id, tasks, whoBenefits }) => {
    const done = sheet.given.find(({ giveBackId }) => giveBackId === id) ?? { times: 0, minutes: 0 }
    return madePossible(language, { times: done.times, minutes: done.minutes, tasks, whoBenefits })
  })
  return (
    <div className="block">
      <MadePossible
        id="made"
        title={say('pacts.page.made', { name })}
        drawing={{
          who: sheet.personLabel,
          others: ties.slice(0, 3).map(({ other }) => other),
          label: say('pacts.page.madeLabel', { name }),
        }}
      >
        {told.join(' ')}
      </MadePossible>
      <Note>{say('pacts.given.chosen', { name })}</Note>
    </div>
  )
}

const CoverState = ({ covers, endsOn }: { covers: readonly Cover[]; endsOn: string | null }): ReactElement => {
  const say = usePactWords()
  const today = useToday()
  const { day } = useWhen()
  const until = coveredUntil(covers, today)
  if (until === null) return <Callout tone="late">{say('pacts.page.notCovered')}</Callout>
  if (endsOn !== null && until < endsOn) return <Callout>{say('pacts.page.coverEnds', { day: day(until) })}</Callout>
  return <State tone="done">{say('pacts.page.covered', { day: day(until) })}</State>
}

const GiveBackCard = (props: {
  sheet: PactSheet
  one: GiveBack
  covers: readonly Cover[]
  onCover: () => void
}): ReactElement => {
  const say = usePactWords()
  const { one, sheet } = props
  const host = [
    one.hostLabel && say('pacts.page.host', { host: one.hostLabel }),
    one.hostTutor && say('pacts.page.withTutor', { name: one.hostTutor }),
  ]
  const live = sheet.inForce !== null && !isOver(sheet.pact.state)
  return (
    <Card title={one.tasks || say('pacts.field.giveBack')} icon="give">
      <p>{say(`hours.form.${one.legalForm}`)}.</p>
      <p className="small soft">{[host.filter(Boolean).join(', '), one.schedule].filter(Boolean).join('. ')}</p>
      <CoverState covers={props.covers} endsOn={sheet.pact.endsOn} />
      {sheet.mayWrite && live && (
        <Button look="quiet" icon="plus" about={one.tasks} onClick={props.onCover}>
          {say('pacts.page.addCover')}
        </Button>
      )}
    </Card>
  )
}

/** Time for others: what, where, in which legal form, and whether it is insured today. */
export const PactGiving = ({ sheet, content }: { sheet: PactSheet; content: PactContent }): ReactElement => {
  const say = usePactWords()
  const [covered, setCovered] = useState<GiveBack | null>(null)
  const shifts = useRead(shiftApi.ofPact, { params: { pactId: sheet.pact.id }, enabled: sheet.inForce !== null })
  const coversOf = (one: GiveBack): readonly Cover[] =>
    shifts.data?.giveBack.find(({ id }) => id === one.id)?.covers ?? one.covers
  return (
    <Section
      id="giving"
      block
      title={say('pacts.page.giveBack')}
      more={
        content.giveBack.length > 0 &&
        sheet.inForce && <a href={at(`/patti/${sheet.pact.id}/turni`)}>{say('pacts.page.shifts')}</a>
      }
    >
      {content.giveBack.length === 0 && <p className="soft">{say('pacts.page.noGiveBack')}</p>}
      <div className="goals">
        {content.giveBack.map((one) => (
          <GiveBackCard key={one.id} sheet={sheet} one={one} covers={coversOf(one)} onCover={() => setCovered(one)} />
        ))}
      </div>
      {covered && <CoverDialog pactId={sheet.pact.id} giveBackId={covered.id} onClose={() => setCovered(null)} />}
    </Section>
  )
}
