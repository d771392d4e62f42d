import type { ReactElement } from 'react'
import { CaseAppointments } from '../../gatherings/web/Appointments.door.tsx'
import { CaseFrame } from './CaseFrame.tsx'

/** The appointments of a case. */
export const MeetingsPage = (): ReactElement | null => (
  <CaseFrame tab="appointments">
    {(one) => (
      <CaseAppointments
        caseId={one.id}
        personLabel={one.personLabel}
        equipe={one.equipe.filter(({ endedAt }) => endedAt === null)}
      />
    )}
  </CaseFrame>
)
