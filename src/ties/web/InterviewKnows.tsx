import { type ReactElement, useState } from 'react'
import { More, Note } from '../../platform/web/kit/Card.tsx'
import { Check } from '../../platform/web/kit/Choice.tsx'
import { Fieldset } from '../../platform/web/kit/Field.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { weighed } from '../../platform/web/weighed.tsx'
import { interviewWords } from '../core/interview.words.ts'
import type { SheetAlter } from '../core/wave.api.ts'
import type { Link } from '../core/wave.schema.ts'
import { aliveIn } from '../core/wave.ts'
import { InterviewDrawing } from './InterviewDrawing.tsx'
import { useInterview, useTold } from './interview.hooks.ts'

const isBetween = ([a, b]: Link, one: string, other: string): boolean =>
  (a === one && b === other) || (a === other && b === one)

const toggled = (links: readonly Link[], one: string, other: string): Link[] => {
  const without = links.filter((link) => !isBetween(link, one, other))
  return without.length < links.length ? without : [...without, [one, other]]
}

const Knows = (props: {
  alter: SheetAlter
  others: readonly SheetAlter[]
  links: readonly Link[]
  onToggle: (one: string, other: string) => void
}): ReactElement => {
  const say = useWords(interviewWords)
  const { alter, others, links } = props
  const known = (other: SheetAlter): boolean => links.some((link) => isBetween(link, alter.id, other.id))
  const names = others.filter(known).map(({ label }) => label)
  const title = say('knows.of', { label: alter.label })
  return (
    <More label={names.length > 0 ? `${title}: ${names.join(', ')}` : title}>
      <Fieldset id={`knows-${alter.id}`} legend={title}>
        <div className="talk__checks">
          {others.map((other) => (
            <Check
              key={other.id}
              label={other.label}
              checked={known(other)}
              onChange={() => props.onToggle(alter.id, other.id)}
            />
          ))}
        </div>
      </Fieldset>
    </More>
  )
}

/** Who knows whom: two touches on the circles, or ticks in the list. */
export const InterviewKnows = (): ReactElement => {
  const [say, told, { tell }] = [useWords(interviewWords), useTold(), useInterview()]
  const [chosen, setChosen] = useState<string | null>(null)
  const alters = aliveIn(told.alters)
  const links = told.links.filter((link) => link.every((id) => alters.some((alter) => alter.id === id)))
  const toggle = (one: string, other: string): void => tell({ kind: 'links', links: toggled(told.links, one, other) })
  const tap = (id: string): void => {
    if (chosen !== null && chosen !== id) toggle(chosen, id)
    setChosen(chosen === null ? id : null)
  }
  const label = alters.find(({ id }) => id === chosen)?.label
  const lead = links.length === 0 ? say('knows.none') : say('knows.sofar', { count: links.length })
  return (
    <>
      <Sentence lead={weighed(lead)}>{weighed(say('knows.title', { name: told.person }))}</Sentence>
      {alters.length < 2 ? (
        <EmptyState icon="people" title={say('knows.few')} />
      ) : (
        <div className="talk block">
          <div className="talk__draw">
            <InterviewDrawing who={told.person} alters={alters} links={links} chosen={chosen} among onTap={tap} />
            <Note icon="hand">{label ? say('knows.chosen', { label }) : say('knows.touch')}</Note>
          </div>
          <div className="talk__read">
            <Section id="conosce" title={say('knows.list')}>
              {alters.map((alter) => (
                <Knows
                  key={alter.id}
                  alter={alter}
                  others={alters.filter(({ id }) => id !== alter.id)}
                  links={links}
                  onToggle={toggle}
                />
              ))}
            </Section>
          </div>
        </div>
      )}
    </>
  )
}
