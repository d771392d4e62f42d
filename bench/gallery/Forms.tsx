import type { ReactElement } from 'react'
import { BirthDate } from '../../src/platform/web/kit/BirthDate.tsx'
import { Button } from '../../src/platform/web/kit/Button.tsx'
import { Callout, Note } from '../../src/platform/web/kit/Card.tsx'
import { Check, Choice, ChoiceGroup } from '../../src/platform/web/kit/Choice.tsx'
import { ErrorSummary, Form } from '../../src/platform/web/kit/ErrorSummary.tsx'
import { DateInput, Fieldset, FileInput, Select, TextArea, TextInput } from '../../src/platform/web/kit/Field.tsx'
import { Crumbs } from '../../src/platform/web/kit/Sentence.tsx'
import type { Texts } from './gallery.texts.ts'

export const Ask = ({ t }: { t: Texts }): ReactElement => (
  <>
    <Crumbs label={t.find} items={[{ label: 'Home', href: '#home' }, { label: t.page }]} />
    <h1 className="sentence">
      {t.how} <strong>{t.say}</strong>
    </h1>
    <ErrorSummary
      title={t.late}
      kept={t.note}
      errors={[
        { field: 'town', message: t.wrong },
        { field: 'who', message: t.hint },
      ]}
    />
    <Form action="#send">
      <ChoiceGroup
        id="who"
        name="who"
        label={t.nav}
        error={t.hint}
        defaultValue={['b']}
        options={[
          { value: 'a', label: t.person },
          { value: 'b', label: t.role, detail: t.note },
        ]}
      />
      <TextArea id="what" name="what" label={t.say} hint={t.how} defaultValue={t.note} />
      <TextInput
        id="town"
        name="town"
        label={t.label}
        hint={t.hint}
        error={t.wrong}
        suggestions={['Crema', 'Soncino']}
      />
      <TextInput id="tel" name="tel" type="tel" autoComplete="tel" label={t.find} optional />
      <ChoiceGroup
        id="when"
        name="when"
        many
        columns={3}
        label={t.today}
        optional
        defaultValue={['1']}
        options={['1', '2', '3'].map((value) => ({ value, label: value }))}
      />
      <Fieldset id="more" legend={t.more} boxed>
        <DateInput id="day" name="day" label={t.today} />
        <BirthDate id="born" name="born" label={t.today} hint={t.hint} error={t.wrong} defaultValue="1958-04-03" />
        <Select id="kind" name="kind" label={t.nav} options={[{ value: '1', label: t.person }]} empty={t.more} />
        <FileInput id="file" name="file" label={t.find} hint={t.hint} />
        <Check label={t.done} name="check" />
      </Fieldset>
      <Choice label={t.note} name="ok" defaultChecked />
      <Button look="main" wide big type="submit">
        {t.go}
      </Button>
      <Note icon="eye">{t.note}</Note>
    </Form>
    <div className="block">
      <Callout icon="phone">
        {t.late} <a href="tel:112">112</a>
      </Callout>
    </div>
  </>
)
