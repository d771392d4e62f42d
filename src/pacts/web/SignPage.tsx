import { type ReactElement, useEffect, useRef } from 'react'
import { fileAddress } from '../../platform/web/call.ts'
import { Button, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Callout, Note } from '../../platform/web/kit/Card.tsx'
import { MayNot } from '../../platform/web/kit/Lists.tsx'
import { Rows } from '../../platform/web/kit/Rows.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { at, useFilters, useParams } from '../../platform/web/navigation.ts'
import { pactApi } from '../core/pact.api.ts'
import type { PactSheet, SignatoryRow, VersionHead, VersionText } from '../core/pact.sheet.ts'
import { isOver } from '../core/pact.ts'
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
        <p className="small">{say('pacts.signing.fingerprint', { groups: groupsOf(head.fingerprint) })}</p>
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

/** While the text is out everybody signs; once it binds, those whose signature was not needed still may. */
const maySign = ({ pending, inForce, pact }: PactSheet, { required, versionId }: SignatoryRow): boolean =>
  pending?.state === 'signing'
    ? pending.id === versionId
    : !required && inForce?.id === versionId && !isOver(pact.state)

/** The text that this party signs. */
const textOf = (sheet: PactSheet, one: SignatoryRow): VersionText | null => {
  const text = sheet.pending?.id === one.versionId ? sheet.pending : sheet.inForce
  return text?.contentHash && maySign(sheet, one) ? text : null
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
                sheet.mayWrite && one.signedAt === null && maySign(sheet, one) ? (
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
  const text = turn && turn.signedAt === null ? textOf(sheet, turn) : null
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
    <div ref={top} tabIndex={-1} style={{ outline: 'none', boxShadow: 'none' }}>
      {turn && text ? (
        <SignTurn key={turn.id} sheet={sheet} signer={turn} text={text} onBack={() => change({ chi: undefined })} />
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
