import type { ReactElement } from 'react'
import type { z } from 'zod'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { Answered } from '../../platform/web/Answered.tsx'
import { faultAt } from '../../platform/web/Faults.tsx'
import { partsOf } from '../../platform/web/form.ts'
import { Note } from '../../platform/web/kit/Card.tsx'
import { ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Crumbs, Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useAct } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { findInstrument, tieMap } from '../core/instruments.ts'
import { shelfApi } from '../core/shelf.api.ts'
import { shelfWords } from '../core/shelf.words.ts'
import { useLanguageName } from './StartMeasurePage.tsx'
import { useShelf } from './shelf.hooks.ts'
import { useDay, useSpoken, useTitle } from './spoken.hooks.ts'

export type Shelf = z.output<typeof shelfApi.shelf.reply>
export type Shelved = Shelf['instruments'][number]

/** Where a page of the shelf stands. */
export const ShelfCrumbs = ({ here }: { here?: string }): ReactElement => {
  const say = useWords(shelfWords)
  const title = say('title')
  return (
    <Crumbs
      label={say('here')}
      items={[
        { label: say('administration'), href: at('/amministrazione') },
        ...(here ? [{ label: title, href: at('/amministrazione/misure') }, { label: here }] : [{ label: title }]),
      ]}
    />
  )
}

const OneOf = ({ row }: { row: Shelved }): ReactElement | null => {
  const [say, spoken, nameOf] = [useWords(shelfWords), useSpoken(), useLanguageName()]
  const one = findInstrument(row.code)
  if (!one) return null
  const state = one.off ? 'off' : row.languages.length > 0 ? 'ready' : 'lacks'
  return (
    <Row
      title={one.name}
      href={at(`/amministrazione/misure/${one.code}`)}
      text={spoken(one.title)}
      state={
        <State tone={state === 'ready' ? 'done' : 'calm'}>
          {say(state, { languages: row.languages.map(nameOf).join(', ') })}
        </State>
      }
    />
  )
}

const days = ['firstDays', 'midMonths', 'lastDays', 'afterMonths'] as const

const PlanForm = ({ shelf }: { shelf: Shelf }): ReactElement => {
  const [say, title, tell, act] = [useWords(shelfWords), useTitle(), useStatus(), useAct(shelfApi.savePlan)]
  const usable = [
    tieMap,
    ...shelf.instruments
      .filter(({ code }) => findInstrument(code)?.raters === 'person' && !findInstrument(code)?.off)
      .map(({ code }) => code),
  ]
  const save = (texts: Readonly<Record<string, string>>): void =>
    act.mutate(
      {
        body: {
          version: shelf.version,
          battery: partsOf(texts.battery),
          firstDays: Number(texts.firstDays),
          midMonths: Number(texts.midMonths),
          lastDays: Number(texts.lastDays),
          afterMonths: Number(texts.afterMonths),
        },
      },
      { onSuccess: () => tell({ text: say('planSaved') }) },
    )
  return (
    <ActForm act={act} go={say('savePlan')} icon="save" onGo={save}>
      {(faults) => (
        <>
          <ChoiceGroup
            id="battery"
            name="battery"
            many
            label={say('battery')}
            hint={say('batteryHint')}
            defaultValue={[...shelf.plan.battery]}
            options={usable.map((code) => ({ value: code, label: title(code), detail: findInstrument(code)?.name }))}
          />
          {days.map((name) => (
            <TextInput
              key={name}
              id={name}
              name={name}
              short
              inputMode="numeric"
              label={say(name)}
              error={faultAt(faults, name)}
              defaultValue={String(shelf.plan[name])}
            />
          ))}
        </>
      )}
    </ActForm>
  )
}

/** Which pacts the plan has reached; looked at again while it is on its way. */
const Reached = ({ reached }: Pick<Shelf, 'reached'>): ReactElement | null => {
  const [say, day] = [useWords(shelfWords), useDay()]
  if (reached === null) return null
  if (reached === 'soon') return <Note>{say('reachSoon')}</Note>
  return <Note>{weighed(say('reached', { count: reached.pacts, day: day(reached.on) }))}</Note>
}

const Whole = ({ shelf }: { shelf: Shelf }): ReactElement => {
  const say = useWords(shelfWords)
  const ready = shelf.instruments.filter(({ code, languages }) => !findInstrument(code)?.off && languages.length > 0)
  return (
    <>
      <ShelfCrumbs />
      <Sentence lead={say('lead')}>
        {weighed(say('sentence', { count: ready.length, of: shelf.instruments.length }))}
      </Sentence>
      <div className="block">
        <Rows>
          {shelf.instruments.map((row) => (
            <OneOf key={row.code} row={row} />
          ))}
        </Rows>
      </div>
      <Section id="quando" title={say('plan')} block>
        <Reached reached={shelf.reached} />
        <PlanForm key={shelf.version} shelf={shelf} />
      </Section>
    </>
  )
}

/** Every instrument with where it stands, and what is asked when. */
export const ShelfPage = (): ReactElement | null => (
  <Answered of={useShelf()}>{(shelf) => <Whole shelf={shelf} />}</Answered>
)
