import { randomUUID } from 'node:crypto'
import { crema, type TestHouse } from '../../../bench/house.ts'
import { hashToken, randomToken } from '../../platform/server/secret/tokens.ts'

/** The cookie of a person whose card let them in. */
export const enterAs = async (house: TestHouse, personId: string): Promise<string> => {
  const token = randomToken()
  await house.sql(
    `insert into session (id, token_hash, kind, district_id, person_id, step, created_at, seen_at, expires_at)
     values ($1, $2, 'person', $3, $4, 'open', now(), now(), '2099-01-01')`,
    [randomUUID(), hashToken(token), crema, personId],
  )
  return `fl_person=${token}`
}

export const ownPage = async (
  house: TestHouse,
  url: string,
  cookie: string,
): Promise<{ status: number; html: string }> => {
  const reply = await house.request({ url, headers: { cookie } })
  return { status: reply.statusCode, html: reply.body }
}

/** Sends a form as a phone without script does; `to` is where it leads. */
export const sendForm = async (
  house: TestHouse,
  url: string,
  { form, cookie, headers = {} }: { form: Record<string, string>; cookie: string; headers?: Record<string, string> },
): Promise<{ status: number; to: string }> => {
  const reply = await house.request({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
  })
  return { status: reply.statusCode, to: reply.headers.location ?? '' }
}
