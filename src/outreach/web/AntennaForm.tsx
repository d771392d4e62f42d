import { type ReactElement, useState } from 'react'
import type { Texts } from '../../platform/core/clash.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { type Fault, faultAt } from '../../platform/web/Faults.tsx'
import { useIntention } from '../../platform/web/intention.hooks.ts'
import { Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import { AntennaKind } from '../core/antenna.schema.ts'
import { antennasApi } from '../core/antennas.api.ts'
import { antennaKindWords, outreachWebWords } from '../core/outreach.web.words.ts'
import type { Shown } from './AntennaLink.tsx'
import { useMyDistricts, useTowns } from './district.hooks.ts'

const Fields = ({ faults, towns }: { faults: readonly Fault[]; towns: ReturnType<typeof useTowns> }): ReactElement => {
  const [say, kinds] = [useWords(outreachWebWords), useWords(antennaKindWords)]
  return (
    <>
      <TextInput
        id="name"
        name="name"
        label={say('web.antennaName')}
        hint={say('web.antennaNameHint')}
        error={faultAt(faults, 'name')}
        autoComplete="off"
      />
      <Select
        id="kind"
        name="kind"
        label={say('web.antennaKind')}
        options={AntennaKind.options.map((value) => ({ value, label: kinds(`kind.${value}`) }))}
      />
      <TextInput id="place" name="place" optional label={say('web.antennaPlace')} error={faultAt(faults, 'place')} />
      <Select id="town" name="town" optional empty="" label={say('web.antennaTown')} options={towns} />
      <TextInput
        id="contact"
        name="contact"
        optional
        label={say('web.antennaReach')}
        error={faultAt(faults, 'contact')}
        autoComplete="off"
      />
    </>
  )
}

/** Adds an antenna; its link is then shown once. */
export const AntennaForm = ({ onLink }: { onLink: (shown: Shown) => void }): ReactElement => {
  const say = useWords(outreachWebWords)
  const [create, keyOf] = [useAct(antennasApi.create), useIntention()]
  const districts = useMyDistricts()
  const [chosen, choose] = useState('')
  const districtId = chosen || districts[0]?.value || ''
  const towns = useTowns(districtId)
  const save = (texts: Texts, clear: () => void): void => {
    const body = {
      districtId,
      name: texts.name ?? '',
      place: texts.place ?? '',
      kind: AntennaKind.catch('other').parse(texts.kind),
      contact: texts.contact ?? '',
      organisationId: null,
      municipalityIstat: texts.town || null,
    }
    create.mutate(
      { body, key: keyOf(body) },
      {
        onSuccess: ({ link }) => {
          onLink({ name: body.name, link })
          clear()
        },
      },
    )
  }
  return (
    <ActForm act={create} go={say('web.antennaAdd')} icon="plus" onGo={save}>
      {(faults) => (
        <>
          {districts.length > 1 && (
            <Select
              id="districtId"
              label={say('web.district')}
              options={districts}
              value={districtId}
              onChange={(event) => choose(event.target.value)}
            />
          )}
          <Fields faults={faults} towns={towns} />
        </>
      )}
    </ActForm>
  )
}
