import { type ReactElement, useState } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { fileAddress } from '../../platform/web/call.ts'
import { Faults } from '../../platform/web/Faults.tsx'
import { Button, Buttons, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Callout } from '../../platform/web/kit/Card.tsx'
import { Choice } from '../../platform/web/kit/Choice.tsx'
import { Crumbs, Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useFilters, useGo, useParams } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import type { Decision } from '../core/import.schema.ts'
import { whyNotConfirm } from '../core/import.settle.ts'
import { importWords } from '../core/import.words.ts'
import { importsApi, type OpenImport, Verdict } from '../core/imports.api.ts'
import { outreachWebWords } from '../core/outreach.web.words.ts'
import { ImportColumns } from './ImportColumns.tsx'
import { ImportRows, rowsAtOnce, rowsFrom } from './ImportRows.tsx'
import { ImportWork } from './ImportWork.tsx'

const peopleIn = ({ newPerson }: OpenImport['planned']): number => newPerson
const referralsIn = ({ newPerson, repeats, existing }: OpenImport['planned']): number => newPerson + repeats + existing

const RunSentence = ({ one }: { one: OpenImport }): ReactElement => {
  const say = useWords(outreachWebWords)
  const { run, planned } = one
  if (run.state === 'cancelled') return <Sentence eyebrow={run.fileName}>{say('web.importCancelled')}</Sentence>
  if (run.state === 'carrying') return <Sentence eyebrow={run.fileName}>{say('web.importUnderWay')}</Sentence>
  const counts = run.counts ?? planned
  const count = Object.values(planned).reduce((sum, number) => sum + number, 0)
  const params = { count, people: peopleIn(counts), referrals: referralsIn(counts) }
  if (run.state === 'done') return <Sentence eyebrow={run.fileName}>{say('web.importDone', params)}</Sentence>
  return (
    <Sentence eyebrow={run.fileName}>
      {one.progress.phase === 'plan'
        ? say('web.importBeingRead')
        : one.digest === ''
          ? say('web.importNoColumns')
          : weighed(say('web.importDry', params))}
    </Sentence>
  )
}

const Refusals = ({ one }: { one: OpenImport }): ReactElement => {
  const say = useWords(outreachWebWords)
  return (
    <LinkButton icon="download" href={fileAddress(importsApi.refused, { params: { importId: one.run.id } })} download>
      {say('web.importRefused')}
    </LinkButton>
  )
}

const Confirm = ({ one, decisions }: { one: OpenImport; decisions: readonly Decision[] }): ReactElement => {
  const [say, words, language] = [useWords(outreachWebWords), useWords(importWords), useLanguage()]
  const [tell, go] = [useStatus(), useGo()]
  const [confirm, cancel] = [useAct(importsApi.confirm), useAct(importsApi.cancel)]
  const [isAgain, setAgain] = useState(false)
  const params = { importId: one.run.id }
  const nothing = one.digest === '' ? null : whyNotConfirm(one.planned, decisions)
  const carryOut = (): void => {
    const body = { digest: one.digest, decisions: [...decisions], again: isAgain, version: one.run.version }
    confirm.mutate({ params, body }, { onSuccess: () => tell({ text: say('web.importStarted') }) })
  }
  return (
    <div className="stack mt">
      {one.doneBefore && (
        <Callout>
          <p>{say('web.importBefore', { day: longDate(language, one.doneBefore) })}</p>
          <Choice label={say('web.importAgain')} checked={isAgain} onChange={() => setAgain(!isAgain)} />
        </Callout>
      )}
      <Faults faults={[]} error={confirm.error ?? cancel.error} />
      {nothing && (
        <p id="niente">
          <b>{words(nothing)}</b>
        </p>
      )}
      <Buttons>
        <Button
          look="main"
          icon="check"
          busy={confirm.isPending}
          disabled={one.digest === '' || nothing !== null}
          aria-describedby={nothing ? 'niente' : undefined}
          onClick={carryOut}
        >
          {say('web.importConfirm')}
        </Button>
        {one.planned.refused > 0 && <Refusals one={one} />}
        <Button
          look="quiet"
          icon="close"
          busy={cancel.isPending}
          onClick={() => cancel.mutate({ params }, { onSuccess: () => go('/importa') })}
        >
          {say('web.importCancel')}
        </Button>
      </Buttons>
    </div>
  )
}

type Deciding = {
  readonly one: OpenImport
  readonly decisions: readonly Decision[]
  readonly onDecide: (line: number, decision: Decision | null) => void
}

const Opened = ({ one, decisions, onDecide }: Deciding): ReactElement => {
  const say = useWords(outreachWebWords)
  const isOpen = one.run.state === 'read'
  const isRead = isOpen && one.progress.phase === 'rest'
  return (
    <>
      <Crumbs
        label={say('web.here')}
        items={[
          { label: say('web.title'), href: at('/segnalazioni') },
          { label: say('web.import'), href: at('/importa') },
          { label: one.run.fileName },
        ]}
      />
      <RunSentence one={one} />
      <div className="mt">
        <ImportWork one={one} />
      </div>
      {isRead && <Confirm one={one} decisions={decisions} />}
      {one.run.state === 'done' && (
        <Buttons>
          <LinkButton look="main" href={at('/segnalazioni')}>
            {say('web.importTo')}
          </LinkButton>
          {one.refusedKept && <Refusals one={one} />}
        </Buttons>
      )}
      {one.run.state === 'done' && !one.refusedKept && one.planned.refused > 0 && (
        <p className="mt">{say('web.importRefusedGone', { count: one.planned.refused })}</p>
      )}
      {isRead && (
        <Section id="colonne" title={say('web.importColumns')} block>
          <ImportColumns key={one.run.version} one={one} />
        </Section>
      )}
      {isRead && <ImportRows one={one} decisions={decisions} onDecide={onDecide} />}
    </>
  )
}

/** The dry run of a list, row by row; then its confirmation. */
export const ImportRunPage = (): ReactElement => {
  const { importId = '' } = useParams()
  const [filters] = useFilters()
  const verdict = Verdict.safeParse(filters.verdict)
  const found = useRead(importsApi.open, {
    params: { importId },
    query: { limit: rowsAtOnce, offset: rowsFrom(filters.from), verdict: verdict.success ? verdict.data : undefined },
  })
  // kept here, since the rows of another page are another answer
  const [decisions, setDecisions] = useState<readonly Decision[]>([])
  const decide = (line: number, decision: Decision | null): void =>
    setDecisions((known) => [...known.filter((other) => other.line !== line), ...(decision ? [decision] : [])])
  return <Answered of={found}>{(one) => <Opened one={one} decisions={decisions} onDecide={decide} />}</Answered>
}
