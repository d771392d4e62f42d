import { type ReactElement, useState } from 'react'
import type { Texts } from '../../platform/core/clash.ts'
import { type Fault, faultAt } from '../../platform/web/Faults.tsx'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Fieldset, Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { personDeskWords } from '../core/desk.words.ts'
import { PlaceKind, PlaceOfLife } from '../core/person.schema.ts'
import { personWords } from '../core/person.words.ts'
import type { HouseholdValues } from '../core/sheet.schema.ts'
import { Municipality } from './Municipality.tsx'

/** What the fields below say. */
export const householdOf = (texts: Texts): HouseholdValues => ({
  label: (texts.label ?? '').trim(),
  address: (texts.address ?? '').trim() || null,
  municipalityIstat: texts.municipalityIstat || null,
  placesOfLife: PlaceOfLife.array()
    .catch([])
    .parse(JSON.parse(texts.places || '[]')),
})

const Places = ({ known }: { known: readonly PlaceOfLife[] }): ReactElement => {
  const [say, words] = [useWords(personDeskWords), useWords(personWords)]
  const [places, setPlaces] = useState(known)
  const [kind, setKind] = useState<PlaceOfLife['kind']>('neighbourhood')
  const [name, setName] = useState('')
  const add = (): void => {
    if (name.trim() === '') return
    setPlaces([...places, { kind, name: name.trim() }])
    setName('')
  }
  return (
    <Fieldset id="luoghi" legend={say('house.places')} boxed>
      <input type="hidden" name="places" value={JSON.stringify(places)} />
      <ul>
        {places.map((place) => (
          <li key={`${place.kind}${place.name}`}>
            {words(`persons.place.${place.kind}`)}: {place.name}{' '}
            <Button look="quiet" about={place.name} onClick={() => setPlaces(places.filter((one) => one !== place))}>
              {say('house.placeRemove')}
            </Button>
          </li>
        ))}
      </ul>
      <Select
        id="placeKind"
        label={say('house.placeKind')}
        value={kind}
        onChange={(event) => setKind(PlaceKind.catch('other').parse(event.target.value))}
        options={PlaceKind.options.map((value) => ({ value, label: words(`persons.place.${value}`) }))}
      />
      <TextInput
        id="placeName"
        label={say('house.placeName')}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
      />
      <Button icon="plus" onClick={add}>
        {say('house.placeAdd')}
      </Button>
    </Fieldset>
  )
}

/** Name, address and places of life of a household. */
export const HouseholdFields = (props: {
  known?: HouseholdValues
  label?: string
  faults: readonly Fault[]
}): ReactElement => {
  const [say, words] = [useWords(personDeskWords), useWords(personWords)]
  const { known, faults } = props
  return (
    <>
      <TextInput
        id="label"
        name="label"
        label={words('persons.field.label')}
        hint={say('house.labelHint')}
        defaultValue={known?.label ?? props.label ?? ''}
        error={faultAt(faults, 'label')}
      />
      <TextInput
        id="address"
        name="address"
        label={words('persons.field.address')}
        optional
        defaultValue={known?.address ?? ''}
        error={faultAt(faults, 'address')}
      />
      <Municipality known={known} faults={faults} />
      <Places known={known?.placesOfLife ?? []} />
    </>
  )
}
