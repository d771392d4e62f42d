import type { ReactElement } from 'react'
import { useLanguage } from '../../platform/web/language.tsx'
import type { CatalogueItem } from '../../settings/core/settings.schema.ts'
import { PaymentState } from '../core/content.schema.ts'
import { PartyField } from './PartyField.tsx'
import { useCatalogue, usePactWords } from './pact.hooks.ts'
import { Line, Money, NumberField, Pick } from './WriteFields.tsx'
import { WriteItem, WriteList } from './WriteItem.tsx'
import { useText, useWriting } from './writing.hooks.ts'

const useNamed = (items: readonly CatalogueItem[]): { value: string; label: string }[] => {
  const language = useLanguage()
  return items.map(({ id, labelIt, labelEn }) => ({ value: id, label: language === 'it' ? labelIt : labelEn }))
}

const textIn = (data: CatalogueItem['data'], name: string): string | undefined => {
  const value = data[name]
  return typeof value === 'string' ? value : undefined
}

/** Chosen from the catalogue, a support brings its name, unit, side and codes along. */
const FromCatalogue = ({ path }: { path: string }): ReactElement => {
  const say = usePactWords()
  const writing = useWriting()
  const { rows } = useCatalogue('support')
  const options = useNamed(rows)
  const fill = (id: string): void => {
    const item = rows.find((one) => one.id === id)
    if (!item) return
    const side = textIn(item.data, 'side')
    writing.type(`${path}/label`, options.find(({ value }) => value === id)?.label ?? '')
    writing.type(`${path}/unit`, textIn(item.data, 'unit') ?? '')
    writing.type(`${path}/istatCode`, textIn(item.data, 'istatCode') ?? '')
    writing.type(`${path}/siussRelevant`, item.data.siussRelevant === true)
    if (side === 'services' || side === 'community') writing.type(`${path}/side`, side)
  }
  return <Pick path={`${path}/catalogueId`} empty={say('pacts.write.byHand')} options={options} onPicked={fill} />
}

const Paying = ({ path }: { path: string }): ReactElement => {
  const say = usePactWords()
  const funds = useNamed(useCatalogue('fundingSource').rows)
  const commitments = useText(({ commitments }) => commitments)
  const options = commitments
    .filter(({ side, text }) => side !== 'person' && text.trim() !== '')
    .map(({ id, text }) => ({ value: id, label: text.slice(0, 80) }))
  return (
    <>
      <NumberField path={`${path}/quantity`} optional />
      <Line path={`${path}/unit`} max={40} optional short />
      <Money path={`${path}/costCents`} optional hint={say('pacts.write.costHint')} />
      <Pick path={`${path}/fundingSourceId`} optional empty={say('pacts.write.noFunding')} options={funds} />
      <Line path={`${path}/budgetLine`} max={120} optional />
      <Pick
        path={`${path}/paymentState`}
        options={PaymentState.options.map((state) => ({ value: state, label: say(`pacts.payment.${state}`) }))}
      />
      {options.length > 0 && (
        <Pick path={`${path}/commitmentId`} optional empty={say('pacts.write.noCommitment')} options={options} />
      )}
    </>
  )
}

const SupportForm = (props: { id: string; index: number }): ReactElement => {
  const say = usePactWords()
  const path = `supports/${props.id}`
  const gist = useText(({ supports }) => supports.find(({ id }) => id === props.id)?.label ?? '')
  return (
    <WriteItem
      list="supports"
      id={props.id}
      title={say('pacts.write.support', { number: props.index + 1 })}
      gist={gist}
    >
      <FromCatalogue path={path} />
      <Line path={`${path}/label`} max={200} />
      <Pick
        path={`${path}/side`}
        options={(['services', 'community'] as const).map((side) => ({
          value: side,
          label: say(`pacts.side.${side}`),
        }))}
      />
      <PartyField
        path={`${path}/providerLabel`}
        idPath={`${path}/providerOrganisationId`}
        only="organisation"
        optional
        label={say('pacts.field.supports.providerLabel')}
      />
      <Paying path={path} />
    </WriteItem>
  )
}

const empty = {
  catalogueId: null,
  label: '',
  side: 'services',
  providerOrganisationId: null,
  providerLabel: '',
  quantity: null,
  unit: '',
  costCents: null,
  fundingSourceId: null,
  istatCode: '',
  siussRelevant: false,
  commitmentId: null,
  budgetLine: '',
  paymentState: 'planned',
}

/** Help that costs or is counted: who gives how much, what it costs and who pays. */
export const WriteSupports = (): ReactElement => {
  const say = usePactWords()
  return (
    <WriteList
      list="supports"
      title={say('pacts.write.supports')}
      hint={say('pacts.write.supportsHint')}
      add={say('pacts.write.addSupport')}
      empty={empty}
      firstField="catalogueId"
      item={(id, index) => <SupportForm key={id} id={id} index={index} />}
    />
  )
}
