import { type ReactElement, useState } from 'react'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { useWords } from '../../platform/web/language.tsx'
import type { OrganisationSheet, Site } from '../core/organisation.schema.ts'
import { organisationWebWords } from '../core/organisation.web.words.ts'
import { organisationWords } from '../core/organisation.words.ts'
import { SiteDialog } from './SiteDialog.tsx'

const OneSite = ({ site, onChange }: { site: Site; onChange: (() => void) | undefined }): ReactElement => {
  const [say, sayKind] = [useWords(organisationWebWords), useWords(organisationWords)]
  const where = [site.address, site.municipality].filter(Boolean).join(', ')
  return (
    <Row
      title={site.name}
      text={[sayKind(`organisations.place.${site.placeKind}`), where].filter(Boolean).join(' · ')}
      state={site.active ? undefined : <State icon="pause">{say('siteOff')}</State>}
      go={
        onChange && (
          <Button icon="pencil" about={site.name} onClick={onChange}>
            {say('change')}
          </Button>
        )
      }
    />
  )
}

/** The sites of a body, and the box in which one is added or changed. */
export const Sites = ({ sheet }: { sheet: OrganisationSheet }): ReactElement => {
  const say = useWords(organisationWebWords)
  const [open, setOpen] = useState<Site | 'new' | null>(null)
  return (
    <Section
      id="sedi"
      title={say('sites')}
      count={sheet.sites.length || undefined}
      block
      more={
        sheet.mayChange && (
          <Button icon="plus" onClick={() => setOpen('new')}>
            {say('siteAdd')}
          </Button>
        )
      }
    >
      {sheet.sites.length === 0 ? (
        <p className="soft">{say('sitesNone')}</p>
      ) : (
        <Rows>
          {sheet.sites.map((site) => (
            <OneSite key={site.id} site={site} onChange={sheet.mayChange ? () => setOpen(site) : undefined} />
          ))}
        </Rows>
      )}
      {open !== null && (
        <SiteDialog
          key={open === 'new' ? 'new' : open.id}
          organisationId={sheet.id}
          site={open === 'new' ? undefined : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  )
}
