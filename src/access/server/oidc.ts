import * as client from 'openid-client'
import type { Config } from '../../platform/server/config.ts'
import type { Services } from '../../platform/server/tx.ts'

/** Whether this installation signs in through a provider of its own (a body's directory, SPID or CIE by a gateway). */
export const hasOidc = (config: Config): boolean =>
  config.OIDC_ISSUER !== undefined && config.OIDC_CLIENT_ID !== undefined

const found = new Map<string, client.Configuration>()

const isLoopback = (url: URL): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)

/** The provider's settings, asked for once and kept while they are found. */
const provider = async (config: Config): Promise<client.Configuration> => {
  const issuer = new URL(config.OIDC_ISSUER ?? '')
  const key = `${issuer} ${config.OIDC_CLIENT_ID}`
  const known = found.get(key)
  if (known) return known
  const insecure = issuer.protocol === 'http:' && isLoopback(issuer)
  const execute = insecure ? [client.allowInsecureRequests] : []
  const asked = await client.discovery(issuer, config.OIDC_CLIENT_ID ?? '', config.OIDC_CLIENT_SECRET, undefined, {
    execute,
    timeout: 10,
  })
  found.set(key, asked)
  return asked
}

/** What is kept until the round trip ends. */
export type Trip = { readonly verifier: string; readonly state: string; readonly nonce: string }
export const returnPath = '/accedi/oidc/ritorno'

/** Where to send the browser: authorization code with PKCE (S256), state and nonce. Throws when out of reach. */
export const beginTrip = async (services: Services): Promise<{ trip: Trip; location: string }> => {
  const settings = await provider(services.config)
  const trip = {
    verifier: client.randomPKCECodeVerifier(),
    state: client.randomState(),
    nonce: client.randomNonce(),
  }
  const location = client.buildAuthorizationUrl(settings, {
    redirect_uri: `${services.baseUrl}${returnPath}`,
    scope: 'openid email profile',
    code_challenge: await client.calculatePKCECodeChallenge(trip.verifier),
    code_challenge_method: 'S256',
    state: trip.state,
    nonce: trip.nonce,
  })
  return { trip, location: location.href }
}

/** Who the provider says it is. `subject` is unique to the provider; `strong`: it asked for a second factor itself. */
export type Stranger = {
  readonly subject: string
  readonly email: string | undefined
  readonly verified: boolean
  readonly strong: boolean
}

const strongWays = ['mfa', 'otp', 'hwk', 'swk', 'fpt', 'face', 'sc']

/** Ends the round trip: code, state, nonce, signature, issuer and audience are checked. Throws when any is wrong. */
export const endTrip = async (
  services: Services,
  trip: Trip,
  query: Readonly<Record<string, string>>,
): Promise<Stranger> => {
  const settings = await provider(services.config)
  const back = new URL(`${services.baseUrl}${returnPath}?${new URLSearchParams(query)}`)
  const tokens = await client.authorizationCodeGrant(settings, back, {
    pkceCodeVerifier: trip.verifier,
    expectedState: trip.state,
    expectedNonce: trip.nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('the provider gave no identity')
  const more =
    claims.email === undefined && settings.serverMetadata().userinfo_endpoint !== undefined
      ? await client.fetchUserInfo(settings, tokens.access_token, claims.sub)
      : {}
  const all: Readonly<Record<string, unknown>> = { ...more, ...claims }
  const ways = Array.isArray(all.amr) ? all.amr : []
  return {
    subject: `${claims.iss} ${claims.sub}`,
    email: typeof all.email === 'string' ? all.email : undefined,
    verified: all.email_verified === true,
    strong: services.config.OIDC_TRUSTS_SECOND_FACTOR || ways.some((way) => strongWays.includes(String(way))),
  }
}
