// Interacting with Entente's messages: buttons, menus, ephemeral answers, other users and channels.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { createWorld } from 'discord-emulator'
import { type TestBot, startTestBot } from '../helpers/test-bot.ts'
import { box, choose, last, send, heading, usePages } from 'discord-emulator/page-testing'

const pages = usePages()
let entente: TestBot

beforeAll(async () => {
  const world = createWorld()
  world.application.name = 'Entente'
  entente = await startTestBot({ emulator: { world, page: { suggestions: [] } } })
})

const open = () => pages.open(entente.emulator.pageUrl)

/** Opens More of the only card. */
async function openMore(page: Page): Promise<void> {
  await last(page).getByRole('button', { name: 'More', exact: true }).click()
  await page.locator('.message').nth(1).waitFor()
}

test('a button turns the page of a card', async () => {
  const page = await open()
  await send(page, '/alliance name:NATO')
  await openMore(page)
  await last(page).getByRole('button', { name: 'Next' }).click()
  await expect.poll(() => last(page).getByRole('button', { name: 'Previous' }).isEnabled()).toBe(true)
  expect(await page.locator('.message').count()).toBe(2)
})

test('a menu can be used by keyboard', async () => {
  const page = await open()
  await send(page, '/alliance name:NATO')
  await openMore(page)
  const menu = last(page).getByRole('combobox', { name: 'See also' })
  await menu.focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => menu.getAttribute('aria-expanded')).toBe('true')
  const picked = (await last(page).locator('.item.active .item-text > span').textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect.poll(() => heading(page).textContent()).toContain(picked.trim())
})

test('Escape closes a menu without choosing anything', async () => {
  const page = await open()
  await send(page, '/alliance name:NATO')
  await openMore(page)
  const menu = last(page).getByRole('combobox', { name: 'See also' })
  await menu.click()
  const before = entente.emulator.log.interactions.length
  await page.keyboard.press('Escape')
  await expect.poll(() => menu.getAttribute('aria-expanded')).toBe('false')
  expect(entente.emulator.log.interactions).toHaveLength(before)
})

test('/compare shows two alliances side by side', async () => {
  const page = await open()
  await send(page, '/compare first:NATO second:AUKUS')
  await expect.poll(() => last(page).locator('.container').textContent()).toMatch(/NATO.+AUKUS/s)
})

test('an ephemeral card is visible only to the requester and can be dismissed', async () => {
  const page = await open()
  await send(page, '/alliance name:NATO private:true')
  await expect.poll(() => last(page).textContent()).toContain('Only you can see this')
  await choose(page, 'You are', 'Moe')
  await expect.poll(() => page.getByText('You are Moe Moderator').count()).toBe(1)
  expect(await page.locator('.message').count()).toBe(0)
  await choose(page, 'You are', 'Mia')
  await last(page).getByRole('button', { name: 'Dismiss message' }).click()
  await expect.poll(() => page.locator('.message').count()).toBe(0)
})

test('an unknown name opens an ephemeral menu, and the choice is posted publicly', async () => {
  const page = await open()
  await send(page, '/alliance name:NATOO')
  await expect.poll(() => last(page).textContent()).toMatch(/NATOO.+Only you can see this/s)
  await last(page).getByRole('combobox').click()
  await last(page).getByRole('option', { name: /^NATO/ }).first().click()
  await expect.poll(() => page.locator('.message').count()).toBe(2)
  expect(await page.locator('.message').first().getByRole('combobox').count()).toBe(0)
  expect(await heading(page).textContent()).toContain('NATO')
  expect(await last(page).textContent()).not.toContain('Only you can see this')
})

test('another user writes, and both see the message', async () => {
  const page = await open()
  await page.keyboard.type('Is AUKUS an alliance?')
  await page.keyboard.press('Enter')
  await expect.poll(() => last(page).textContent()).toContain('Is AUKUS an alliance?')
  await choose(page, 'You are', 'Ina')
  await send(page, 'It is **called** a pact')
  await expect.poll(() => page.locator('.message').count()).toBe(2)
  expect(await last(page).locator('h2').textContent()).toContain('Ina Installer')
  expect(await last(page).locator('strong').textContent()).toBe('called')
  expect(await page.locator('.message').first().textContent()).toContain('Mia Member')
})

