import type { ReactElement } from 'react'
import { talentsOf } from '../../cases/core/assessment.ts'
import { assessmentApi } from '../../cases/core/diary.api.ts'
import { LegalForm } from '../../hours/core/cover.schema.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { Fieldset } from '../../platform/web/kit/Field.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useRead } from '../../platform/web/query.ts'
import { Fold } from './Fold.tsx'
import { firstNameOf } from './names.ts'
import { PartyField } from './PartyField.tsx'
import { usePactWords } from './pact.hooks.ts'
import { WriteCovers } from './WriteCovers.tsx'
import { ItemActs, Line, NumberField, Pick, Prose } from './WriteFields.tsx'
import { fieldId, useField, useIds, useList, useText } from './writing.hooks.ts'

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

type About = { caseId: string; name: string }

const useTalents = (caseId: string): readonly string[] => {
  const { data } = useRead(assessmentApi.latest, { params: { caseId } })
  return data?.assessment ? talentsOf(data.assessment).map(({ canBring }) => oneLine(canBring)) : []
}

const FormField = ({ path }: { path: string }): ReactElement => {
  const say = usePactWords()
  const field = useField(`${path}/legalForm`)
  const form = LegalForm.safeParse(field.value)
  return (
    <Pick
      path={`${path}/legalForm`}
      hint={form.success && say(`pacts.write.form.${form.data}`)}
      options={LegalForm.options.map((one) => ({ value: one, label: say(`hours.form.${one}`) }))}
    />
  )
}

const GiveBackForm = (props: { id: string; index: number; count: number; about: About }): ReactElement => {
  const say = usePactWords()
  const list = useList('giveBack')
  const path = `giveBack/${props.id}`
  const title = say('pacts.write.giveBackOne', { number: props.index + 1 })
  const gist = useText(({ giveBack }) => giveBack.find(({ id }) => id === props.id)?.tasks ?? '')
  return (
    <Fold title={title} gist={gist}>
      <Fieldset id={fieldId(path)} boxed legend={<span className="sr">{title}</span>}>
        <div className="form">
          <Line path={`${path}/chosenTalent`} max={300} optional />
          <Prose path={`${path}/tasks`} max={1000} />
          <FormField path={path} />
          <PartyField
            path={`${path}/hostLabel`}
            idPath={`${path}/hostOrganisationId`}
            only="organisation"
            label={say('pacts.field.giveBack.hostLabel')}
          />
          <Line path={`${path}/hostTutor`} max={120} optional />
          <NumberField path={`${path}/plannedHours`} whole hint={say('pacts.write.hoursHint')} />
          <Line path={`${path}/schedule`} max={200} optional hint={say('pacts.write.scheduleHint')} />
          <Line path={`${path}/whoBenefits`} max={300} optional />
          <WriteCovers path={`${path}/covers`} />
          <ItemActs
            about={title}
            first={props.index === 0}
            last={props.index === props.count - 1}
            onMove={(by) => list.move(props.id, by)}
            onRemove={() => list.remove(props.id)}
          />
        </div>
      </Fieldset>
    </Fold>
  )
}

const empty = {
  legalForm: 'etsVolunteering',
  hostOrganisationId: null,
  hostLabel: '',
  plannedHours: 0,
  schedule: '',
  tasks: '',
  whoBenefits: '',
  hostTutor: '',
  chosenTalent: '',
  covers: [],
}

/** Time for others, chosen from what the person can bring. */
export const WriteGiving = ({ about }: { about: About }): ReactElement => {
  const say = usePactWords()
  const ids = useIds('giveBack')
  const list = useList('giveBack')
  const talents = useTalents(about.caseId)
  return (
    <Section id="f-giveBack" block title={say('pacts.write.giveBack')} count={ids.length || undefined}>
      <p className="soft">{say('pacts.write.giveBackHint')}</p>
      <div className="stack mt">
        <h3>{say('pacts.write.talents', { name: firstNameOf(about.name) })}</h3>
        {talents.length === 0 && <Note>{say('pacts.write.noTalents')}</Note>}
        <div className="btns">
          {talents.map((talent) => (
            <Button
              key={talent}
              icon="plus"
              onClick={() => list.add({ ...empty, chosenTalent: talent.slice(0, 300) }, 'tasks')}
            >
              {say('pacts.write.useTalent', { talent: talent.length > 90 ? `${talent.slice(0, 88)}…` : talent })}
            </Button>
          ))}
        </div>
        {ids.map((id, index) => (
          <GiveBackForm key={id} id={id} index={index} count={ids.length} about={about} />
        ))}
        <Button id="add-f-giveBack" icon="plus" onClick={() => list.add(empty, 'tasks')}>
          {say('pacts.write.addGiveBack')}
        </Button>
      </div>
    </Section>
  )
}
