import { type ReactElement, useState } from 'react'
import type { Texts } from '../../platform/core/clash.ts'
import { longDate } from '../../platform/core/words.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { Answered } from '../../platform/web/Answered.tsx'
import { Faults } from '../../platform/web/Faults.tsx'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { DateInput } from '../../platform/web/kit/Field.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct, useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { LifeArea } from '../core/area.schema.ts'
import type { OpenedCase } from '../core/case.api.ts'
import { caseWords } from '../core/case.words.ts'
import { type AssessmentSheet, assessmentApi } from '../core/diary.api.ts'
import { workWords } from '../core/work.words.ts'
import { AreaFields, areasIn, levels } from './AreaFields.tsx'
import { CaseFrame } from './CaseFrame.tsx'

const Draft = ({ one, sheet }: { one: OpenedCase; sheet: AssessmentSheet }): ReactElement => {
  const [say, language, tell] = [useWords(workWords), useLanguage(), useStatus()]
  const [save, close] = [useAct(assessmentApi.save), useAct(assessmentApi.close)]
  // the version that this form began from: somebody else's saving is told, never overwritten
  const [version, setVersion] = useState(sheet.version)
  const params = { caseId: one.id, assessmentId: sheet.id }
  const saveThen = (texts: Texts, then: (version: number) => void): void =>
    save.mutate(
      { params, body: { version, areas: areasIn(texts) } },
      {
        onSuccess: (saved) => {
          setVersion(saved.version)
          then(saved.version)
        },
      },
    )
  const error = save.error ?? close.error
  return (
    <>
      <p className="lead">{weighed(say('assess.open', { day: longDate(language, sheet.startedOn) }))}</p>
      <ActForm
        act={{ isPending: save.isPending || close.isPending, error }}
        go={say('assess.save')}
        icon="save"
        onGo={(texts) => saveThen(texts, () => tell({ text: say('assess.saved') }))}
        tail={
          <Button
            icon="check"
            onClick={(event) => {
              const form = event.currentTarget.form
              if (!form) return
              const texts = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
              const onSuccess = (): void => tell({ text: say('assess.closedNow') })
              saveThen(texts, (saved) => close.mutate({ params, body: { version: saved } }, { onSuccess }))
            }}
          >
            {say('assess.close')}
          </Button>
        }
      >
        {() =>
          LifeArea.options.map((area, no) => (
            <AreaFields key={area} area={area} one={sheet.areas.find((found) => found.area === area)} open={no === 0} />
          ))
        }
      </ActForm>
    </>
  )
}

const Agreement = ({ one, sheet }: { one: OpenedCase; sheet: AssessmentSheet }): ReactElement => {
  const [say, language, act] = [useWords(workWords), useLanguage(), useAct(assessmentApi.agree)]
  if (sheet.agreedOn)
    return <Note icon="checked">{say('assess.agreed', { day: longDate(language, sheet.agreedOn) })}</Note>
  if (!sheet.canWrite) return <Note>{say('assess.notAgreed')}</Note>
  return (
    <ActForm
      act={act}
      go={say('assess.agree')}
      icon="check"
      onGo={({ on = '' }) => act.mutate({ params: { caseId: one.id, assessmentId: sheet.id }, body: { on } })}
    >
      {() => <DateInput id="on" name="on" label={say('assess.agreeOn')} min={sheet.closedOn ?? undefined} />}
    </ActForm>
  )
}

const Read = ({ one, sheet }: { one: OpenedCase; sheet: AssessmentSheet }): ReactElement => {
  const [say, words, language] = [useWords(workWords), useWords(caseWords), useLanguage()]
  return (
    <>
      <p className="lead">{weighed(say('assess.closed', { day: longDate(language, sheet.closedOn ?? '') }))}</p>
      {sheet.areas.map((area) => (
        <Section key={area.area} id={area.area} title={words(`cases.area.${area.area}`)}>
          <div className="duo">
            <div>
              <h3>{words('cases.assessment.need')}</h3>
              <p>{area.need || say('assess.empty')}</p>
              {area.needLevel !== null && (
                <p className="small soft">{words(`cases.assessment.level.${levels[area.needLevel] ?? 0}`)}</p>
              )}
            </div>
            <div>
              <h3>{words('cases.assessment.canBring')}</h3>
              <p>{area.canBring || (area.nothingNow ? words('cases.assessment.nothingNow') : say('assess.empty'))}</p>
            </div>
          </div>
        </Section>
      ))}
      <Agreement one={one} sheet={sheet} />
    </>
  )
}

const Start = ({ one, label, again }: { one: OpenedCase; label: string; again?: boolean }): ReactElement => {
  const act = useAct(assessmentApi.start)
  return (
    <>
      <Faults faults={[]} error={act.error} />
      <Button
        look={again ? 'plain' : 'main'}
        icon="plus"
        busy={act.isPending}
        onClick={() => act.mutate({ params: { caseId: one.id } })}
      >
        {label}
      </Button>
    </>
  )
}

const Sheet = ({ one, sheet }: { one: OpenedCase; sheet: AssessmentSheet | null }): ReactElement => {
  const say = useWords(workWords)
  if (!sheet)
    return (
      <EmptyState
        title={say('assess.none')}
        act={one.rights.write ? <Start one={one} label={say('assess.start')} /> : undefined}
      >
        {say('assess.noneHint')}
      </EmptyState>
    )
  if (sheet.closedOn === null && sheet.canWrite) return <Draft key={sheet.id} one={one} sheet={sheet} />
  return (
    <>
      <Read one={one} sheet={sheet} />
      {sheet.closedOn !== null && one.rights.write && <Start one={one} label={say('assess.again')} again />}
    </>
  )
}

const Loaded = ({ one }: { one: OpenedCase }): ReactElement | null => {
  const found = useRead(assessmentApi.latest, { params: { caseId: one.id } })
  return <Answered of={found}>{({ assessment }) => <Sheet one={one} sheet={assessment} />}</Answered>
}

/** Needs and what the person can bring, side by side in seven areas of life. */
export const AssessmentPage = (): ReactElement | null => (
  <CaseFrame tab="assessment">{(one) => <Loaded one={one} />}</CaseFrame>
)
