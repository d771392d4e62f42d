import type { ReactElement } from 'react'
import { Button, Buttons } from '../../platform/web/kit/Button.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { Pill } from '../../platform/web/kit/State.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { interviewWords } from '../core/interview.words.ts'
import type { SheetAlter } from '../core/wave.api.ts'
import { waveWords } from '../core/wave.words.ts'
import { bare, useAlterLine, useInterview } from './interview.hooks.ts'
import { spaced } from './waves.hooks.ts'

type Acts = {
  readonly onChange: (id: string) => void
  readonly onStill: (alter: SheetAlter) => void
  readonly onGone: (alter: SheetAlter) => void
}

/** One of the last time: still there, changed, gone? */
const Asked = ({ alter, onChange, onStill, onGone }: Acts & { alter: SheetAlter }): ReactElement => {
  const [say, waves, line] = [useWords(interviewWords), useWords(waveWords), useAlterLine()]
  const { label: about, closeness } = alter
  return (
    <Row
      who={<Who name={spaced(about)} tone="old" />}
      title={about}
      level={3}
      text={
        closeness === null || alter.before === null
          ? line(alter)
          : say('map.was', { closeness: waves(`waves.closeness.${closeness}`).toLocaleLowerCase('it') })
      }
      go={
        <Buttons>
          <Button about={about} onClick={() => onStill(alter)}>
            {say('map.still')}
          </Button>
          <Button about={about} onClick={() => onChange(alter.id)}>
            {say('map.changed')}
          </Button>
          <Button about={about} onClick={() => onGone(alter)}>
            {say('map.gone')}
          </Button>
        </Buttons>
      }
    />
  )
}

const Told = ({ alter, onChange }: Pick<Acts, 'onChange'> & { alter: SheetAlter }): ReactElement => {
  const [say, line, { tell }, status] = [useWords(interviewWords), useAlterLine(), useInterview(), useStatus()]
  const { id, label: about, change } = alter
  const remove = (): void => {
    tell({ kind: 'remove', id })
    const undo = (): void => tell({ kind: 'alter', alter: bare(alter) })
    status({ text: say('map.removed', { label: about }), undo })
  }
  return (
    <Row
      who={<Who name={spaced(about)} tone={alter.origin.kind === 'before' ? 'old' : 'tie'} />}
      title={about}
      level={3}
      text={line(alter)}
      state={
        alter.tieId !== null &&
        change !== 'unasked' && <Pill tone={change === 'gone' ? 'late' : 'done'}>{say(`map.state.${change}`)}</Pill>
      }
      go={
        <Buttons>
          <Button icon="pencil" about={about} onClick={() => onChange(id)}>
            {say('map.change')}
          </Button>
          {alter.tieId === null && (
            <Button look="quiet" icon="trash" about={about} onClick={remove}>
              {say('map.remove')}
            </Button>
          )}
        </Buttons>
      }
    />
  )
}

/** The same people as on the circles, with everything that can be done to them. */
export const InterviewList = ({ alters, ...acts }: Acts & { alters: readonly SheetAlter[] }): ReactElement => {
  const say = useWords(interviewWords)
  const ask = alters.filter(({ change }) => change === 'unasked')
  const told = alters.filter(({ change }) => change !== 'unasked')
  return (
    <div className="blocks talk__list">
      {ask.length > 0 && (
        <Section id="chiedere" title={say('map.ask')} count={ask.length}>
          <Rows tight>
            {ask.map((alter) => (
              <Asked key={alter.id} alter={alter} {...acts} />
            ))}
          </Rows>
        </Section>
      )}
      <Section id="elenco" title={say('map.list')} count={told.length || undefined}>
        {told.length === 0 ? (
          <EmptyState icon="people" title={say('map.none')}>
            {say('map.noneHint')}
          </EmptyState>
        ) : (
          <Rows tight>
            {told.map((alter) => (
              <Told key={alter.id} alter={alter} onChange={acts.onChange} />
            ))}
          </Rows>
        )}
      </Section>
    </div>
  )
}
