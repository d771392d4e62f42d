import type { Deadlines, Programme, Rules } from './settings.schema.ts'

export const defaultDeadlines: Deadlines = {
  firstContactDays: 7,
  urgentContactDays: 2,
  interviewDays: 20,
  eraseUntakenMonths: 12,
  eraseUploadsDays: 14,
  signWithinDays: 30,
  reviewEveryDays: 90,
  termMonths: 6,
  maxTermMonths: 12,
  maxExtensions: 2,
  alertBeforeEndDays: 30,
  finalReviewWithinDays: 30,
  followUpMonths: [3, 6, 12],
  silenceDays: 60,
  glassHours: 12,
  lockMinutes: 15,
  signingCodeMinutes: 60,
}

export const defaultRules: Rules = {
  requiredSigners: ['person', 'adultMember', 'guardian', 'partnerBody', 'host'],
  smallCell: 5,
  privacyNotice: '2026-01',
}

/** A programme before anybody has set it up. */
export const newProgramme: Programme = {
  name: 'Fare Legami',
  funder: '',
  startsOn: null,
  endsOn: null,
  deadlines: defaultDeadlines,
  rules: defaultRules,
}
