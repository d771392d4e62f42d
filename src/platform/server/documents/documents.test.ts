import { crc32, deflateSync } from 'node:zlib'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { describe, expect, test } from 'vitest'
import type { Language } from '../../core/words.ts'
import { aPactPaper, aPersonCardPaper, aPlainPactPaper, aRegisterPaper, aSigningSlipPaper } from './documents.sample.ts'
import type { Printed } from './documents.ts'
import { pactDocument } from './pact-document.ts'
import { personCard } from './person-card.ts'
import { plainPact } from './plain-pact.ts'
import { registerSheet } from './register-sheet.ts'
import { signingCodeSlip } from './signing-slip.ts'

type Read = { text: string; pages: number; title: unknown; language: unknown; raw: string }

const read = async ({ pdf }: Printed): Promise<Read> => {
  const raw = Buffer.from(pdf).toString('latin1')
  const proxy = await getDocumentProxy(pdf.slice())
  const { text, totalPages } = await extractText(proxy, { mergePages: true })
  const { info } = await getMeta(proxy)
  return { text: text.replace(/\s+/g, ' '), pages: totalPages, title: info.Title, language: info.Language, raw }
}

/** A drawn signature: a black stroke on a transparent ground. */
const aSignature = (width = 240, height = 80): string => {
  const chunk = (kind: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(kind), data])
    const size = Buffer.alloc(4)
    const sum = Buffer.alloc(4)
    size.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([size, named, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 4], 8)
  const rows = Buffer.alloc(height * (1 + width * 2))
  for (let x = 8; x < width - 8; x += 1) {
    const middle = Math.round(height / 2 + (height / 3) * Math.sin(x / 11) * Math.cos(x / 37))
    for (const y of [middle - 1, middle, middle + 1]) rows[y * (1 + width * 2) + 1 + x * 2 + 1] = 255
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat(parts).toString('base64')
}

const kinds = {
  pact: (language: Language) => pactDocument(aPactPaper(language)),
  plain: (language: Language) => plainPact(aPlainPactPaper(language)),
  card: (language: Language) => personCard(aPersonCardPaper(language)),
  slip: (language: Language) => signingCodeSlip(aSigningSlipPaper(language)),
  register: (language: Language) => registerSheet(aRegisterPaper(language)),
}

const expected: Record<keyof typeof kinds, Record<Language, readonly string[]>> = {
  pact: {
    it: [
      'Patto generativo PG-2026-014',
      'Gli impegni',
      'Dal 3 settembre 2026 al 3 marzo 2027',
      '320,50 €',
      'Pagina 1 di',
    ],
    en: ['Generative pact PG-2026-014', 'The commitments', 'From 3 September 2026 to 3 March 2027', '€320.50'],
  },
  plain: {
    it: ['Amina, questo è il tuo patto.', 'I servizi, per me', 'martedì 24 novembre, alle 9:30', '0373 123456'],
    en: ['Amina, this is your pact.', 'The community, with me', 'Tuesday 24 November', 'Who I call'],
  },
  card: { it: ['Tessera di AT', 'Scrivi il tuo PIN.'], en: ['Card of AT', 'Type your PIN.'] },
  slip: { it: ['482913', 'Vale una volta sola'], en: ['482913', 'It works once only'] },
  register: { it: ['Foglio delle presenze', 'Ornella Pozzi'], en: ['Attendance sheet', '17:00'] },
}

