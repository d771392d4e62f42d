import { type ReactElement, useState } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { Answered } from '../../platform/web/Answered.tsx'
import { fileAddress } from '../../platform/web/call.ts'
import { faultAt } from '../../platform/web/Faults.tsx'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { Card, More } from '../../platform/web/kit/Card.tsx'
import { Check } from '../../platform/web/kit/Choice.tsx'
import { FileInput, TextInput } from '../../platform/web/kit/Field.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Pill } from '../../platform/web/kit/State.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct, useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import type { OpenedCase } from '../core/case.api.ts'
import { type AttachmentRow, attachmentApi } from '../core/work.api.ts'
import { workWords } from '../core/work.words.ts'
import { CaseFrame } from './CaseFrame.tsx'

const Remove = ({ one, row }: { one: OpenedCase; row: AttachmentRow }): ReactElement => {
  const [say, tell, act] = [useWords(workWords), useStatus(), useAct(attachmentApi.remove)]
  const params = { caseId: one.id, attachmentId: row.id }
  return (
    <More label={`${say('files.remove')}: ${row.name}`}>
      <ActForm
        act={act}
        go={say('files.remove')}
        look="danger"
        onGo={({ reason = '' }) =>
          act.mutate({ params, body: { reason } }, { onSuccess: () => tell({ text: say('files.removed') }) })
        }
      >
        {(faults) => (
          <TextInput
            id={`reason-${row.id}`}
            name="reason"
            maxLength={500}
            label={say('files.removeWhy')}
            error={faultAt(faults, 'reason')}
          />
        )}
      </ActForm>
    </More>
  )
}

const FileLine = ({ one, row }: { one: OpenedCase; row: AttachmentRow }): ReactElement => {
  const [say, language] = [useWords(workWords), useLanguage()]
  const size = Math.max(1, Math.round(row.size / 1000))
  return (
    <Row
      title={row.name}
      text={say('files.by', { who: row.addedBy, day: longDate(language, row.at), size })}
      state={
        <>
          {row.shared && (
            <Pill tone="info" icon="eye">
              {say('files.isShared')}
            </Pill>
          )}
          {one.rights.write && <Remove one={one} row={row} />}
        </>
      }
      go={
        <LinkButton
          icon="download"
          about={row.name}
          download
          href={fileAddress(attachmentApi.download, { params: { caseId: one.id, attachmentId: row.id } })}
        >
          {say('files.download')}
        </LinkButton>
      }
    />
  )
}

const AddFile = ({ one }: { one: OpenedCase }): ReactElement => {
  const [say, tell, act] = [useWords(workWords), useStatus(), useAct(attachmentApi.add)]
  const [file, setFile] = useState<File | null>(null)
  const [missing, setMissing] = useState(false)
  return (
    <Card title={say('files.add')} level={2}>
      <ActForm
        act={act}
        go={say('files.save')}
        icon="upload"
        onGo={({ shared }, clear) => {
          setMissing(file === null)
          if (!file) return
          const query = { name: file.name.slice(-200), shared: shared === 'on' ? 'yes' : 'no' } as const
          const onSuccess = (): void => {
            clear()
            setFile(null)
            tell({ text: say('files.saved') })
          }
          act.mutate({ params: { caseId: one.id }, query, bytes: file }, { onSuccess })
        }}
      >
        {() => (
          <>
            <FileInput
              id="file"
              label={say('files.file')}
              hint={say('files.hint')}
              error={missing ? say('files.choose') : undefined}
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
            <Check name="shared" label={say('files.shared')} />
          </>
        )}
      </ActForm>
    </Card>
  )
}

const Files = ({ one }: { one: OpenedCase }): ReactElement => {
  const say = useWords(workWords)
  const found = useRead(attachmentApi.list, { params: { caseId: one.id } })
  return (
    <>
      <Answered of={found}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon="file" title={say('files.none')}>
              {say('files.noneHint')}
            </EmptyState>
          ) : (
            <>
              <p className="lead">{weighed(say('files.sentence', { count: rows.length }))}</p>
              <Rows>
                {rows.map((row) => (
                  <FileLine key={row.id} one={one} row={row} />
                ))}
              </Rows>
            </>
          )
        }
      </Answered>
      {one.rights.write && <AddFile one={one} />}
    </>
  )
}

/** Files kept in the case. */
export const AttachmentsPage = (): ReactElement | null => (
  <CaseFrame tab="attachments">{(one) => <Files one={one} />}</CaseFrame>
)
