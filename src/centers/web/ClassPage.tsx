import { type ReactElement, useState } from 'react'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { Answered } from '../../platform/web/Answered.tsx'
import { fileAddress } from '../../platform/web/call.ts'
import { Faults } from '../../platform/web/Faults.tsx'
import { Button, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Callout, More, Note } from '../../platform/web/kit/Card.tsx'
import { FileInput } from '../../platform/web/kit/Field.tsx'
import { Crumbs, Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { type Column, Table } from '../../platform/web/kit/Table.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useParams } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { animalOf } from '../core/animals.ts'
import { classPageWords } from '../core/class.page.words.ts'
import { classApi, type SchoolClass } from '../core/class.schema.ts'
import { classWords } from '../core/class.words.ts'
import { ClassChanges, ClassWaveSection } from './ClassWaves.tsx'
import { yearOf } from './years.ts'

const AddPhoto = ({ one }: { one: SchoolClass }): ReactElement => {
  const [say, tell, act] = [useWords(classPageWords), useStatus(), useAct(classApi.addPhoto)]
  const [file, setFile] = useState<File | null>(null)
  return (
    <More label={say('page.photo')}>
      {one.hasPhoto && (
        <p>
          <LinkButton icon="eye" href={fileAddress(classApi.photo, { params: { classId: one.id } })} target="_blank">
            {say('page.photoShow')}
          </LinkButton>
        </p>
      )}
      <ActForm
        act={act}
        look="plain"
        icon="upload"
        go={say('page.photoAdd')}
        onGo={(_texts, clear) => {
          if (!file) return
          const onSuccess = (): void => {
            clear()
            setFile(null)
            tell({ text: say('page.photoAdded') })
          }
          act.mutate(
            { params: { classId: one.id }, query: { name: file.name.slice(-200) }, bytes: file },
            { onSuccess },
          )
        }}
      >
        {() => (
          <FileInput
            id="photo"
            label={say('page.photo')}
            hint={say('page.photoHint')}
            accept="image/png,image/jpeg,image/webp"
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        )}
      </ActForm>
    </More>
  )
}

type RosterRow = { readonly number: number; readonly animal: string }

/** The numbers of a class, each with its line: names are written on paper only. */
const RosterTable = ({ one }: { one: SchoolClass }): ReactElement => {
  const [say, language] = [useWords(classPageWords), useLanguage()]
  const rows = Array.from({ length: one.pupils }, (_, no) => ({ number: no + 1, animal: animalOf(language, no + 1) }))
  const columns: Column<RosterRow>[] = [
    { key: 'number', head: say('page.number'), cell: ({ number, animal }) => `${number} ${animal}` },
    { key: 'name', head: say('page.printName'), cell: () => <span className="line-to-write" /> },
  ]
  return <Table caption={say('page.roster')} columns={columns} rows={rows} rowKey={({ number }) => String(number)} />
}

/** All that leaves the printer: no answer goes on paper by mistake. */
const RosterSheet = ({ one }: { one: SchoolClass }): ReactElement => (
  <div className="print-sheet">
    <h2>{useWords(classPageWords)('page.sheet', { name: one.name, year: yearOf(one.schoolYear) })}</h2>
    <RosterTable one={one} />
  </div>
)

const Roster = ({ one }: { one: SchoolClass }): ReactElement => {
  const say = useWords(classPageWords)
  return (
    <Section id="elenco" title={say('page.roster')} block>
      <p className="soft">{say('page.rosterHint')}</p>
      <div className="btns">
        <Button icon="print" onClick={() => window.print()}>
          {say('page.print')}
        </Button>
      </div>
      <More label={say('page.rosterShow')}>
        <RosterTable one={one} />
      </More>
      {!one.erased && <AddPhoto one={one} />}
    </Section>
  )
}

const Erase = ({ one }: { one: SchoolClass }): ReactElement => {
  const [say, tell, act] = [useWords(classPageWords), useStatus(), useAct(classApi.erase)]
  return (
    <More label={say('page.erase')}>
      <p>{say('page.eraseHint')}</p>
      <Faults faults={[]} error={act.error} />
      <Button
        look="danger"
        busy={act.isPending}
        onClick={() =>
          act.mutate({ params: { classId: one.id } }, { onSuccess: () => tell({ text: say('page.eraseDone') }) })
        }
      >
        {say('page.eraseGo')}
      </Button>
    </More>
  )
}

/** A class of the teacher's own: the list to print, the two times, what changed between them. */
export const ClassPage = (): ReactElement => {
  const [say, reasons] = [useWords(classPageWords), useWords(classWords)]
  const { id = '' } = useParams()
  const found = useRead(classApi.open, { params: { classId: id } })
  return (
    <Answered of={found}>
      {(one) => (
        <>
          <Crumbs
            label={say('page.here')}
            items={[{ label: say('page.classes'), href: at('/classi') }, { label: one.name }]}
          />
          <Sentence lead={one.purpose} eyebrow={one.school || undefined}>
            {say('page.about', { name: one.name, year: yearOf(one.schoolYear), count: one.pupils })}
          </Sentence>
          {one.erased && <Callout tone="calm">{reasons('centers.erased')}</Callout>}
          <ClassChanges one={one} />
          <ClassWaveSection one={one} number={1} />
          {one.waves.some(({ answered }) => answered.length > 0) && <ClassWaveSection one={one} number={2} />}
          {!one.erased && <Roster one={one} />}
          <div className="block stack">
            {!one.erased && <Erase one={one} />}
            <Note icon="lock">{say('page.lead')}</Note>
          </div>
          {!one.erased && <RosterSheet one={one} />}
        </>
      )}
    </Answered>
  )
}
