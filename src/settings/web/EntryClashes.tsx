import type { ReactElement } from 'react'
import { Clashes } from '../../platform/web/Clashes.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { deadlineNames } from '../core/deadlines.ts'
import { deadlineField } from '../core/programme.form.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'
import type { useEntry } from './entry.hooks.ts'

type Words = keyof (typeof settingsWebWords)['it']
const labels: Readonly<Record<string, Words>> = {
  off: 'entryActive',
  closed: 'state',
  value: 'targetValue',
  name: 'districtName',
}

/** What two administrators wrote at once in the same entry. */
export const EntryClashes = ({ saving }: { saving: ReturnType<typeof useEntry> }): ReactElement => {
  const say = useWords(settingsWebWords)
  const labelOf = (name: string): string => {
    const deadline = deadlineNames.find((one) => deadlineField(one) === name)
    return say(deadline ? `deadline.${deadline}` : (labels[name] ?? (name as Words)))
  }
  return (
    <Clashes
      clashes={saving.clashes}
      labelOf={labelOf}
      shown={(name, text) => (name === 'off' || name === 'closed' ? say(text === 'yes' ? 'yes' : 'no') : text)}
      busy={saving.busy}
      problem={saving.problem}
      onResolve={saving.resolve}
    />
  )
}
