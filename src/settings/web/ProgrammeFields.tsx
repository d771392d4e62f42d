import type { ReactElement } from 'react'
import type { Texts } from '../../platform/core/clash.ts'
import { type Fault, faultAt } from '../../platform/web/Faults.tsx'
import { partsOf } from '../../platform/web/form.ts'
import { ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { DateInput, Fieldset, TextInput } from '../../platform/web/kit/Field.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { signerRoles } from '../core/programme.form.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'

type Props = { readonly texts: Texts; readonly faults: readonly Fault[] }

/** Name, funder and period. */
export const ProgrammeFields = ({ texts, faults }: Props): ReactElement => {
  const say = useWords(settingsWebWords)
  return (
    <Fieldset id="who" legend={say('who')} boxed>
      <TextInput
        id="name"
        name="name"
        label={say('name')}
        maxLength={120}
        defaultValue={texts.name ?? ''}
        error={faultAt(faults, 'name')}
      />
      <TextInput
        id="funder"
        name="funder"
        label={say('funder')}
        optional
        maxLength={200}
        defaultValue={texts.funder ?? ''}
      />
      <DateInput id="startsOn" name="startsOn" label={say('startsOn')} optional defaultValue={texts.startsOn ?? ''} />
      <DateInput
        id="endsOn"
        name="endsOn"
        label={say('endsOn')}
        optional
        defaultValue={texts.endsOn ?? ''}
        error={faultAt(faults, 'endsOn')}
      />
    </Fieldset>
  )
}

/** Who signs, what is hidden, which notice is handed over. */
export const RuleFields = ({ texts, faults }: Props): ReactElement => {
  const say = useWords(settingsWebWords)
  return (
    <Fieldset id="rulesTitle" legend={say('rulesTitle')} boxed>
      <ChoiceGroup
        id="requiredSigners"
        name="requiredSigners"
        many
        columns={1}
        label={say('requiredSigners')}
        hint={say('requiredSignersHint')}
        defaultValue={partsOf(texts.requiredSigners)}
        options={signerRoles.map((role) => ({ value: role, label: say(`signer.${role}`) }))}
      />
      <TextInput
        id="smallCell"
        name="smallCell"
        label={say('smallCell')}
        hint={say('smallCellHint')}
        inputMode="numeric"
        short
        defaultValue={texts.smallCell ?? ''}
        error={faultAt(faults, 'smallCell')}
      />
      <TextInput
        id="privacyNotice"
        name="privacyNotice"
        label={say('privacyNotice')}
        hint={say('privacyNoticeHint')}
        short
        maxLength={40}
        defaultValue={texts.privacyNotice ?? ''}
        error={faultAt(faults, 'privacyNotice')}
      />
    </Fieldset>
  )
}
