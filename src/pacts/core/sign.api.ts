import { z } from 'zod'
import { endpoint, FileOut, Id } from '../../platform/core/contract.ts'
import { line } from '../../platform/core/text.ts'
import { pactParams } from './pact.api.ts'
import { PactState } from './pact.schema.ts'
import { Fingerprint } from './version.schema.ts'

const signatoryParams = pactParams.extend({ signatoryId: Id })
const Code = z.string().regex(/^\d{6}$/)
const helper = line(200).default('')

/** At most 300 kB as PNG; the server looks into it before it is kept. */
const Drawing = z.base64().min(40).max(400_000)

/** `seenHash`: the `contentHash` of the text that was in front of the signer. */
export const NewSignature = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('drawn'), seenHash: Fingerprint, image: Drawing, helper }),
  z.strictObject({
    method: z.literal('code'),
    seenHash: Fingerprint,
    code: Code,
    helper,
  }),
])
export type NewSignature = z.output<typeof NewSignature>

/** `awaited`: required signatures still missing; `complete`: the text now binds. */
export const Signed = z.object({
  signedAt: z.iso.datetime(),
  awaited: z.int(),
  complete: z.boolean(),
  state: PactState,
})
export type Signed = z.infer<typeof Signed>

export const signApi = {
  code: endpoint({
    name: 'pacts.signingCode',
    method: 'POST',
    path: '/pacts/:pactId/signatories/:signatoryId/code',
    permission: 'pacts.write',
    journal: 'write',
    summary:
      'Makes a one-time code for one signer, shown once; an earlier one stops working. `mailTo` sends it instead',
    params: signatoryParams,
    body: z.object({ mailTo: z.email().max(200).optional() }),
    reply: z.object({ code: z.string().nullable(), expiresAt: z.iso.datetime(), label: z.string() }),
  }),
  slip: endpoint({
    name: 'pacts.signingSlip',
    method: 'POST',
    path: '/pacts/:pactId/signatories/:signatoryId/slip.pdf',
    permission: 'pacts.write',
    journal: 'read',
    summary: 'Prints a code that was just made on a slip to hand over',
    params: signatoryParams,
    body: z.object({ code: Code }),
    reply: FileOut,
  }),
  sign: endpoint({
    name: 'pacts.sign',
    method: 'POST',
    path: '/pacts/:pactId/signatories/:signatoryId/signature',
    permission: 'pacts.write',
    journal: 'write',
    summary: 'Takes one signature, drawn or by code; the last required one freezes the text',
    params: signatoryParams,
    body: NewSignature,
    reply: Signed,
  }),
  paper: endpoint({
    name: 'pacts.signPaper',
    takesFile: true,
    method: 'POST',
    path: '/pacts/:pactId/signatories/:signatoryId/paper',
    permission: 'pacts.write',
    journal: 'write',
    summary: 'Takes a signature on paper: the bytes of its photo or scan are the body (application/octet-stream)',
    params: signatoryParams,
    query: z.object({ seenHash: Fingerprint, name: line(120), helper }),
    reply: Signed,
  }),
  paperFile: endpoint({
    name: 'pacts.signedPaper',
    method: 'GET',
    path: '/pacts/:pactId/signatories/:signatoryId/paper',
    permission: 'signedIn',
    journal: 'read',
    summary: 'The photo of a signed sheet, or the drawn signature',
    params: signatoryParams,
    reply: FileOut,
  }),
}