describe('every document', () => {
  for (const kind of Object.keys(kinds) as (keyof typeof kinds)[]) {
    for (const language of ['it', 'en'] as const) {
      test(`${kind} in ${language} is an accessible PDF that says what it must`, async () => {
        const { text, title, language: spoken, raw } = await read(await kinds[kind](language))
        expect(raw.startsWith('%PDF-1.7')).toBe(true)
        expect(raw).toContain('/StructTreeRoot')
        expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>')
        expect(spoken).toBe(language)
        expect(title).toBeTruthy()
        for (const words of expected[kind][language]) expect(text).toContain(words)
      })
    }
  }

  test('the same data give the same bytes, another word other bytes', async () => {
    const [first, again] = [await kinds.pact('it'), await kinds.pact('it')]
    expect(again.sha256).toBe(first.sha256)
    expect((await pactDocument(aPactPaper('it', { kind: 'Patto per l’autonomia' }))).sha256).not.toBe(first.sha256)
  })

  test('texts of people are printed as they are, never obeyed', async () => {
    const words = '#import "/etc/passwd": * #panic() *forte* _piano_ $x^2$ <etichetta> @rif \\ ] } // fine "'
    const { text } = await read(
      await pactDocument(aPactPaper('it', { goals: [{ words, area: '= Titolo', steps: [] }] })),
    )
    expect(text).toContain(words)
    expect(text).toContain('= Titolo')
  })

  test('names in Cyrillic, Greek, Arabic and with Balkan letters are printed', async () => {
    const name = 'Олена Đorđević Ștefan Łukasz Νίκος'
    const { text } = await read(await pactDocument(aPactPaper('it', { household: [name, 'محمد'] })))
    expect(text).toContain(name)
    expect(text).not.toContain('□')
  })

  test.each([
    ['Gurmukhi', 'ਗੁਰਪ੍ਰੀਤ', 'NotoSansGurmukhi'],
    ['Chinese', '王晓明', 'NotoSansSC'],
    ['Bengali', 'রহমান', 'NotoSansBengali'],
    ['Arabic', 'محمد', 'NotoSansArabic'],
  ])('a name in %s is printed with the signs of its own font', async (_, name, font) => {
    const { text, raw } = await read(await signingCodeSlip({ ...aSigningSlipPaper('it'), name }))
    const letters = (from: string): string[] => [...from.normalize('NFKD').replace(/\P{L}/gu, '')].sort()
    expect(letters(text)).toEqual(expect.arrayContaining(letters(name)))
    expect(text).not.toContain('□')
    expect(raw).toMatch(new RegExp(`/FontName /[A-Z]{6}\\+${font}`))
  })

  test('a sign that no font has, or a control sign, does not stop the pact', async () => {
    const { text } = await read(await pactDocument(aPactPaper('it', { household: ['ᮃᮙᮤᮔ Singh\u0000\u0007\u202e'] })))
    expect(text).toContain('Singh')
    expect(text).toContain('Alcuni segni non si possono stampare')
  })

  test('many documents asked at once all come back, each its own', async () => {
    const numbers = Array.from({ length: 12 }, (_, at) => `PG-2026-${100 + at}`)
    const printed = await Promise.all(numbers.map((number) => plainPact(aPlainPactPaper('it', { number }))))
    const titles = await Promise.all(printed.map(async (one) => (await read(one)).title))
    expect(titles).toEqual(numbers.map((number) => `Il mio patto ${number}`))
  })
})

