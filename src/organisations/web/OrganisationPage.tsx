import { type ReactElement, useState } from 'react'
import { Answered } from '../../platform/web/Answered.tsx'
import { Faults, faultsIn } from '../../platform/web/Faults.tsx'
import { Button, Buttons, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Facts } from '../../platform/web/kit/Card.tsx'
import { Dialog } from '../../platform/web/kit/Dialog.tsx'
import type { IconName } from '../../platform/web/kit/icons.ts'
import { Crumbs, Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { Pill } from '../../platform/web/kit/State.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at, useParams } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { settingsApi } from '../../settings/core/settings.api.ts'
import { organisationApi } from '../core/organisation.api.ts'
import type { OrganisationSheet } from '../core/organisation.schema.ts'
import { organisationWebWords } from '../core/organisation.web.words.ts'
import { organisationWords } from '../core/organisation.words.ts'
import { Sites } from './Sites.tsx'

/** A body that is no longer active is switched off, after a question; switching on again needs none. */
const Switch = ({ sheet }: { sheet: OrganisationSheet }): ReactElement => {
  const [say, tell] = [useWords(organisationWebWords), useStatus()]
  const [asking, setAsking] = useState(false)
  const act = useAct(organisationApi.change)
  const { name, active } = sheet
  const turn = (): void => {
    const { id, sites: _, mayChange: __, ...draft } = sheet
    const onSuccess = (): void => {
      setAsking(false)
      tell({ text: say(active ? 'switchedOff' : 'switchedOn', { name }) })
    }
    act.mutate({ params: { id }, body: { ...draft, active: !active } }, { onSuccess })
  }
  return (
    <>
      <Button icon={active ? 'pause' : 'repeat'} busy={act.isPending} onClick={active ? () => setAsking(true) : turn}>
        {say(active ? 'switchOff' : 'switchOn')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={say('switchOffTitle', { name })}
        acts={
          <>
            <Button look="danger" busy={act.isPending} onClick={turn}>
              {say('switchOff')}
            </Button>
            <Button onClick={() => setAsking(false)}>{say('cancel')}</Button>
          </>
        }
      >
        <p>{say('switchOffText')}</p>
        <Faults faults={faultsIn(act.error)} error={act.error} />
      </Dialog>
    </>
  )
}

const contacts = [
  ['phone', 'phone'],
  ['email', 'mail'],
  ['taxCode', 'file'],
  ['runtsNumber', 'list'],
  ['ipaCode', 'building'],
  ['schoolCode', 'note'],
] as const satisfies readonly (readonly [string, IconName])[]

const Contacts = ({ sheet }: { sheet: OrganisationSheet }): ReactElement => {
  const say = useWords(organisationWebWords)
  const known = contacts.filter(([field]) => sheet[field] !== '')
  if (known.length === 0) return <p className="soft">{say('noContacts')}</p>
  return (
    <Facts
      items={known.map(([field, icon]) => ({
        icon,
        text: field === 'phone' || field === 'email' ? sheet[field] : `${say(field)}: ${sheet[field]}`,
      }))}
    />
  )
}

const Places = ({ sheet }: { sheet: OrganisationSheet }): ReactElement | null => {
  const say = useWords(organisationWebWords)
  const districts = useRead(settingsApi.districts).data?.rows
  if (!districts) return null
  const names = districts.filter(({ id }) => sheet.districtIds.includes(id)).map(({ name }) => name)
  return <>{names.length === 0 ? say('everywhere') : say('works', { districts: names.join(', ') })}</>
}

const Sheet = ({ sheet }: { sheet: OrganisationSheet }): ReactElement => {
  const [say, sayKind] = [useWords(organisationWebWords), useWords(organisationWords)]
  return (
    <>
      <Crumbs label={say('here')} items={[{ label: say('title'), href: at('/enti') }, { label: sheet.name }]} />
      <Sentence eyebrow={sayKind(`organisations.kind.${sheet.kind}`)} lead={<Places sheet={sheet} />}>
        <strong>{sheet.name}</strong>
      </Sentence>
      {!sheet.active && (
        <p className="mt">
          <Pill icon="pause">{say('off')}</Pill>
        </p>
      )}
      {sheet.mayChange && (
        <div className="mt">
          <Buttons>
            <LinkButton look="main" icon="pencil" href={at(`/enti/${sheet.id}/cambia`)}>
              {say('change')}
            </LinkButton>
            <Switch sheet={sheet} />
          </Buttons>
        </div>
      )}
      <Section id="porta" title={say('brings')} block>
        <p className={sheet.whatItBrings ? 'prose' : 'soft'}>{sheet.whatItBrings || say('bringsNothing')}</p>
      </Section>
      <Section id="contatti" title={say('contacts')} block>
        <Contacts sheet={sheet} />
      </Section>
      <Sites sheet={sheet} />
    </>
  )
}

/** One body: what it brings, how to reach it, its places. */
export const OrganisationPage = (): ReactElement => {
  const { organisationId: id = '' } = useParams()
  const found = useRead(organisationApi.open, { params: { id } })
  return <Answered of={found}>{(sheet) => <Sheet sheet={sheet} />}</Answered>
}
