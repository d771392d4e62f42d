import { type FormEvent, type ReactElement, useState } from 'react'
import { dateAndTime } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { call, Refused } from '../../platform/web/call.ts'
import { Faults } from '../../platform/web/Faults.tsx'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { FileInput, Select } from '../../platform/web/kit/Field.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Crumbs, Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { Pill } from '../../platform/web/kit/State.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useGo } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { type ImportRun, importsApi } from '../core/imports.api.ts'
import { outreachWebWords } from '../core/outreach.web.words.ts'
import { useMyDistricts } from './district.hooks.ts'

const Upload = (): ReactElement => {
  const [say, go] = [useWords(outreachWebWords), useGo()]
  const districts = useMyDistricts()
  const [error, setError] = useState<Refused | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [isEmpty, setEmpty] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const file = data.get('file')
    const isFile = file instanceof File && file.size > 0
    setEmpty(!isFile)
    if (!isFile) return
    setBusy(true)
    try {
      const district = String(data.get('district') ?? '') || (districts[0]?.value ?? '')
      const { id } = await call(importsApi.read, { query: { name: file.name, district }, bytes: file })
      go(`/importa/${id}`)
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused
      setError(refused)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Form onSubmit={(event) => void submit(event)}>
      <Faults faults={[]} error={error} />
      {districts.length > 1 && <Select id="district" name="district" label={say('web.district')} options={districts} />}
      <FileInput
        id="file"
        name="file"
        label={say('web.importFile')}
        hint={say('web.importFileHint')}
        accept=".csv,.xlsx,text/csv"
        error={isEmpty ? say('web.importNoFile') : undefined}
      />
      <Button type="submit" look="main" icon="upload" busy={isBusy}>
        {say('web.importGo')}
      </Button>
    </Form>
  )
}

const tones = { read: 'now', carrying: 'now', done: 'done', cancelled: 'calm' } as const

const Line = ({ run }: { run: ImportRun }): ReactElement => {
  const [say, language] = [useWords(outreachWebWords), useLanguage()]
  return (
    <Row
      who={<Who icon="file" tone="servizi" />}
      title={run.fileName}
      href={at(`/importa/${run.id}`)}
      text={say('web.importByOn', { who: run.startedByName, day: dateAndTime(language, run.startedAt) })}
      state={<Pill tone={tones[run.state]}>{say(`web.importState.${run.state}`)}</Pill>}
    />
  )
}

/** Uploads a list; nothing is registered before it was seen row by row. */
export const ImportPage = (): ReactElement => {
  const say = useWords(outreachWebWords)
  const past = useRead(importsApi.list, { query: { limit: 50 } })
  return (
    <>
      <Crumbs
        label={say('web.here')}
        items={[{ label: say('web.title'), href: at('/segnalazioni') }, { label: say('web.import') }]}
      />
      <Sentence lead={say('web.importLead')}>{weighed(say('web.importSentence'))}</Sentence>
      <Upload />
      <Section id="prima" title={say('web.importPast')} block>
        <Answered of={past}>
          {({ rows }) =>
            rows.length === 0 ? (
              <p>{say('web.importNone')}</p>
            ) : (
              <Rows>
                {rows.map((run) => (
                  <Line key={run.id} run={run} />
                ))}
              </Rows>
            )
          }
        </Answered>
      </Section>
    </>
  )
}
