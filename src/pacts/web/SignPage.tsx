import { type ReactElement, useEffect, useRef } from 'react'
import { fileAddress } from '../../platform/web/call.ts'
import { Button, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Callout, Note } from '../../platform/web/kit/Card.tsx'
import { MayNot } from '../../platform/web/kit/Lists.tsx'
import { Rows } from '../../platform/web/kit/Rows.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { at, useFilters, useParams } from '../../platform/web/navigation.ts'
import { pactApi } from '../core/pact.api.ts'
import { shortFingerprint } from '../core/pact.canonical.ts'
import type { PactSheet, VersionHead } from '../core/pact.sheet.ts'
import { Loaded } from './Loaded.tsx'
import { PactCrumbs } from './PactHead.tsx'
import { SignRow } from './PactSigns.tsx'
import { usePactWords, useSheet, useWhen } from './pact.hooks.ts'
import { SignTurn } from './SignTurn.tsx'

/** '7F3A 91C2 …' in groups of four, as people compare it. */
const groupsOf = (sha256: string): string =>
  sha256
    .toUpperCase()
    .match(/.{1,4}/g)
    ?.join(' ') ?? ''

const Frozen = ({ sheet, head }: { sheet: PactSheet; head: VersionHead }): ReactElement => {
  const say = usePactWords()
  const { day } = useWhen()
  return (
    <Callout tone="done" icon="lock">
      <p>{say('pacts.signing.frozen', { day: day(head.frozenAt ?? head.createdAt) })}</p>
      {head.fingerprint && (
        <p>
          <b>{shortFingerprint(head.fingerprint)}</b>{' '}
          <span className="small">{say('pacts.signing.fingerprint', { groups: groupsOf(head.fingerprint) })}</span>
        </p>
      )}
      <p>
        <a
          target="_blank"
          rel="noreferrer"
          href={fileAddress(pactApi.document, { params: { pactId: sheet.pact.id }, query: { version: head.number } })}
        >
          {say('pacts.signing.pdf')}
        </a>
      </p>
      {!head.printed && <p className="small">{say('pacts.page.printing')}</p>}
    </Callout>
  )
}

/** Everybody who signs, with whose turn may come now; the last signature leads here too. */
const Parties = ({ sheet, onChoose }: { sheet: PactSheet; onChoose: (id: string) => void }): ReactElement => {
  const say = usePactWords()
  const isOpen = sheet.pending?.state === 'signing'
  const awaited = sheet.signatories.filter(({ required, signedAt }) => required && signedAt === null).length
  const head = sheet.versions.find(({ number }) => number === sheet.inForce?.number)
  const name = sheet.personLabel
  return (
    <>
      <PactCrumbs sheet={sheet} here={say('pacts.page.signatures')} />
      <Sentence lead={isOpen ? say('pacts.signing.lead') : undefined}>
        {isOpen && awaited > 0
          ? say('pacts.signing.sentence', { name, count: awaited })
          : say('pacts.signing.all', { name })}
      </Sentence>
      <div className="block">
        <h2 className="sr">{say('pacts.signing.parties')}</h2>
        <Rows label={say('pacts.signing.parties')}>
          {sheet.signatories.map((one) => (
            <SignRow
              key={one.id}
              one={one}
              go={
                isOpen && sheet.mayWrite && one.signedAt === null ? (
                  <Button about={one.label} onClick={() => onChoose(one.id)}>
                    {say('pacts.signing.now')}
                  </Button>
                ) : undefined
              }
            />
          ))}
        </Rows>
      </div>
      {!isOpen && head && (
        <div className="mt">
          <Frozen sheet={sheet} head={head} />
        </div>
      )}
      {isOpen && <Note icon="lock">{say('pacts.act.about.sign')}</Note>}
      <p className="mt">
        <LinkButton look="quiet" icon="back" href={at(`/patti/${sheet.pact.id}`)}>
          {say('pacts.toPact')}
        </LinkButton>
      </p>
    </>
  )
}

const Signing = ({ sheet }: { sheet: PactSheet }): ReactElement => {
  const say = usePactWords()
  const [address, change] = useFilters()
  const top = useRef<HTMLDivElement>(null)
  const turn = sheet.signatories.find(({ id }) => id === address.chi)
  const turnId = turn?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn begins at its top
  useEffect(() => {
    top.current?.focus()
    window.scrollTo(0, 0)
  }, [turnId])
  if (sheet.signatories.length === 0)
    return (
      <MayNot
        level={1}
        title={say('pacts.signing.notOpen', { name: sheet.personLabel })}
        act={<LinkButton href={at(`/patti/${sheet.pact.id}`)}>{say('pacts.toPact')}</LinkButton>}
      >
        {say('pacts.signing.notOpenHint')}
      </MayNot>
    )
  return (
    <div ref={top} tabIndex={-1} style={{ outline: 'none' }}>
      {turn && sheet.pending?.contentHash && turn.signedAt === null ? (
        <SignTurn
          key={turn.id}
          sheet={sheet}
          signer={turn}
          text={sheet.pending}
          onBack={() => change({ chi: undefined })}
        />
      ) : (
        <Parties sheet={sheet} onChoose={(chi) => change({ chi })} />
      )}
    </div>
  )
}

/** The parties of a pact sign in turn, on this screen or on paper. */
export const SignPage = (): ReactElement => {
  const { pactId = '' } = useParams()
  return <Loaded read={useSheet(pactId)}>{(sheet) => <Signing sheet={sheet} />}</Loaded>
}
