import type { ReactElement } from 'react'
import { Answered } from '../../platform/web/Answered.tsx'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { settingsApi } from '../core/settings.api.ts'
import type { District } from '../core/settings.schema.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'
import { Allowed } from './Allowed.tsx'

const OneDistrict = ({ district, places }: { district: District; places: number }): ReactElement => {
  const say = useWords(settingsWebWords)
  const own = Object.keys(district.deadlines).length
  return (
    <Row
      who={<Who icon="pin" tone="servizi" />}
      title={district.name}
      href={at(`/amministrazione/ambiti/${district.code}`)}
      text={[
        say('districtPlaces', { count: places }),
        district.controller,
        own > 0 ? say('districtOwn', { count: own }) : '',
      ]
        .filter(Boolean)
        .join(' · ')}
      state={district.state === 'closed' ? <State icon="pause">{say('districtClosed')}</State> : undefined}
    />
  )
}

/** The districts of the programme. */
export const DistrictsPage = (): ReactElement => {
  const say = useWords(settingsWebWords)
  const districts = useRead(settingsApi.districts)
  const municipalities = useRead(settingsApi.municipalities).data?.rows ?? []
  const add = (
    <LinkButton look="main" icon="plus" href={at('/amministrazione/ambiti/nuovo')}>
      {say('districtAdd')}
    </LinkButton>
  )
  return (
    <Allowed crumbs={[{ label: say('districts') }]}>
      <Answered of={districts}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState level={1} icon="pin" title={say('districtsNone')} act={add}>
              {say('districtsNoneHint')}
            </EmptyState>
          ) : (
            <>
              <Sentence>{weighed(say('districtsSentence', { count: rows.length }))}</Sentence>
              <div className="btns mt">{add}</div>
              <div className="block">
                <Rows label={say('districts')}>
                  {rows.map((district) => (
                    <OneDistrict
                      key={district.id}
                      district={district}
                      places={municipalities.filter(({ districtId }) => districtId === district.id).length}
                    />
                  ))}
                </Rows>
              </div>
            </>
          )
        }
      </Answered>
    </Allowed>
  )
}
