import type { Network, NetworkNode, NetworkTie } from './network.schema.ts'

export const aNode = (with_: Partial<NetworkNode> = {}): NetworkNode => ({
  key: 'n0',
  kind: 'person',
  label: 'Amina T.',
  age: '35-54',
  town: '019035',
  caseId: null,
  ...with_,
})

export const aDrawnTie = (from: number, to: number, with_: Partial<NetworkTie> = {}): NetworkTie => ({
  from,
  to,
  kind: 'friend',
  strength: 2,
  direction: 'mutual',
  since: '2026-05-10',
  until: null,
  origin: 'pact',
  originLabel: 'P-2026-012',
  counts: true,
  ...with_,
})

/**
 * Amina and Bruno knew each other; Amina met Teresa and Omar in a pact and Ciclofficina giving time; Bruno and Piero lost sight of each
 * other; Lucia is alone.
 */
export const aNetwork = (with_: Partial<Network> = {}): Network => ({
  scope: { kind: 'district', id: '' },
  name: 'Ambito Cremasco',
  day: '2026-10-20',
  firstDay: '2018-01-01',
  lastDay: '2026-10-20',
  nodes: [
    aNode(),
    aNode({ key: 'n1', label: 'Bruno L.', age: '55-74' }),
    aNode({ key: 'n2', label: 'Teresa G.', age: '75+', town: '019036' }),
    aNode({ key: 'n3', label: 'Omar B.', age: '18-34' }),
    aNode({ key: 'n4', label: 'Ciclofficina', kind: 'thirdSector', age: '', town: '' }),
    aNode({ key: 'n5', label: 'Piero S.', age: '' }),
    aNode({ key: 'n6', label: 'Lucia M.', age: '18-34' }),
  ],
  ties: [
    aDrawnTie(0, 1, { since: '2018-01-01', origin: 'before', originLabel: '', kind: 'kin' }),
    aDrawnTie(0, 2, { since: '2026-03-15' }),
    aDrawnTie(0, 3),
    aDrawnTie(0, 4, { since: '2026-07-01', origin: 'hours', originLabel: '', kind: 'volunteer', counts: false }),
    aDrawnTie(1, 5, { since: '2020-01-01', until: '2026-06-30', origin: 'before', originLabel: '' }),
  ],
  towns: [
    { istatCode: '019035', name: 'Crema' },
    { istatCode: '019036', name: 'Cremona' },
  ],
  cut: false,
  definition: { version: 1, text: '' },
  ...with_,
})
