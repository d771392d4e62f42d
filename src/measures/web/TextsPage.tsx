import { type ReactElement, useState } from 'react'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { Answered } from '../../platform/web/Answered.tsx'
import { faultAt } from '../../platform/web/Faults.tsx'
import { Callout } from '../../platform/web/kit/Card.tsx'
import { FileInput, TextArea, TextInput } from '../../platform/web/kit/Field.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useParams } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import type { Instrument } from '../core/instrument.schema.ts'
import { findInstrument } from '../core/instruments.ts'
import { shelfApi } from '../core/shelf.api.ts'
import { shelfWords } from '../core/shelf.words.ts'
import { emptyFile } from '../core/texts.ts'
import { ShelfCrumbs, type Shelved } from './ShelfPage.tsx'
import { useLanguageName } from './StartMeasurePage.tsx'
import { useDay, useSpoken } from './spoken.hooks.ts'

const Facts = ({ one }: { one: Instrument }): ReactElement => {
  const [say, spoken] = [useWords(shelfWords), useSpoken()]
  const facts: [string, string][] = [
    [say('licence'), spoken(one.licence)],
    [say('validity'), spoken(one.validity)],
    [say('population'), spoken(one.population)],
    [say('missing'), spoken(one.missingSource)],
    [say('source'), one.source],
    ...(one.change ? [[say('change'), say('changeText', one.change)] satisfies [string, string]] : []),
    ...(one.talk ? [[say('talk'), say('talkText', one.talk)] satisfies [string, string]] : []),
  ]
  return (
    <dl className="measure__answers">
      {facts.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

const Load = ({ one }: { one: Instrument }): ReactElement => {
  const [say, tell, act] = [useWords(shelfWords), useStatus(), useAct(shelfApi.saveTexts)]
  const [file, setFile] = useState(emptyFile(one))
  const load = ({ language = '', permission = '' }: Readonly<Record<string, string>>): void =>
    act.mutate(
      { params: { code: one.code }, body: { language: language.trim().toLowerCase(), permission, file } },
      { onSuccess: () => tell({ text: say('saved') }) },
    )
  return (
    <ActForm act={act} go={say('save')} icon="upload" onGo={load}>
      {(faults) => (
        <>
          <TextInput
            id="language"
            name="language"
            short
            maxLength={2}
            label={say('language')}
            hint={say('languageHint')}
            error={faultAt(faults, 'language')}
            defaultValue="it"
          />
          <TextInput
            id="permission"
            name="permission"
            maxLength={300}
            label={say('permission')}
            hint={say('permissionHint')}
            error={faultAt(faults, 'permission')}
          />
          <FileInput
            id="chosen"
            name="chosen"
            optional
            accept=".txt,text/plain"
            label={say('chooseFile')}
            onChange={(event) => void event.currentTarget.files?.[0]?.text().then(setFile)}
          />
          <TextArea
            id="file"
            name="file"
            rows={14}
            maxLength={20_000}
            spellCheck={false}
            label={say('file')}
            error={faultAt(faults, 'file')}
            value={file}
            onChange={(event) => setFile(event.currentTarget.value)}
          />
        </>
      )}
    </ActForm>
  )
}

const Loaded = ({ row }: { row: Shelved }): ReactElement | null => {
  const [say, nameOf, day] = [useWords(shelfWords), useLanguageName(), useDay()]
  if (row.loaded.length === 0) return null
  return (
    <Section id="caricati" title={say('loaded')} block>
      <Rows>
        {row.loaded.map(({ language, revision, permission, loadedOn, by }) => (
          <Row
            key={`${language}${revision}`}
            title={nameOf(language)}
            text={`${say('loadedText', { revision, day: day(loadedOn), by })}. ${permission}`}
          />
        ))}
      </Rows>
    </Section>
  )
}

const Page = ({ one, row }: { one: Instrument; row: Shelved }): ReactElement => {
  const [say, spoken] = [useWords(shelfWords), useSpoken()]
  return (
    <>
      <ShelfCrumbs here={one.name} />
      <Sentence>
        {one.name}: {spoken(one.title)}
      </Sentence>
      <div className="block blocks">
        {one.off && <Callout tone="calm">{spoken(one.off)}</Callout>}
        <Facts one={one} />
      </div>
      <Loaded row={row} />
      {!one.off && (
        <Section id="carica" title={say('load')} block>
          <p>{say('loadLead')}</p>
          <Load one={one} />
        </Section>
      )}
    </>
  )
}

/** One instrument: what is known of it, and the place to load its words. */
export const TextsPage = (): ReactElement | null => {
  const [say, { code = '' }] = [useWords(shelfWords), useParams()]
  const found = useRead(shelfApi.shelf)
  return (
    <Answered of={found}>
      {({ instruments }) => {
        const [one, row] = [findInstrument(code), instruments.find((each) => each.code === code)]
        return one && row ? <Page one={one} row={row} /> : <EmptyState level={1} icon="search" title={say('title')} />
      }}
    </Answered>
  )
}