test('a user who only chats sees a hint until their first command', async () => {
  const page = await open()
  await send(page, 'What is NATO?')
  await expect.poll(() => page.locator('.hint').textContent()).toContain('Type / to use a command')
  await send(page, '/alliance name:NATO')
  await heading(page).waitFor()
  await send(page, 'Thanks')
  await expect.poll(() => last(page).textContent()).toContain('Thanks')
  expect(await page.locator('.hint').count()).toBe(0)
})

test('another user’s click on a page button is answered ephemerally', async () => {
  const page = await open()
  await send(page, '/alliance name:NATO')
  await last(page).getByRole('button', { name: 'More', exact: true }).waitFor()
  await choose(page, 'You are', 'Moe')
  await last(page).getByRole('button', { name: 'More', exact: true }).click()
  await expect.poll(() => page.locator('.message').count()).toBe(2)
  await expect.poll(() => last(page).textContent()).toContain('Only you can see this')
  expect(await heading(page).textContent()).toContain('NATO')
})

test('Find facts in a message’s menu posts the chosen card as a reply', async () => {
  const page = await open()
  await send(page, 'aukus > the quad, my quad bike > both')
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Find facts' }).click()
  await expect
    .poll(() => last(page).textContent())
    .toMatch(/This message names 2 things.+Only you can see this/s)
  await last(page).getByRole('combobox').click()
  await last(page).getByRole('option', { name: /^Quad/ }).click()
  await expect.poll(() => heading(page).textContent()).toContain('Quad')
  await expect.poll(() => last(page).textContent()).toContain('aukus > the quad, my quad bike > both')
})

test('an error is reported in a modal', async () => {
  const page = await open()
  await send(page, '/alliance name:NORAD')
  await openMore(page)
  await last(page).getByRole('button', { name: 'Report an error' }).click()
  const modal = page.getByRole('dialog')
  await modal.getByLabel('Which fact is wrong?').selectOption({ index: 1 })
  await modal.getByLabel('What is wrong with it?').fill('The article says something else there.')
  await modal.getByRole('button', { name: 'Submit' }).click()
  await expect.poll(() => last(page).textContent()).toMatch(/This is report 1\..+Only you can see this/s)
})

test('messages from other users appear without a reload', async () => {
  const page = await open()
  await entente.emulator.as('operator').sendMessage('I have reseeded the facts.')
  await expect.poll(() => last(page).textContent()).toContain('I have reseeded the facts.')
})

test('clearing restores the initial channel', async () => {
  const page = await open()
  await send(page, 'one more word')
  await expect.poll(() => page.locator('.message').count()).toBe(1)
  await page.getByRole('button', { name: 'Clear channel' }).click()
  await expect.poll(() => page.locator('.message').count()).toBe(0)
  expect(await page.getByText('Welcome to #general').count()).toBe(1)
})

test.each([
  ['Thread', 'Mia', '#general › a thread'],
  ['Direct message with Entente', 'Mia', '@Entente'],
  ['Group direct message', 'Ina', 'Group'],
  ['Server without Entente', 'Ina', '#other-server'],
])('%s: %s can run a command', async (channel, user, channelTitle) => {
  const page = await open()
  await choose(page, 'You are', user)
  await choose(page, 'Where', channel)
  await expect.poll(() => page.locator('h1').textContent()).toContain(channelTitle)
  await send(page, '/alliance name:AUKUS private:true')
  await expect.poll(() => heading(page).textContent()).toContain('AUKUS')
})

test('if Entente is unavailable, the page says why', async () => {
  const page = await open()
  await choose(page, 'Where', 'Server without Entente')
  await expect
    .poll(() => page.locator('.no-commands').textContent())
    .toContain('Entente is not installed here')
  await box(page).fill('/')
  await expect
    .poll(() => page.locator('.suggestions').textContent())
    .toContain('choose Ophelia or Ina to use it here')
})

test('if the user may not write, the message box and the error say so', async () => {
  const page = await open()
  await choose(page, 'Where', 'Announcements')
  await expect.poll(() => box(page).getAttribute('placeholder')).toContain('You cannot send messages')
  await send(page, 'hello')
  await expect.poll(() => page.locator('.composer-error').textContent()).toContain('cannot send messages')
})
