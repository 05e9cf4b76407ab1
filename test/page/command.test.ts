// A command from the first keystroke to the card: the list, autocomplete, options and error messages.
import { beforeAll, expect, test } from 'vitest'
import { createWorld } from 'discord-emulator'
import { type TestBot, startTestBot } from '../helpers/test-bot.ts'
import {
  active,
  box,
  last,
  option,
  send,
  suggestions,
  heading,
  usePages,
} from 'discord-emulator/page-testing'

const pages = usePages()
let entente: TestBot

beforeAll(async () => {
  const world = createWorld()
  world.application.name = 'Entente'
  const toTry = [{ input: '/alliance name:NATO', description: 'What NATO is' }]
  entente = await startTestBot({ emulator: { world, page: { suggestions: toTry } } })
})

const open = () => pages.open(entente.emulator.pageUrl)

test('/alliance using only the keyboard, with autocomplete', async () => {
  const page = await open()
  await page.keyboard.type('/')
  await expect.poll(() => suggestions(page).count()).toBeGreaterThan(2)
  await page.keyboard.type('all')
  await expect.poll(() => active(page).textContent()).toMatch(/\/alliance name\s*What/)
  await page.keyboard.press('Tab')
  await expect.poll(() => page.locator('.list-head').textContent()).toMatch(/name.+required/s)
  await page.keyboard.type('north atl')
  await expect.poll(() => active(page).textContent()).toContain('NATO')
  await page.keyboard.press('Enter')
  expect(await option(page, 'name').inputValue()).toContain('NATO')
  await page.keyboard.press('Enter')
  await expect.poll(() => heading(page).textContent()).toContain('NATO')
  await expect.poll(() => last(page).textContent()).toMatch(/Mia Member\s+used\s+\/alliance/)
  expect(await page.evaluate('document.activeElement.id')).toBe('text')
})

test('autocomplete is not requested on every keystroke', async () => {
  const page = await open()
  await box(page).fill('/alliance ')
  await expect.poll(() => suggestions(page).count()).toBeGreaterThan(5)
  const before = entente.emulator.log.interactions.length
  await page.keyboard.type('aukus')
  await expect.poll(() => active(page).textContent()).toContain('AUKUS')
  const requests = entente.emulator.log.interactions.slice(before)
  expect(new Set(requests.map(({ kind }) => kind))).toEqual(new Set(['autocomplete']))
  // A single request, unless a busy machine makes the typing pause.
  expect(requests.length).toBeLessThan('aukus'.length)
})

test('arrow keys cycle through the choices', async () => {
  const page = await open()
  await page.keyboard.type('/')
  const first = await active(page).textContent()
  await page.keyboard.press('ArrowDown')
  expect(await active(page).textContent()).not.toBe(first)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  expect(await active(page).getAttribute('id')).toBe(`suggestion-${(await suggestions(page).count()) - 1}`)
  expect(await box(page).getAttribute('aria-activedescendant')).toBe(await active(page).getAttribute('id'))
})

test('Escape closes the list, then discards the command', async () => {
  const page = await open()
  await box(page).fill('/alliance ')
  await page.locator('.suggestions').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.suggestions').waitFor({ state: 'detached' })
  expect(await option(page, 'name').count()).toBe(1)
  await page.keyboard.press('Escape')
  await box(page).waitFor()
  expect(await box(page).inputValue()).toBe('')
})

test('Backspace in the first empty option returns to the list', async () => {
  const page = await open()
  await box(page).fill('/alliance ')
  await option(page, 'name').waitFor()
  await page.keyboard.press('Backspace')
  await expect.poll(() => box(page).inputValue()).toBe('/alliance')
  await expect.poll(() => active(page).textContent()).toContain('/alliance')
})

test('a command without its required option says so, and is not sent', async () => {
  const page = await open()
  await box(page).fill('/alliance ')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.option-error').textContent()).toContain('This option is required')
  expect(await option(page, 'name').getAttribute('aria-invalid')).toBe('true')
  await page.keyboard.type('ANZUS')
  expect(await page.locator('.option-error').count()).toBe(0)
})

test('an optional boolean can be added and chosen by keyboard', async () => {
  const page = await open()
  await box(page).fill('/alliance name:NATO')
  await page.getByRole('button', { name: 'Add the option private' }).click()
  await page.keyboard.type('t')
  await expect.poll(() => active(page).textContent()).toContain('True')
  await page.keyboard.press('Tab')
  expect(await option(page, 'private').inputValue()).toBe('True')
  await page.keyboard.press('Enter')
  await expect.poll(() => last(page).textContent()).toContain('Only you can see this')
})

test('a whole command can be pasted, or typed with option names', async () => {
  const page = await open()
  await send(page, '/alliance name:ANZUS private:true')
  await expect.poll(() => heading(page).textContent()).toContain('ANZUS')
  await expect.poll(() => last(page).textContent()).toContain('Only you can see this')
  await page.keyboard.type('/compare NATO second:AUKUS')
  expect(await option(page, 'first').inputValue()).toBe('NATO')
  expect(await option(page, 'second').inputValue()).toBe('AUKUS')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect.poll(() => last(page).textContent()).toMatch(/NATO.+AUKUS/s)
})

test('an unknown command shows an error and is not posted', async () => {
  const page = await open()
  await send(page, '/zanzibar')
  await expect
    .poll(() => page.locator('.composer-error').textContent())
    .toContain('There is no command /zanzibar here')
  expect(await page.locator('.message', { hasText: '/zanzibar' }).count()).toBe(0)
})

test('a newcomer can click a suggestion and send it with Enter', async () => {
  const page = await open()
  await page.getByRole('button', { name: '/alliance name:NATO' }).click()
  expect(await option(page, 'name').inputValue()).toBe('NATO')
  await page.keyboard.press('Enter')
  await expect.poll(() => heading(page).textContent()).toContain('NATO')
})
