import type { ReactElement } from 'react'
import { answerWords } from '../../platform/core/answer.words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useParams } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { settingsApi } from '../core/settings.api.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'
import { Allowed } from './Allowed.tsx'
import { DistrictForm } from './DistrictForm.tsx'
import { DistrictPlaces } from './DistrictPlaces.tsx'

/** Adds a district. */
export const NewDistrictPage = (): ReactElement => {
  const say = useWords(settingsWebWords)
  const programme = useRead(settingsApi.programme)
  const districts = useRead(settingsApi.districts).data?.rows
  return (
    <Allowed crumbs={[{ label: say('districts'), href: '/amministrazione/ambiti' }, { label: say('districtAdd') }]}>
      <Sentence>{say('districtNew')}</Sentence>
      <Answered of={programme}>
        {({ deadlines }) =>
          districts ? (
            // the page's own address would hide a district of this code
            <DistrictForm
              district={undefined}
              followed={deadlines}
              taken={['nuovo', ...districts.map(({ code }) => code)]}
            />
          ) : null
        }
      </Answered>
    </Allowed>
  )
}

const OneDistrict = ({ code }: { code: string }): ReactElement | null => {
  const sayAnswer = useWords(answerWords)
  const districts = useRead(settingsApi.districts)
  const programme = useRead(settingsApi.programme).data
  const municipalities = useRead(settingsApi.municipalities).data?.rows
  return (
    <Answered of={districts}>
      {({ rows }) => {
        const district = rows.find((one) => one.code === code)
        if (!district)
          return (
            <EmptyState level={1} icon="search" title={sayAnswer('none')}>
              {sayAnswer('noneHint')}
            </EmptyState>
          )
        return (
          <>
            <Sentence>
              <strong>{district.name}</strong>
            </Sentence>
            {programme && <DistrictForm key={code} district={district} followed={programme.deadlines} taken={[]} />}
            {municipalities && <DistrictPlaces district={district} districts={rows} municipalities={municipalities} />}
          </>
        )
      }}
    </Answered>
  )
}

/** Changes a district, and brings municipalities into it. */
export const DistrictPage = (): ReactElement => {
  const say = useWords(settingsWebWords)
  const { code = '' } = useParams()
  const name = useRead(settingsApi.districts).data?.rows.find((one) => one.code === code)?.name ?? code
  return (
    <Allowed crumbs={[{ label: say('districts'), href: '/amministrazione/ambiti' }, { label: name }]}>
      <OneDistrict code={code} />
    </Allowed>
  )
}
