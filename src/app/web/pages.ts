import { accessPages } from '../../access/web/access.pages.tsx'
import { casePages } from '../../cases/web/cases.pages.tsx'
import { centerPages } from '../../centers/web/centers.pages.tsx'
import { deskRoomPages } from '../../desk/web/desk.pages.tsx'
import { gatheringPages } from '../../gatherings/web/gatherings.pages.tsx'
import { hourPages } from '../../hours/web/hours.pages.tsx'
import { measurePages } from '../../measures/web/measures.pages.tsx'
import { organisationPages } from '../../organisations/web/organisations.pages.tsx'
import { outreachPages } from '../../outreach/web/outreach.pages.tsx'
import { pactPages } from '../../pacts/web/pacts.pages.tsx'
import { personPages } from '../../persons/web/persons.pages.tsx'
import type { DeskPage } from '../../platform/web/pages.ts'
import { resultsPages } from '../../results/web/results.pages.tsx'
import { settingsPages } from '../../settings/web/settings.pages.tsx'
import { tiePages } from '../../ties/web/ties.pages.tsx'

/** Every page of the workspace, room by room. */
export const deskPages: readonly DeskPage[] = [
  ...accessPages,
  ...personPages,
  ...organisationPages,
  ...outreachPages,
  ...hourPages,
  ...gatheringPages,
  ...tiePages,
  ...measurePages,
  ...casePages,
  ...centerPages,
  ...resultsPages,
  ...settingsPages,
  ...deskRoomPages,
  ...pactPages,
]
