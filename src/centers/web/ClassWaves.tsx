import type { ReactElement } from 'react'
import { longDate, timeOnly } from '../../platform/core/words.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { Faults } from '../../platform/web/Faults.tsx'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Callout, More } from '../../platform/web/kit/Card.tsx'
import { Select } from '../../platform/web/kit/Field.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { classPageWords } from '../core/class.page.words.ts'
import { ClassQuestion, type ClassWave, classApi, type SchoolClass } from '../core/class.schema.ts'
import { changeBetween } from '../core/class.ts'
import { PupilTable, Sociogram } from './Sociogram.tsx'
import { listed, paired } from './years.ts'

const spans = ['2', '24', '168'] as const

const AskForm = (props: { one: SchoolClass; number: 1 | 2; wave: ClassWave | undefined }): ReactElement => {
  const [say, tell, act] = [useWords(classPageWords), useStatus(), useAct(classApi.ask)]
  const { one, number, wave } = props
  const isFixed = wave !== undefined && wave.answered.length > 0
  return (
    <ActForm
      act={act}
      look={wave ? 'plain' : 'main'}
      go={say(wave ? 'page.openAgain' : 'page.open')}
      onGo={({ question, most, hours }) => {
        const body = {
          question: isFixed ? wave.question : ClassQuestion.catch('work').parse(question),
          most: isFixed ? wave.most : Number(most),
          hours: Number(hours),
        }
        act.mutate(
          { params: { classId: one.id, number }, body },
          { onSuccess: () => tell({ text: say('page.opened') }) },
        )
      }}
    >
      {() => (
        <>
          {!isFixed && (
            <>
              <Select
                id={`question-${number}`}
                name="question"
                label={say('page.question')}
                options={ClassQuestion.options.map((value) => ({ value, label: say(`pupil.question.${value}`) }))}
              />
              <Select
                id={`most-${number}`}
                name="most"
                label={say('page.most')}
                defaultValue="3"
                options={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))}
              />
            </>
          )}
          <Select
            id={`hours-${number}`}
            name="hours"
            label={say('page.hours')}
            options={spans.map((value) => ({ value, label: say(`page.hours.${value}`) }))}
          />
        </>
      )}
    </ActForm>
  )
}

const OpenNow = ({ one, wave }: { one: SchoolClass; wave: ClassWave }): ReactElement => {
  const [say, language, tell, act] = [useWords(classPageWords), useLanguage(), useStatus(), useAct(classApi.close)]
  const missing = Array.from({ length: one.pupils }, (_, no) => no + 1).filter((no) => !wave.answered.includes(no))
  const until = { day: longDate(language, wave.closesAt.slice(0, 10)), time: timeOnly(language, wave.closesAt) }
  return (
    <Callout tone="warm" icon="key">
      <p className="lead">{weighed(say('page.codeIs', { code: wave.code }))}</p>
      <p>{say('page.codeWhere', { address: `${window.location.host}/classe` })}</p>
      <p>
        {say('page.until', until)} {say('page.answers', { count: wave.answered.length, all: one.pupils })}{' '}
        {missing.length > 0 && say('page.missing', { numbers: listed(missing) })}
      </p>
      <Faults faults={[]} error={act.error} />
      <Button
        busy={act.isPending}
        onClick={() =>
          act.mutate(
            { params: { classId: one.id, number: wave.number } },
            { onSuccess: () => tell({ text: say('page.closed') }) },
          )
        }
      >
        {say('page.close')}
      </Button>
    </Callout>
  )
}

const AgainForm = ({ one, wave }: { one: SchoolClass; wave: ClassWave }): ReactElement => {
  const [say, tell, act] = [useWords(classPageWords), useStatus(), useAct(classApi.again)]
  return (
    <More label={say('page.again')}>
      <ActForm
        act={act}
        look="plain"
        go={say('page.againGo')}
        onGo={({ pupil }) =>
          act.mutate(
            { params: { classId: one.id, number: wave.number }, body: { pupil: Number(pupil) } },
            { onSuccess: () => tell({ text: say('page.againDone') }) },
          )
        }
      >
        {() => (
          <Select
            id={`again-${wave.number}`}
            name="pupil"
            label={say('page.number')}
            options={wave.answered.map((no) => ({ value: String(no), label: String(no) }))}
          />
        )}
      </ActForm>
    </More>
  )
}

const Seen = ({ one, wave }: { one: SchoolClass; wave: ClassWave }): ReactElement => {
  const [say, language] = [useWords(classPageWords), useLanguage()]
  const and = language === 'it' ? 'e' : 'and'
  const pairs = wave.mutual.length === 0 ? say('page.pairsNone') : say('page.pairs', { count: wave.mutual.length })
  const hasHalf = wave.answered.length * 2 >= one.pupils
  return (
    <div className="stack">
      <p className="lead">{weighed(say('page.said', { all: one.pupils, answered: wave.answered.length, pairs }))}</p>
      <Sociogram wave={wave} pupils={one.pupils} label={say('page.drawing')} />
      <dl className="facts-list mt">
        <div>
          <dt className="term">{say('page.mutual')}</dt>
          <dd>{wave.mutual.length > 0 ? paired(wave.mutual, and) : say('page.nobody')}</dd>
        </div>
        <div>
          <dt className="term">{say('page.alone')}</dt>
          <dd>
            {hasHalf ? listed(wave.alone) || say('page.nobody') : say('page.aloneSoon')}
            {hasHalf && wave.alone.length > 0 && <p className="soft">{say('page.aloneHint')}</p>}
          </dd>
        </div>
      </dl>
      <PupilTable wave={wave} pupils={one.pupils} id={`tabella-${wave.number}`} />
    </div>
  )
}

/** One of the two times: its form, its code while it is open, and what one sees. */
export const ClassWaveSection = ({ one, number }: { one: SchoolClass; number: 1 | 2 }): ReactElement => {
  const say = useWords(classPageWords)
  const wave = one.waves.find((found) => found.number === number)
  return (
    <Section id={`volta-${number}`} title={say(number === 1 ? 'page.wave1' : 'page.wave2')} block>
      <div className="stack">
        {wave && <p className="soft">{say(`pupil.question.${wave.question}`)}</p>}
        {wave?.isOpen && <OpenNow one={one} wave={wave} />}
        {wave && wave.answered.length > 0 && <Seen one={one} wave={wave} />}
        {wave?.isOpen && wave.answered.length > 0 && <AgainForm one={one} wave={wave} />}
        {!one.erased && !wave?.isOpen && (
          <AskForm key={wave?.closesAt ?? 'new'} one={one} number={number} wave={wave} />
        )}
      </div>
    </Section>
  )
}

/** What changed from the first to the second time, as lists of numbers. */
export const ClassChanges = ({ one }: { one: SchoolClass }): ReactElement | null => {
  const [say, language] = [useWords(classPageWords), useLanguage()]
  const [first, second] = [1, 2].map((number) => one.waves.find((wave) => wave.number === number))
  if (!first || !second || second.answered.length === 0) return null
  const and = language === 'it' ? 'e' : 'and'
  const change = changeBetween(first, second)
  const lines = [
    ['page.newPairs', paired(change.newPairs, and)],
    ['page.lostPairs', paired(change.lostPairs, and)],
    ['page.noLonger', listed(change.noLongerAlone)],
    ['page.nowAlone', listed(change.nowAlone)],
  ] as const
  return (
    <Section id="cambia" title={say('page.change')} block>
      <dl className="facts-list">
        {lines.map(([key, text]) => (
          <div key={key}>
            <dt className="term">{say(key)}</dt>
            <dd>{text || say('page.nobody')}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
