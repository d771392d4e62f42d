import { fileAddress } from '../../platform/web/call.ts'
import { signApi } from '../core/sign.api.ts'

/** Opens the slip with a one-time code, ready to print. The code goes in the body: an address is kept in histories. */
export const printSlip = async (params: { pactId: string; signatoryId: string }, code: string): Promise<void> => {
  // opened at the click, before the answer: a browser blocks windows that open later
  const page = window.open('', '_blank')
  const reply = await fetch(fileAddress(signApi.slip, { params }), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  if (!reply.ok) {
    page?.close()
    throw new Error('the slip was refused')
  }
  const address = URL.createObjectURL(await reply.blob())
  if (page) page.location.href = address
  else window.location.assign(address)
}
