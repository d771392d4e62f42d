import { type FormEvent, type ReactElement, useState } from 'react'
import { Faults, faultsIn } from '../../platform/web/Faults.tsx'
import { textsIn } from '../../platform/web/form.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { Select } from '../../platform/web/kit/Field.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import { settingsApi } from '../core/settings.api.ts'
import type { District, Municipality } from '../core/settings.schema.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'

type Props = {
  readonly district: District
  readonly districts: readonly District[]
  readonly municipalities: readonly Municipality[]
}

const Move = ({ district, districts, municipalities }: Props): ReactElement => {
  const [say, tell] = [useWords(settingsWebWords), useStatus()]
  const [isMissing, setMissing] = useState(false)
  const act = useAct(settingsApi.moveMunicipality)
  const others = municipalities.filter(({ districtId }) => districtId !== district.id)
  const nameOf = (id: string | null): string => districts.find((one) => one.id === id)?.name ?? say('placeNowhere')
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const place = others.find(({ istatCode }) => istatCode === textsIn(event.currentTarget).istatCode)
    setMissing(!place)
    if (!place) return
    act.mutate(
      { params: { istatCode: place.istatCode }, body: { district: district.code } },
      { onSuccess: () => tell({ text: say('placeMoved', { place: place.name, district: district.name }) }) },
    )
  }
  return (
    <Form onSubmit={submit}>
      <Faults faults={faultsIn(act.error)} error={act.error} />
      <Select
        id="istatCode"
        name="istatCode"
        label={say('placeMove')}
        empty={say('placeChoose')}
        error={isMissing ? say('placeMissing') : undefined}
        options={others.map(({ istatCode, name, districtId }) => ({
          value: istatCode,
          label: `${name} (${nameOf(districtId)})`,
        }))}
      />
      <div className="btns">
        <Button type="submit" busy={act.isPending}>
          {say('placeGo')}
        </Button>
      </div>
    </Form>
  )
}

/** The municipalities of a district, and the way to bring another one in. */
export const DistrictPlaces = (props: Props): ReactElement => {
  const say = useWords(settingsWebWords)
  const here = props.municipalities.filter(({ districtId }) => districtId === props.district.id)
  return (
    <Section id="comuni" title={say('places')} count={here.length} block>
      <p className={here.length === 0 ? 'soft' : 'prose'}>
        {here.map(({ name }) => name).join(', ') || say('placesNone')}
      </p>
      {here.length < props.municipalities.length && <Move {...props} />}
    </Section>
  )
}
