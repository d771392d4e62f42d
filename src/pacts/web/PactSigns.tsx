import type { ReactElement } from 'react'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { at } from '../../platform/web/navigation.ts'
import { shortFingerprint } from '../core/pact.canonical.ts'
import type { PactSheet, SignatoryRow, VersionHead } from '../core/pact.sheet.ts'
import { isOver } from '../core/pact.ts'
import { usePactWords, useWhen } from './pact.hooks.ts'
import { toneOfSigner } from './tones.ts'

/** One party: who, in what capacity, when and how it signed. */
export const SignRow = ({ one, go }: { one: SignatoryRow; go?: ReactElement | undefined }): ReactElement => {
  const say = usePactWords()
  const { day, moment } = useWhen()
  const signed =
    one.signedAt &&
    one.method &&
    say('pacts.signed.by', { day: day(one.signedAt), method: say(`pacts.method.${one.method}`) })
  const helped = one.helper && say('pacts.signed.helper', { helper: one.helper })
  const codeOut = !one.signedAt && one.codeUntil && say('pacts.page.codeOut', { time: moment(one.codeUntil) })
  const lines = [
    say(`pacts.signer.${one.role}`),
    signed,
    helped,
    codeOut,
    !one.required && !one.signedAt && say('pacts.page.notRequired'),
    one.isLater && say('pacts.page.laterSigned'),
  ]
  const state = one.signedAt ? (
    <State tone="done">{say('pacts.page.signed')}</State>
  ) : (
    <State tone={one.required ? 'now' : 'calm'}>
      {say(one.required ? 'pacts.signed.awaited' : 'pacts.page.stillSign')}
    </State>
  )
  return (
    <Row
      who={<Who name={one.label} size="s" tone={toneOfSigner(one.role)} />}
      title={one.label}
      text={<span className="small soft">{lines.filter(Boolean).join('. ')}</span>}
      go={go ?? state}
    />
  )
}

const Frozen = ({ sheet, head }: { sheet: PactSheet; head: VersionHead }): ReactElement | null => {
  const say = usePactWords()
  const { day } = useWhen()
  const before = sheet.versions.filter(({ number, frozenAt }) => number < head.number && frozenAt !== null).at(-1)
  if (head.frozenAt === null) return null
  const fixed = { number: head.number, day: day(head.frozenAt) }
  return (
    <Note icon="lock">
      {head.fingerprint
        ? say('pacts.version.frozen', { ...fixed, fingerprint: shortFingerprint(head.fingerprint) })
        : say('pacts.page.fixed', fixed)}{' '}
      {!head.printed && say('pacts.page.printing')}{' '}
      {before && (
        <a href={at(`/patti/${sheet.pact.id}/confronta?a=${before.number}&b=${head.number}`)}>
          {say('pacts.version.compare', { number: before.number })}
        </a>
      )}
    </Note>
  )
}

/** Who signed when and how, and the fingerprint of the text that binds. */
export const PactSigns = ({ sheet }: { sheet: PactSheet }): ReactElement => {
  const say = usePactWords()
  const head = sheet.versions.find(({ number }) => number === sheet.inForce?.number)
  const some = sheet.signatories.some(({ required, signedAt }) => !required && signedAt === null)
  return (
    <Section id="signs" title={say('pacts.page.signatures')}>
      {sheet.signatories.length === 0 ? (
        <p className="soft">{say('pacts.page.noSignatures')}</p>
      ) : (
        <Rows tight label={say('pacts.page.signatures')}>
          {sheet.signatories.map((one) => (
            <SignRow key={one.id} one={one} />
          ))}
        </Rows>
      )}
      {head && <Frozen sheet={sheet} head={head} />}
      {sheet.mayWrite && sheet.pending?.state !== 'signing' && !isOver(sheet.pact.state) && some && (
        <p className="mt">
          <LinkButton look="quiet" icon="pencil" href={at(`/patti/${sheet.pact.id}/firme`)}>
            {say('pacts.page.collect')}
          </LinkButton>
        </p>
      )}
    </Section>
  )
}
