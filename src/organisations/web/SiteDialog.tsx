import { type FormEvent, type ReactElement, useState } from 'react'
import type { Texts } from '../../platform/core/clash.ts'
import { Clashes } from '../../platform/web/Clashes.tsx'
import { call } from '../../platform/web/call.ts'
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
import { useVersioned } from '../../platform/web/versioned.hooks.ts'
import { settingsApi } from '../../settings/core/settings.api.ts'
import { organisationApi } from '../core/organisation.api.ts'
import { readSite, siteTexts } from '../core/organisation.form.ts'
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

const fieldWords = {
  name: 'siteName',
  address: 'siteAddress',
  municipalityIstat: 'municipality',
  placeKind: 'siteKind',
  closed: 'siteClosed',
} as const

/** What two people wrote at once of the same site. */
const SiteClashes = (props: { saving: Saving; busy: boolean; onResolve: (texts: Texts) => void }): ReactElement => {
  const [say, sayKind] = [useWords(organisationWebWords), useWords(organisationWords)]
  const municipalities = useRead(settingsApi.municipalities).data?.rows ?? []
  const shown = (name: string, text: string): string => {
    if (name === 'municipalityIstat') return municipalities.find(({ istatCode }) => istatCode === text)?.name ?? text
    if (name === 'placeKind') return sayKind(`organisations.place.${PlaceKind.catch('other').parse(text)}`)
    return name === 'closed' ? say(text === 'yes' ? 'siteIsClosed' : 'siteIsOpen') : text
  }
  return (
    <Clashes
      clashes={props.saving.clashes}
      labelOf={(name) => say(fieldWords[name as keyof typeof fieldWords])}
      shown={shown}
      busy={props.busy}
      problem={props.saving.problem}
      onResolve={props.onResolve}
    />
  )
}

type Saving = ReturnType<typeof useSaving>

const useSaving = ({ organisationId, site }: Pick<Props, 'organisationId' | 'site'>) => {
  const keyOf = useIntention()
  const [add, change] = [useAct(organisationApi.addSite), useAct(organisationApi.changeSite)]
  const params = { id: organisationId }
  const saving = useVersioned<{ version: number; one: Site | undefined }>({
    opened: { version: site?.version ?? 0, one: site },
    textsOf: ({ one }) => siteTexts(one),
    reload: async () => {
      const now = (await call(organisationApi.open, { params })).sites.find(({ id }) => id === site?.id)
      return { version: now?.version ?? 0, one: now }
    },
    send: async (texts, version) => {
      const body = readSite(texts)
      if (!body) return
      if (site) await change.mutateAsync({ params: { ...params, siteId: site.id }, body: { ...body, version } })
      else await add.mutateAsync({ params, body, key: keyOf(body) })
    },
  })
  return { ...saving, busy: add.isPending || change.isPending }
}

type Props = {
  readonly organisationId: string
  readonly site: Site | undefined
  readonly onClose: () => void
}

/** Adds a site, or changes the one given. */
export const SiteDialog = (props: Props): ReactElement => {
  const [say, sayFault, tell] = [useWords(organisationWebWords), useWords(organisationWords), useStatus()]
  const [own, setOwn] = useState<readonly Fault[]>([])
  const saving = useSaving(props)
  const faults = own.length > 0 ? own : faultsIn(saving.problem)
  const leave = async (kept: Promise<boolean>): Promise<void> => {
    if (!(await kept)) return
    props.onClose()
    tell({ text: say('siteSaved') })
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const texts = textsIn(event.currentTarget)
    const site = readSite(texts)
    const fault = site && siteFault(site)
    setOwn(fault ? [{ field: 'name', message: sayFault(fault) }] : [])
    if (site && !fault) void leave(saving.save(texts))
  }
  const clashing = saving.clashes.length > 0
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={say(props.site ? 'siteChange' : 'siteNew')}
      acts={
        <>
          {!clashing && (
            <Button type="submit" form="site" look="main" busy={saving.busy}>
              {say('save')}
            </Button>
          )}
          <Button onClick={props.onClose}>{say('cancel')}</Button>
        </>
      }
    >
      {clashing ? (
        <SiteClashes saving={saving} busy={saving.busy} onResolve={(texts) => void leave(saving.resolve(texts))} />
      ) : (
        <form id="site" className="form" noValidate onSubmit={submit}>
          <Faults faults={faults} error={saving.problem} />
          <SiteFields site={props.site} faults={faults} />
        </form>
      )}
    </Dialog>
  )
}
