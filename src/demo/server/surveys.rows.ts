import { hashToken, randomToken } from '../../platform/server/secret/tokens.ts'
import type { PlannedSurvey } from '../core/told.schema.ts'
import { type Batch, batch } from './bulk.store.ts'
import type { Scene } from './scene.ts'

const placeOf = ({ districtId, id }: PlannedSurvey) => ({ district_id: districtId, survey_id: id })

/** Surveys among the bodies; `link` opens the one that is still open, for a body that has not answered it yet. */
export const surveyRows = ({ plan }: Scene, baseUrl: string): { batches: Batch[]; link: string } => {
  const { surveys } = plan
  const token = randomToken(16)
  const open = surveys.find(({ closedAt }) => closedAt === null)
  const asked = open?.invites.find(({ finishedAt }) => finishedAt === null)?.organisationId
  const tokenOf = (survey: PlannedSurvey, id: string): string =>
    survey === open && id === asked ? token : randomToken(16)
  const batches = [
    batch(
      'body_survey',
      surveys.map((one) => ({
        district_id: one.districtId,
        id: one.id,
        year: one.year,
        opened_on: one.openedOn,
        closes_on: one.closesOn,
        closed_at: one.closedAt,
        opened_by: one.openedBy,
      })),
    ),
    batch(
      'body_invite',
      surveys.flatMap((one) =>
        one.invites.map(({ organisationId, finishedAt }) => ({
          ...placeOf(one),
          organisation_id: organisationId,
          token_hash: hashToken(tokenOf(one, organisationId)),
          invited_at: `${one.openedOn}T07:00:00.000Z`,
          finished_at: finishedAt,
        })),
      ),
    ),
    batch(
      'body_answer',
      surveys.flatMap((one) =>
        one.answers.map(({ from, to, often, joint, trust, value, at }) => {
          return { ...placeOf(one), from_id: from, to_id: to, often, joint, trust, value, at }
        }),
      ),
    ),
  ]
  return { batches, link: `${baseUrl}/questionario/${token}` }
}
