import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useEffect, useState } from 'react'
import { caseApi } from '../../cases/core/case.api.ts'
import { LinkButton, TextLink } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { MayNot } from '../../platform/web/kit/Lists.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { Skeleton } from '../../platform/web/kit/Waiting.tsx'
import { at, useParams } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import type { PactSheet, VersionText } from '../core/pact.sheet.ts'
import { Loaded } from './Loaded.tsx'
import { PactCrumbs } from './PactHead.tsx'
import { PartiesKnown, type Party } from './PartyField.tsx'
import { usePactWords, useSheet, useWhy } from './pact.hooks.ts'
import { SavedAgain, SaveLine } from './SaveLine.tsx'
import { WriteCommitments } from './WriteCommitments.tsx'
import { WriteConflicts } from './WriteConflicts.tsx'
import { WriteGiving } from './WriteGiving.tsx'
import { WriteGoals } from './WriteGoals.tsx'
import { WriteMissing } from './WriteMissing.tsx'
import { WriteSupports } from './WriteSupports.tsx'
import { WriteRules, WriteWhy } from './WriteWhy.tsx'
import { WritingHere } from './writing.hooks.ts'
import { openWriting, type Writing } from './writing.store.ts'

type Draft = { sheet: PactSheet; text: VersionText }

/** Everybody who may take a commitment on: the person first, the household, the equipe and its bodies. */
const useKnown = ({ pact, personLabel, involved, partnerName }: PactSheet): readonly Party[] => {
  const { data } = useRead(caseApi.open, { params: { caseId: pact.caseId } })
  const equipe = data?.equipe.filter(({ endedAt }) => endedAt === null) ?? []
  const bodies = new Map([
    [pact.partnerOrganisationId, partnerName],
    ...equipe.flatMap(({ organisationId, body }) => (organisationId ? [[organisationId, body] as const] : [])),
  ])
  return [
    { kind: 'person', id: pact.personId, label: personLabel },
    ...involved.map(({ id, label }) => ({ kind: 'person' as const, id, label })),
    ...equipe.map(({ accountId, name }) => ({ kind: 'account' as const, id: accountId, label: name })),
    ...[...bodies].map(([id, label]) => ({ kind: 'organisation' as const, id, label })),
  ]
}

/** Opens the draft for as long as the page stands; what others wrote reaches it when the sheet is read again. */
const useDraft = ({ sheet, text }: Draft): Writing | null => {
  const client = useQueryClient()
  const [writing, setWriting] = useState<Writing | null>(null)
  const pactId = sheet.pact.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: one draft is opened once; its text comes by reread
  useEffect(() => {
    const reread = (): void => void client.invalidateQueries({ queryKey: ['pacts'] })
    const opened = openWriting({ pactId, versionId: text.id, content: text.content, onConflict: reread })
    setWriting(opened)
    return () => {
      opened.close()
      void client.invalidateQueries({ queryKey: ['pacts'], refetchType: 'none' })
    }
  }, [pactId, text.id])
  useEffect(() => writing?.reread(text.content), [writing, text.content])
  return writing
}

const Head = ({ sheet, text }: Draft): ReactElement => {
  const say = usePactWords()
  const sayWhy = useWhy()
  const name = sheet.personLabel
  return (
    <>
      <PactCrumbs sheet={sheet} here={say('pacts.page.write')} />
      <Sentence lead={say('pacts.write.lead')}>
        {say(text.number > 1 ? 'pacts.write.sentenceNew' : 'pacts.write.sentence', { name })}
      </Sentence>
      {text.reason && <Note icon="pencil">{say('pacts.page.newTextWhy', { reason: text.reason })}</Note>}
      {sheet.warnings.map((why) => (
        <Note key={why.code}>{sayWhy(why)}</Note>
      ))}
    </>
  )
}

const parts = [
  ['f-why', 'pacts.write.why'],
  ['f-goals', 'pacts.write.goals'],
  ['f-commitments', 'pacts.write.commitments'],
  ['f-supports', 'pacts.write.supports'],
  ['f-giveBack', 'pacts.write.giveBack'],
  ['f-rules', 'pacts.write.rules'],
  ['f-missing', 'pacts.write.missing'],
] as const

/** Straight to a part of the text. */
const Parts = (): ReactElement => {
  const say = usePactWords()
  return (
    <nav className="btns" aria-label={say('pacts.write.parts')}>
      {parts.map(([id, label]) => (
        <TextLink key={id} href={`#${id}`} small>
          {say(label)}
        </TextLink>
      ))}
    </nav>
  )
}

const Editor = ({ sheet, text }: Draft): ReactElement => {
  const say = usePactWords()
  const writing = useDraft({ sheet, text })
  const known = useKnown(sheet)
  const place = { pactId: sheet.pact.id, versionId: text.id }
  return (
    <>
      <Head sheet={sheet} text={text} />
      {writing === null ? (
        <Skeleton label={say('pacts.loading')} lines={8} />
      ) : (
        <WritingHere value={writing}>
          <PartiesKnown value={known}>
            <SaveLine />
            <Parts />
            <WriteConflicts place={place} />
            <WriteWhy />
            <WriteGoals />
            <WriteCommitments />
            <WriteSupports />
            <WriteGiving about={{ caseId: sheet.pact.caseId, name: sheet.personLabel }} />
            <WriteRules />
            <SavedAgain />
            <WriteMissing sheet={sheet} />
          </PartiesKnown>
        </WritingHere>
      )}
    </>
  )
}

/** A pact is written here, with the person beside. */
export const WritePage = (): ReactElement => {
  const { pactId = '' } = useParams()
  const say = usePactWords()
  return (
    <Loaded read={useSheet(pactId)}>
      {(sheet) => {
        const { pending, mayWrite } = sheet
        if (mayWrite && pending?.state === 'draft') return <Editor key={pending.id} sheet={sheet} text={pending} />
        return (
          <MayNot
            level={1}
            title={say('pacts.write.locked')}
            act={<LinkButton href={at(`/patti/${pactId}`)}>{say('pacts.toPact')}</LinkButton>}
          >
            {say('pacts.write.lockedHint')}
          </MayNot>
        )
      }}
    </Loaded>
  )
}