describe('the pact', () => {
  test('carries drawn signatures, who still has to sign and its fingerprint', async () => {
    const paper = aPactPaper('it')
    const signatures = paper.signatures.map((one) => (one.method === 'drawn' ? { ...one, image: aSignature() } : one))
    const { text, raw } = await read(await pactDocument({ ...paper, signatures }))
    expect(raw).toContain('/Subtype /Image')
    expect(text).toContain('Firma a mano sullo schermo 2 ottobre 2026 alle ore 10:10')
    expect(text).toContain('Firma ancora attesa')
    expect(text).toContain('7F3A91C2 B0DE44AA')
  })

  test('an image that is not a picture is refused, not printed as nothing', async () => {
    const paper = aPactPaper('it')
    const signatures = paper.signatures.map((one) => ({ ...one, image: Buffer.from('<svg/>').toString('base64') }))
    await expect(pactDocument({ ...paper, signatures })).rejects.toThrow(/decode|image|png/i)
  })

  test('empty parts say so, and a draft says that it is one', async () => {
    const nothing = {
      goals: [],
      commitments: [],
      supports: [],
      giveBack: [],
      signatures: [],
      household: [],
      parties: [],
    }
    const empty = aPactPaper('it', { ...nothing, draft: true, fingerprint: null, from: null, to: null })
    const { text } = await read(await pactDocument(empty))
    for (const words of ['Bozza, non ancora firmata', 'Nessun obiettivo scritto', 'Ancora nessun impegno']) {
      expect(text).toContain(words)
    }
  })

  test('an uncovered give-back is said aloud', async () => {
    const giveBack = aPactPaper('it').giveBack.map((one) => ({ ...one, cover: null }))
    const { text } = await read(await pactDocument(aPactPaper('it', { giveBack })))
    expect(text).toContain('Ancora senza copertura')
  })

  test('grows over as many pages as it needs', async () => {
    const one = aPactPaper('it').commitments[0]
    const commitments = Array.from({ length: 90 }, () => one).flatMap((each) => each ?? [])
    const { pages, text } = await read(await pactDocument(aPactPaper('it', { commitments })))
    expect(pages).toBeGreaterThan(5)
    expect(text).toContain(`Pagina ${pages} di ${pages}`)
  })
})

describe('the sheets of one page', () => {
  const long = 'Una frase che non finisce mai, e che continua ancora per molte parole. '
  const line = { icon: 'talk', text: long.repeat(40).slice(0, 3000), when: long.repeat(4).slice(0, 300) } as const

  for (const count of [0, 1, 3, 6, 12, 200]) {
    test(`the plain pact stays on one with ${count} long commitments on each side`, async () => {
      const lines = Array.from({ length: count }, () => line)
      const changes = { person: lines, services: lines, community: lines, goal: long.repeat(50).slice(0, 3900) }
      const { pages, text } = await read(await plainPact(aPlainPactPaper('it', changes)))
      expect(pages).toBe(1)
      expect(text).toContain('0373 123456')
      if (count > 0) expect(text).toContain('Tutto il resto è scritto nel patto completo.')
    })
  }

  test('every text of the plain pact at its longest still leaves one page', async () => {
    const word = 'parola '.repeat(200).slice(0, 999)
    const lines = Array.from({ length: 200 }, () => ({ ...line, text: 'x'.repeat(19_999) }))
    const all = {
      name: word,
      district: word,
      programme: word,
      number: word,
      person: lines,
      services: lines,
      community: lines,
      goal: word,
      next: { at: '2026-11-24T08:30:00Z', place: word, withWhom: word },
      call: { name: word, role: word, phone: word, hours: word },
    }
    expect((await read(await plainPact(aPlainPactPaper('en', all)))).pages).toBe(1)
  })

  test('the plain pact with nothing in it says so and still tells whom to call', async () => {
    const { pages, text } = await read(
      await plainPact(aPlainPactPaper('it', { person: [], services: [], community: [], next: null })),
    )
    expect(pages).toBe(1)
    expect(text).toContain('Ancora niente qui.')
    expect(text).toContain('Chiama, e la decidiamo insieme.')
  })

  test('a register of 36 long names is one page', async () => {
    const rows = Array.from({ length: 36 }, () => ({ name: 'Maria Antonietta '.repeat(15), note: 'nota '.repeat(50) }))
    const long = 'Titolo '.repeat(40)
    const sheet = aRegisterPaper('it', { rows, blank: 0, title: long, place: long, leader: long })
    expect((await read(await registerSheet(sheet))).pages).toBe(1)
  })

  test('a register of more rows than fit is refused', () => {
    expect(() => registerSheet(aRegisterPaper('it', { blank: 36 }))).toThrow()
  })

  test('a card with its PIN prints it apart, and a card never carries a name', async () => {
    const { text, pages } = await read(await personCard(aPersonCardPaper('it', { pin: '204518' })))
    expect(pages).toBe(1)
    expect(text).toContain('Impara il PIN a memoria')
    expect(text.replace(/ /g, '')).toContain('204518')
  })
})
