import { type FormEvent, type ReactElement, useState } from 'react'
import { type Fault, Faults, faultAt, faultsIn } from '../../platform/web/Faults.tsx'
import { textsIn } from '../../platform/web/form.ts'
import { useIntention } from '../../platform/web/intention.hooks.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Choice } from '../../platform/web/kit/Choice.tsx'
import { Dialog } from '../../platform/web/kit/Dialog.tsx'
import { Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useAct, useRead } from '../../platform/web/query.ts'
import { settingsApi } from '../../settings/core/settings.api.ts'
import { organisationApi } from '../core/organisation.api.ts'
import { readSite } from '../core/organisation.form.ts'
import { PlaceKind, type Site } from '../core/organisation.schema.ts'
import { siteFault } from '../core/organisation.ts'
import { organisationWebWords } from '../core/organisation.web.words.ts'
import { organisationWords } from '../core/organisation.words.ts'

const SiteFields = ({ site, faults }: { site: Site | undefined; faults: readonly Fault[] }): ReactElement => {
  const [say, sayKind] = [useWords(organisationWebWords), useWords(organisationWords)]
  const municipalities = useRead(settingsApi.municipalities).data?.rows ?? []
  return (
    <>
      <TextInput
        id="name"
        name="name"
        label={say('siteName')}
        hint={say('siteNameHint')}
        defaultValue={site?.name ?? ''}
        error={faultAt(faults, 'name')}
      />
      <TextInput id="address" name="address" label={say('siteAddress')} optional defaultValue={site?.address ?? ''} />
      <Select
        key={municipalities.length}
        id="municipalityIstat"
        name="municipalityIstat"
        label={say('municipality')}
        empty={say('noMunicipality')}
        defaultValue={site?.municipalityIstat ?? ''}
        error={faultAt(faults, 'municipalityIstat')}
        options={municipalities.map(({ istatCode, name }) => ({ value: istatCode, label: name }))}
      />
      <Select
        id="placeKind"
        name="placeKind"
        label={say('siteKind')}
        defaultValue={site?.placeKind ?? 'office'}
        options={PlaceKind.options.map((value) => ({ value, label: sayKind(`organisations.place.${value}`) }))}
      />
      {site && (
        <Choice
          name="closed"
          value="yes"
          label={say('siteClosed')}
          detail={say('siteClosedHint')}
          defaultChecked={!site.active}
        />
      )}
    </>
  )
}

/** Adds a site, or changes the one given. */
export const SiteDialog = (props: {
  organisationId: string
  site: Site | undefined
  onClose: () => void
}): ReactElement => {
  const [say, sayFault] = [useWords(organisationWebWords), useWords(organisationWords)]
  const tell = useStatus()
  const [own, setOwn] = useState<readonly Fault[]>([])
  const keyOf = useIntention()
  const [add, change] = [useAct(organisationApi.addSite), useAct(organisationApi.changeSite)]
  const act = props.site ? change : add
  const faults = own.length > 0 ? own : faultsIn(act.error)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const site = readSite(textsIn(event.currentTarget))
    const fault = site && siteFault(site)
    setOwn(fault ? [{ field: 'name', message: sayFault(fault) }] : [])
    if (!site || fault) return
    const onSuccess = (): void => {
      props.onClose()
      tell({ text: say('siteSaved') })
    }
    const params = { id: props.organisationId }
    if (props.site) change.mutate({ params: { ...params, siteId: props.site.id }, body: site }, { onSuccess })
    else add.mutate({ params, body: site, key: keyOf(site) }, { onSuccess })
  }
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={say(props.site ? 'siteChange' : 'siteNew')}
      acts={
        <>
          <Button type="submit" form="site" look="main" busy={act.isPending}>
            {say('save')}
          </Button>
          <Button onClick={props.onClose}>{say('cancel')}</Button>
        </>
      }
    >
      <form id="site" className="form" noValidate onSubmit={submit}>
        <Faults faults={faults} error={act.error} />
        <SiteFields site={props.site} faults={faults} />
      </form>
    </Dialog>
  )
}
