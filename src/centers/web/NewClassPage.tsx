import type { ReactElement } from 'react'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { faultAt } from '../../platform/web/Faults.tsx'
import { Select, TextArea, TextInput } from '../../platform/web/kit/Field.tsx'
import { Crumbs, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at, useGo } from '../../platform/web/navigation.ts'
import { useAct } from '../../platform/web/query.ts'
import { classPageWords } from '../core/class.page.words.ts'
import { classApi } from '../core/class.schema.ts'
import { yearOf } from './years.ts'

const years = (): number[] => {
  const now = new Date()
  const begun = now.getMonth() >= 7 ? now.getFullYear() : now.getFullYear() - 1
  return [begun, begun + 1]
}

/** A class of numbers, with the reason for asking. */
export const NewClassPage = (): ReactElement => {
  const [say, tell, go, act] = [useWords(classPageWords), useStatus(), useGo(), useAct(classApi.make)]
  return (
    <>
      <Crumbs
        label={say('page.here')}
        items={[{ label: say('page.classes'), href: at('/classi') }, { label: say('page.add') }]}
      />
      <Sentence lead={say('page.noneHint')}>{say('page.add')}</Sentence>
      <ActForm
        act={act}
        go={say('page.save')}
        onGo={({ name = '', schoolYear, pupils, purpose = '' }) => {
          const body = { name, schoolYear: Number(schoolYear), pupils: Number(pupils) || 0, purpose }
          const onSuccess = ({ id }: { id: string }): void => {
            tell({ text: say('page.saved') })
            go(`/classi/${id}`, { replace: true })
          }
          act.mutate({ body }, { onSuccess })
        }}
      >
        {(faults) => (
          <>
            <TextInput
              id="name"
              name="name"
              short
              label={say('page.name')}
              hint={say('page.nameHint')}
              maxLength={40}
              error={faultAt(faults, 'name')}
            />
            <Select
              id="schoolYear"
              name="schoolYear"
              label={say('page.year')}
              options={years().map((year) => ({ value: String(year), label: yearOf(year) }))}
            />
            <Select
              id="pupils"
              name="pupils"
              label={say('page.pupils')}
              defaultValue="22"
              options={Array.from({ length: 38 }, (_, no) => ({ value: String(no + 3), label: String(no + 3) }))}
            />
            <TextArea
              id="purpose"
              name="purpose"
              label={say('page.purpose')}
              hint={say('page.purposeHint')}
              maxLength={600}
              error={faultAt(faults, 'purpose') && say('page.purposeShort')}
            />
          </>
        )}
      </ActForm>
    </>
  )
}
