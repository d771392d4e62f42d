import { type ReactElement, useEffect, useState } from 'react'
import { longDate, timeOnly } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { Faults, faultsIn } from '../../platform/web/Faults.tsx'
import { Button, Buttons, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Steps } from '../../platform/web/kit/Lists.tsx'
import { Crumbs, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useParams } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { interviewWords } from '../core/interview.words.ts'
import { type WaveSheet, waveApi } from '../core/wave.api.ts'
import { InterviewEnd } from './InterviewEnd.tsx'
import { InterviewHands } from './InterviewHands.tsx'
import { InterviewKnows } from './InterviewKnows.tsx'
import { InterviewMap } from './InterviewMap.tsx'
import { InterviewSaved } from './InterviewSaved.tsx'
import { InterviewStart } from './InterviewStart.tsx'
import { InterviewHere, passageHref, passages, usePassage, useTold } from './interview.hooks.ts'
import { openInterview } from './interview.store.ts'

const screens = { hands: InterviewHands, map: InterviewMap, knows: InterviewKnows, end: InterviewEnd } as const

/** The conversation itself: one step at a time, whatever is told saved at once. */
const Talk = (): ReactElement => {
  const say = useWords(interviewWords)
  const told = useTold()
  const [passage, go] = usePassage(told)
  const now = passages.indexOf(passage)
  const [before, after] = [passages[now - 1], passages[now + 1]]
  const Screen = screens[passage]
  return (
    <>
      <div className="talk__steps">
        <Steps
          label={say('steps')}
          now={now}
          items={passages.map((one) => ({ title: say(`step.${one}`), href: passageHref(one) }))}
        />
      </div>
      <Screen key={passage} />
      <InterviewSaved />
      <div className="block">
        <Buttons>
          {after && (
            <Button look="main" big icon="arrow" onClick={() => go(after)}>
              {say('next')}
            </Button>
          )}
          {before && (
            <Button big icon="back" onClick={() => go(before)}>
              {say('back')}
            </Button>
          )}
        </Buttons>
      </div>
    </>
  )
}

const Held = ({ sheet }: { sheet: WaveSheet }): ReactElement => {
  const [say, language, act] = [useWords(interviewWords), useLanguage(), useAct(waveApi.take, ['waves'])]
  const { holder, person, caseId, id } = sheet
  const [leader, day] = [holder.name, longDate(language, holder.since)]
  return (
    <>
      <Sentence lead={say('held.who', { leader, day, time: timeOnly(language, holder.since) })}>
        {weighed(say('held.title', { name: person }))}
      </Sentence>
      <p className="block">{say('held.hint', { leader })}</p>
      <Faults faults={faultsIn(act.error)} error={act.error} />
      <Buttons>
        <Button look="main" big busy={act.isPending} onClick={() => act.mutate({ params: { waveId: id } })}>
          {say('held.go')}
        </Button>
        <LinkButton big href={at(`/casi/${caseId}/legami`)}>
          {say('held.back')}
        </LinkButton>
      </Buttons>
    </>
  )
}

const Led = ({ sheet }: { sheet: WaveSheet }): ReactElement => {
  // what is told lives in the store from here on: later readings of the same conversation do not open it again
  const [interview] = useState(() => openInterview(sheet))
  useEffect(() => () => interview.close(), [interview])
  return (
    <InterviewHere value={interview}>
      <Talk />
    </InterviewHere>
  )
}

const Open = ({ waveId }: { waveId: string }): ReactElement | null => {
  const found = useRead(waveApi.open, { params: { waveId } })
  return (
    <Answered of={found}>{(sheet) => (sheet.holder.isMe ? <Led sheet={sheet} /> : <Held sheet={sheet} />)}</Answered>
  )
}

/** The conversation about the ties of one person: begun, gone on with where it was, or taken over from a colleague. */
export const InterviewPage = (): ReactElement | null => {
  const { caseId = '' } = useParams()
  const say = useWords(interviewWords)
  const found = useRead(waveApi.list, { query: { caseId } })
  return (
    <Answered of={found}>
      {(listed) => (
        <>
          <Crumbs
            label={say('crumb')}
            items={[{ label: listed.person, href: at(`/casi/${caseId}/legami`) }, { label: say('crumb') }]}
          />
          {listed.open && listed.canInterview ? (
            <Open waveId={listed.open.id} />
          ) : (
            <InterviewStart caseId={caseId} listed={listed} />
          )}
        </>
      )}
    </Answered>
  )
}
