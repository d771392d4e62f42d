import type { ReactElement } from 'react'
import { talentsOf } from '../../cases/core/assessment.ts'
import { assessmentApi } from '../../cases/core/diary.api.ts'
import { LegalForm } from '../../hours/core/cover.schema.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { useRead } from '../../platform/web/query.ts'
import { firstNameOf } from './names.ts'
import { PartyField } from './PartyField.tsx'
import { usePactWords } from './pact.hooks.ts'
import { WriteCovers } from './WriteCovers.tsx'
import { Line, NumberField, Pick, Prose } from './WriteFields.tsx'
import { WriteItem, WriteList } from './WriteItem.tsx'
import { useField, useList, useText } from './writing.hooks.ts'

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

const GiveBackForm = (props: { id: string; index: number }): ReactElement => {
  const say = usePactWords()
  const path = `giveBack/${props.id}`
  const title = say('pacts.write.giveBackOne', { number: props.index + 1 })
  const gist = useText(({ giveBack }) => giveBack.find(({ id }) => id === props.id)?.tasks ?? '')
  return (
    <WriteItem list="giveBack" id={props.id} title={title} gist={gist}>
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
    </WriteItem>
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

const Talents = ({ about }: { about: About }): ReactElement => {
  const say = usePactWords()
  const list = useList('giveBack')
  const talents = useTalents(about.caseId)
  return (
    <>
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
    </>
  )
}

/** Time for others, chosen from what the person can bring. */
export const WriteGiving = ({ about }: { about: About }): ReactElement => {
  const say = usePactWords()
  return (
    <WriteList
      list="giveBack"
      title={say('pacts.write.giveBack')}
      hint={say('pacts.write.giveBackHint')}
      add={say('pacts.write.addGiveBack')}
      empty={empty}
      firstField="tasks"
      before={<Talents about={about} />}
      item={(id, index) => <GiveBackForm key={id} id={id} index={index} />}
    />
  )
}
