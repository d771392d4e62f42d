import { endpoint } from '../../platform/core/contract.ts'
import { Today } from './desk.schema.ts'

export const deskApi = {
  today: endpoint({
    name: 'desk.today',
    method: 'GET',
    path: '/desk/today',
    permission: 'signedIn',
    journal: 'none',
    summary: 'What today asks of whoever is signed in',
    reply: Today,
  }),
}
