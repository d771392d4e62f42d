import { type FormEvent, type ReactElement, useState } from 'react'
import { call, fileAddress, Refused } from '../../platform/web/call.ts'
import { Faults } from '../../platform/web/Faults.tsx'
import { Button, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Callout } from '../../platform/web/kit/Card.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { FileInput } from '../../platform/web/kit/Field.tsx'
import { Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { weighed } from '../../platform/web/weighed.tsx'
import { compareConfigurations } from '../core/configuration.ts'
import { settingsApi } from '../core/settings.api.ts'
import { Configuration } from '../core/settings.schema.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'
import { Allowed } from './Allowed.tsx'
import { type Compared, Taking } from './Taking.tsx'

const Download = (): ReactElement => {
  const say = useWords(settingsWebWords)
  return (
    <Section id="scarica" title={say('downloadTitle')} block>
      <p>{say('downloadHint')}</p>
      <div className="btns mt">
        <LinkButton icon="download" href={fileAddress(settingsApi.export)} download="fare-legami-configurazione.json">
          {say('download')}
        </LinkButton>
      </div>
    </Section>
  )
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What the server takes in one request. */
const mostBytes = 1_048_576

const isOfOtherVersion = (value: unknown): boolean =>
  Configuration.pick({ format: true }).loose().safeParse(value).success &&
  !Configuration.pick({ version: true }).loose().safeParse(value).success

type Reading = { readonly message: string } | { readonly given: Configuration }

const useReading = (): ((file: File | undefined) => Promise<Reading>) => {
  const say = useWords(settingsWebWords)
  return async (file) => {
    if (!file || file.size === 0) return { message: say('fileMissing') }
    if (file.size > mostBytes) return { message: say('tooBig', { most: 1 }) }
    const value = parsed(await file.text())
    if (value === undefined) return { message: say('notJson') }
    const read = Configuration.safeParse(value)
    if (read.success) return { given: read.data }
    if (isOfOtherVersion(value)) return { message: say('otherVersion') }
    const where = read.error.issues.slice(0, 5).map(({ path }) => path.join('/') || '/')
    return { message: say('notConfiguration', { where: [...new Set(where)].join(', ') }) }
  }
}

const Upload = ({ onCompared }: { onCompared: (compared: Compared) => void }): ReactElement => {
  const [say, read] = [useWords(settingsWebWords), useReading()]
  const [message, setMessage] = useState<string | undefined>()
  const [error, setError] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const compare = async (file: File | undefined): Promise<void> => {
    const reading = await read(file)
    setMessage('message' in reading ? reading.message : undefined)
    if ('message' in reading) return
    const before = await call(settingsApi.export)
    onCompared({ before, after: reading.given, differences: compareConfigurations(before, reading.given) })
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const file = new FormData(event.currentTarget).get('file')
    setBusy(true)
    setError(null)
    compare(file instanceof File ? file : undefined)
      .catch((reason: unknown) => {
        if (!(reason instanceof Refused)) throw reason
        setError(reason)
      })
      .finally(() => setBusy(false))
  }
  return (
    <Form onSubmit={submit}>
      <Faults faults={message ? [{ field: 'file', message }] : []} error={error} />
      <FileInput
        id="file"
        name="file"
        label={say('uploadFile')}
        hint={say('uploadHint')}
        accept="application/json,.json"
        error={message}
      />
      <div className="btns">
        <Button type="submit" look="main" busy={busy}>
          {say('compare')}
        </Button>
      </div>
    </Form>
  )
}

/** The configuration as one file: away, and in after its differences were read. */
export const ConfigurationPage = (): ReactElement => {
  const say = useWords(settingsWebWords)
  const [compared, setCompared] = useState<Compared | null>(null)
  const [taken, setTaken] = useState<number | null>(null)
  return (
    <Allowed crumbs={[{ label: say('configuration') }]}>
      <Sentence lead={say('configurationLead')}>{weighed(say('configurationSentence'))}</Sentence>
      {taken !== null && (
        <div role="status" className="mt">
          <Callout tone="done">{say('taken', { count: taken })}</Callout>
        </div>
      )}
      <Download />
      <Section id="carica" title={say('upload')} block>
        {compared ? (
          <Taking
            compared={compared}
            onLeave={() => setCompared(null)}
            onTaken={(count) => {
              setCompared(null)
              setTaken(count)
            }}
          />
        ) : (
          <Upload
            onCompared={(next) => {
              setTaken(null)
              setCompared(next)
            }}
          />
        )}
      </Section>
    </Allowed>
  )
}
