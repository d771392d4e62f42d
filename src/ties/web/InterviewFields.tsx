import type { ReactElement } from 'react'
import { ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { DateInput, TextInput } from '../../platform/web/kit/Field.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { interviewWords } from '../core/interview.words.ts'
import { TieDirection, TieKind } from '../core/tie.schema.ts'
import { initialsOf, isNickname } from '../core/tie.ts'
import { tieWords } from '../core/tie.words.ts'
import type { WaveSheet } from '../core/wave.api.ts'
import type { AlterDraft, DraftFault } from '../core/wave.draft.ts'
import { Closeness, Help, Often } from '../core/wave.schema.ts'
import { waveWords } from '../core/wave.words.ts'
import { useOccasionLabel } from './interview.hooks.ts'

/** What the fields of one alter share. */
export type Fill = {
  readonly draft: AlterDraft
  readonly set: (more: Partial<AlterDraft>) => void
  readonly faultAt: (field: DraftFault['field']) => string | undefined
}

/** One answer among a few, on big targets. */
const Pick = <T extends string>(
  props: {
    id: string
    label: string
    of: readonly T[]
    say: (value: T) => string
    value: string
    onPick: (value: T) => void
  } & {
    error?: string | undefined
    optional?: boolean
    columns?: 1 | 2 | 3
  },
): ReactElement => (
  <ChoiceGroup
    id={props.id}
    name={props.id}
    columns={props.columns ?? 3}
    label={props.label}
    error={props.error}
    optional={props.optional}
    value={[props.value]}
    options={props.of.map((value) => ({ value, label: props.say(value) }))}
    input={{
      onChange: (event) => props.onPick(props.of.find((one) => one === event.target.value) ?? (props.of[0] as T)),
    }}
  />
)

export const WhoFields = ({ draft, set, faultAt, isCarried }: Fill & { isCarried: boolean }): ReactElement => {
  const [say, ties, waves] = [useWords(interviewWords), useWords(tieWords), useWords(waveWords)]
  return (
    <>
      {!isCarried && (
        <TextInput
          id="label"
          short
          autoComplete="off"
          maxLength={60}
          label={say('form.label')}
          hint={say('form.labelHint')}
          error={faultAt('label')}
          value={draft.label}
          onChange={(event) => set({ label: event.target.value })}
          onBlur={() =>
            /\s/.test(draft.label.trim()) && !isNickname(draft.label.trim()) && set({ label: initialsOf(draft.label) })
          }
        />
      )}
      <Pick
        id="kind"
        label={say('form.kind')}
        of={TieKind.options}
        say={(value) => ties(`ties.kind.${value}`)}
        value={draft.kind ?? ''}
        onPick={(kind) => set({ kind })}
        error={faultAt('kind')}
      />
      <Pick
        id="closeness"
        label={say('form.closeness')}
        of={['1', '2', '3'] as const}
        say={(value) => waves(`waves.closeness.${value}`)}
        value={String(draft.closeness ?? '')}
        onPick={(value) => set({ closeness: Closeness.parse(Number(value)) })}
        error={faultAt('closeness')}
      />
    </>
  )
}

export const HelpFields = ({ draft, set, name }: Fill & { name: string }): ReactElement => {
  const [say, waves] = [useWords(interviewWords), useWords(waveWords)]
  return (
    <>
      <Pick
        id="often"
        optional
        columns={2}
        label={say('form.often')}
        of={Often.options.filter((one) => one !== '')}
        say={(value) => waves(`waves.often.${value}`)}
        value={draft.often}
        onPick={(often) => set({ often })}
      />
      <ChoiceGroup
        id="helps"
        name="helps"
        many
        optional
        columns={3}
        label={say('form.helps')}
        value={draft.helps}
        options={Help.options.map((value) => ({ value, label: waves(`waves.help.${value}`) }))}
        input={{
          onChange: ({ target }) =>
            set({
              helps: Help.options.filter((one) => (one === target.value ? target.checked : draft.helps.includes(one))),
            }),
        }}
      />
      <Pick
        id="direction"
        label={say('form.direction')}
        of={TieDirection.options}
        say={(value) => say(`form.${value}`, { name })}
        value={draft.direction}
        onPick={(direction) => set({ direction })}
      />
    </>
  )
}

export const BirthFields = ({ draft, set, faultAt, sheet }: Fill & { sheet: WaveSheet }): ReactElement => {
  const [say, labelOf] = [useWords(interviewWords), useOccasionLabel()]
  const occasions = new Map(sheet.occasions.map((one) => [`${one.kind} ${one.id}`, labelOf(one)]))
  const sayOrigin = (value: string): string =>
    occasions.get(value) ?? (value === 'before' ? say('form.before') : say('form.other'))
  return (
    <>
      <Pick
        id="origin"
        columns={1}
        label={say('form.origin')}
        of={['before', ...occasions.keys(), 'other']}
        say={sayOrigin}
        value={draft.origin}
        onPick={(origin) => set({ origin })}
        error={faultAt('origin')}
      />
      {draft.origin !== 'before' && draft.origin !== '' && (
        <TextInput
          id="setting"
          optional
          maxLength={120}
          label={say('form.setting')}
          hint={say('form.settingHint')}
          value={draft.setting}
          onChange={(event) => set({ setting: event.target.value })}
        />
      )}
      <DateInput
        id="since"
        optional
        max={sheet.heldOn}
        label={say('form.since')}
        error={faultAt('since')}
        value={draft.since}
        onChange={(event) => set({ since: event.target.value })}
      />
    </>
  )
}

export const NowFields = ({ draft, set, faultAt, sheet }: Fill & { sheet: WaveSheet }): ReactElement => {
  const say = useWords(interviewWords)
  return (
    <>
      <Pick
        id="now"
        columns={2}
        label={say('form.is')}
        of={['there', 'gone'] as const}
        say={(value) => say(value === 'gone' ? 'map.gone' : 'map.still')}
        value={draft.isGone ? 'gone' : 'there'}
        onPick={(value) => set({ isGone: value === 'gone' })}
      />
      {draft.isGone && (
        <DateInput
          id="until"
          optional
          max={sheet.heldOn}
          label={say('form.until')}
          error={faultAt('until')}
          value={draft.until}
          onChange={(event) => set({ until: event.target.value })}
        />
      )}
    </>
  )
}
