import type { Locator, Page } from 'playwright-core'

/** How somebody works at a page: with a mouse, or with the keyboard alone. */
export type Hand = {
  readonly press: (where: Locator) => Promise<void>
  readonly write: (where: Locator, text: string) => Promise<void>
  /** An option of a list, by its words. */
  readonly pick: (where: Locator, label: string) => Promise<void>
  /** A radio button or a box to tick. */
  readonly choose: (where: Locator) => Promise<void>
  /** A day, as 'YYYY-MM-DD'. */
  readonly day: (where: Locator, day: string) => Promise<void>
  /** Types into a search and takes the first that is offered. */
  readonly find: (where: Locator, text: string) => Promise<void>
  readonly file: (where: Locator, file: { name: string; mimeType: string; buffer: Buffer }) => Promise<void>
  /** Signs where the page asks for it. */
  readonly sign: (page: Page, name: string) => Promise<void>
}

const offered = (where: Locator): Locator => where.page().getByRole('listbox').getByRole('option').first()

/** Draws two strokes, as a finger or a mouse does. */
const draw = async (page: Page): Promise<void> => {
  const pad = page.getByRole('img', { name: 'Spazio per firmare' })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('there is nowhere to sign')
  for (const [from, to] of [
    [0.2, 0.5],
    [0.45, 0.8],
  ] as const) {
    await page.mouse.move(box.x + box.width * from, box.y + box.height * 0.7)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * ((from + to) / 2), box.y + box.height * 0.3, { steps: 4 })
    await page.mouse.move(box.x + box.width * to, box.y + box.height * 0.6, { steps: 4 })
    await page.mouse.up()
  }
}

export const mouse: Hand = {
  press: (where) => where.click(),
  write: (where, text) => where.fill(text),
  pick: async (where, label) => void (await where.selectOption({ label })),
  choose: (where) => where.check(),
  day: (where, day) => where.fill(day),
  find: async (where, text) => {
    await where.fill(text)
    await offered(where).click()
  },
  file: (where, file) => where.setInputFiles(file),
  sign: draw,
}

const mostStops = 600

/** Where Tab leads: forwards or backwards, until the focus is there. In a group of radio buttons any of them will do. */
const reach = async (where: Locator): Promise<void> => {
  await where.waitFor()
  for (let stops = 0; stops < mostStops; stops++) {
    const key = await where.evaluate((wanted) => {
      const now = document.activeElement
      const isRadio = (one: Element | null): one is HTMLInputElement =>
        one instanceof HTMLInputElement && one.type === 'radio'
      if (now === wanted || (isRadio(now) && isRadio(wanted) && now.name === wanted.name)) return ''
      const isBehind = now !== null && now !== document.body && wanted.compareDocumentPosition(now) & 4
      return isBehind ? 'Shift+Tab' : 'Tab'
    })
    if (key === '') return
    await where.page().keyboard.press(key)
  }
  throw new Error(`the keyboard does not reach ${where}`)
}

const press = async (where: Locator): Promise<void> => {
  await reach(where)
  await where.page().keyboard.press('Enter')
}

const write = async (where: Locator, text: string): Promise<void> => {
  await reach(where)
  await where.page().keyboard.press('Control+A')
  await where.page().keyboard.type(text)
}

const choose = async (where: Locator): Promise<void> => {
  await reach(where)
  const type = await where.getAttribute('type')
  if (type === 'checkbox') return where.page().keyboard.press('Space')
  await where.page().keyboard.press('Space')
  for (let tries = 0; tries < 12 && !(await where.isChecked()); tries++) await where.page().keyboard.press('ArrowDown')
}

/** The parts of a day stand in the order of the browser's language: the other order is tried when the first is not it. */
const day = async (where: Locator, text: string): Promise<void> => {
  const [year = '', month = '', number = ''] = text.split('-')
  for (const typed of [`${number}${month}${year}`, `${month}${number}${year}`]) {
    await reach(where)
    for (let parts = 0; parts < 3; parts++) await where.page().keyboard.press('ArrowLeft')
    await where.page().keyboard.type(typed)
    if ((await where.inputValue()) === text) return
  }
  throw new Error(`the keyboard cannot write ${text}`)
}

const pick = async (where: Locator, label: string): Promise<void> => {
  await reach(where)
  const chosen = (): Promise<string> =>
    where.evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.label.trim() ?? '')
  await where.page().keyboard.press('Home')
  for (let tries = 0; tries < 200 && (await chosen()) !== label; tries++) await where.page().keyboard.press('ArrowDown')
}

/** No mouse and no script helps it: every control is reached with Tab. */
export const keyboard: Hand = {
  press,
  write,
  pick,
  choose,
  day,
  find: async (where, text) => {
    await write(where, text)
    await offered(where).waitFor()
    await where.page().keyboard.press('ArrowDown')
    await where.page().keyboard.press('Enter')
  },
  file: async (where, file) => {
    await reach(where)
    const [chooser] = await Promise.all([
      where.page().waitForEvent('filechooser'),
      where.page().keyboard.press('Space'),
    ])
    await chooser.setFiles(file)
  },
  sign: async (page, name) => {
    await choose(page.getByRole('radio', { name: 'Scrivo il mio nome' }))
    await write(page.getByLabel('Nome e cognome'), name)
  },
}
