import { type ReactElement, useState } from 'react'
import { figure } from '../../platform/core/words.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { State, type StateTone } from '../../platform/web/kit/State.tsx'
import { type Column, Table } from '../../platform/web/kit/Table.tsx'
import { useLanguage } from '../../platform/web/language.tsx'
import type { PactContent, PaymentState, Support } from '../core/content.schema.ts'
import { sayEuro } from '../core/euro.ts'
import { historyOf } from '../core/pact.progress.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { MarkDialog, type Marked } from './MarkDialog.tsx'
import { useMayMark } from './PactCommitments.tsx'
import { useCatalogue, usePactWords } from './pact.hooks.ts'

const tones: Record<PaymentState, StateTone> = { none: 'calm', planned: 'calm', authorised: 'info', paid: 'done' }

const paymentOf = (sheet: PactSheet, { id, paymentState }: Support): PaymentState =>
  historyOf('support', id, sheet.marks).at(-1)?.value ?? paymentState

const useColumns = (sheet: PactSheet, onPay: (marked: Marked) => void): Column<Support>[] => {
  const say = usePactWords()
  const language = useLanguage()
  const { nameOf } = useCatalogue('fundingSource')
  const marks = useMayMark(sheet)
  const quantity = ({ quantity, unit }: Support): string =>
    quantity === null ? '' : `${figure(language, quantity)} ${unit}`.trim()
  const payment = (support: Support): ReactElement => {
    const now = paymentOf(sheet, support)
    return (
      <>
        <State tone={tones[now]}>{say(`pacts.payment.${now}`)}</State>
        {marks && (
          <Button
            look="quiet"
            about={support.label}
            onClick={() => onPay({ about: 'support', itemId: support.id, say: support.label, now })}
          >
            {say('pacts.page.pay')}
          </Button>
        )}
      </>
    )
  }
  return [
    { key: 'label', head: say('pacts.page.support'), cell: ({ label }) => label },
    { key: 'provider', head: say('pacts.page.provider'), cell: ({ providerLabel }) => providerLabel },
    { key: 'quantity', head: say('pacts.page.quantity'), number: true, cell: quantity },
    {
      key: 'cost',
      head: say('pacts.page.cost'),
      number: true,
      cell: ({ costCents }) => (costCents === null ? '' : sayEuro(language, costCents)),
    },
    { key: 'funding', head: say('pacts.page.funding'), cell: ({ fundingSourceId }) => nameOf(fundingSourceId) },
    { key: 'payment', head: say('pacts.page.payment'), cell: payment },
  ]
}

/** The supports of a pact: who gives how much, what it costs, who pays and whether it was paid. */
export const PactSupports = ({ sheet, content }: { sheet: PactSheet; content: PactContent }): ReactElement => {
  const say = usePactWords()
  const [marked, setMarked] = useState<Marked | null>(null)
  const columns = useColumns(sheet, setMarked)
  return (
    <Section id="supports" block title={say('pacts.page.supports')}>
      {content.supports.length === 0 ? (
        <p className="soft">{say('pacts.page.noSupports')}</p>
      ) : (
        <Table caption={say('pacts.page.supports')} columns={columns} rows={content.supports} rowKey={({ id }) => id} />
      )}
      {marked && <MarkDialog sheet={sheet} marked={marked} onClose={() => setMarked(null)} />}
    </Section>
  )
}
