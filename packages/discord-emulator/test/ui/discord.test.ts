// What Discord can do and Entente may yet want: every kind of option, form, menu, file and late answer.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type APIModalInteractionResponseCallbackData,
  MessageFlags,
  type RepliableInteraction,
} from 'discord.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DiscordEmulator, startDiscordEmulator } from '../../src/server.ts'
import { type Bot, startBot } from '../helpers/example-bot.ts'
import { active, box, last, option, send, suggestions, usePages } from '../../src/page-testing/browser.ts'

const pages = usePages()
let emulator: DiscordEmulator
let bot: Bot

const typed = { type: 1, description: 'Takes every kind of option.' }

beforeAll(async () => {
  emulator = await startDiscordEmulator({
    port: 0,
    initialResponseTimeoutMs: 600,
    interactionTokenTtlMs: 3000,
    page: { suggestions: [] },
  })
  bot = await startBot(emulator, [
    { ...typed, name: 'do' },
    {
      ...typed,
      name: 'all',
      options: [
        { type: 3, name: 'text', description: 'Any text.', required: true, min_length: 2 },
        { type: 4, name: 'whole', description: 'A whole number.', min_value: 3 },
        { type: 5, name: 'truth', description: 'Yes or no.' },
        { type: 6, name: 'who', description: 'A person.' },
        { type: 7, name: 'where', description: 'A channel.' },
        { type: 10, name: 'number', description: 'A number.' },
        {
          type: 3,
          name: 'kind',
          description: 'One of two.',
          choices: [
            { name: 'Treaty', value: 't' },
            { name: 'Pact', value: 'p' },
          ],
        },
      ],
    },
    {
      ...typed,
      name: 'facts',
      options: [
        { type: 1, name: 'reseed', description: 'Rebuilds them.' },
        {
          type: 2,
          name: 'report',
          description: 'Reports.',
          options: [
            {
              type: 1,
              name: 'send',
              description: 'Sends one.',
              options: [{ type: 3, name: 'words', description: 'What is wrong.', required: true }],
            },
          ],
        },
      ],
    },
    { type: 3, name: 'Check this' },
  ])
})

afterAll(async () => {
  await bot.close()
  await emulator.close()
})

const open = () => pages.open(emulator.pageUrl)
const row = (...components: object[]) => ({ type: 1, components })
const button = (label: string, more: object = {}) => ({ type: 2, style: 1, label, custom_id: label, ...more })

/** What the bot does with each interaction that can be replied to. */
function answers(answer: (interaction: RepliableInteraction) => Promise<unknown>): void {
  bot.on((interaction) => (interaction.isRepliable() ? answer(interaction) : Promise.resolve()))
}

test('every kind of option arrives as its own type', async () => {
  const received: unknown[] = []
  answers(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    received.push(interaction.options.data.map(({ name, value }) => [name, value]))
    await interaction.reply('Thank you')
  })
  const page = await open()
  await box(page).fill('/all ')
  await page.keyboard.type('a text')
  for (const [name, text] of [
    ['whole', '7'],
    ['truth', 'fal'],
    ['who', 'moe'],
    ['where', 'thr'],
    ['number', '-1.5'],
    ['kind', 'pac'],
  ]) {
    await page.getByRole('button', { name: `Add the option ${name ?? ''}` }).click()
    await option(page, name ?? '').fill(text ?? '')
    if (await suggestions(page).count()) await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Enter')
  await expect.poll(() => last(page).textContent()).toContain('Thank you')
  const { users, channels } = emulator.world
  expect(received).toEqual([
    [
      ['text', 'a text'],
      ['whole', 7],
      ['truth', false],
      ['who', users.moderator.id],
      ['where', channels.thread.id],
      ['number', -1.5],
      ['kind', 'p'],
    ],
  ])
})

test.each([
  ['whole', '2', 'Enter 3 or more.'],
  ['whole', '3.5', 'Enter a whole number.'],
  ['number', 'many', 'Enter a number.'],
  ['who', 'nobody', 'Choose one from the list.'],
  ['kind', 'war', 'Choose one from the list.'],
  ['text', 'x', 'Enter at least 2 characters.'],
])('%s does not take %s', async (name, text, problem) => {
  const page = await open()
  await box(page).fill(`/all text:ok ${name}:`)
  await option(page, name).fill(text)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.option-error').textContent()).toBe(problem)
})

test('subcommands stand in the list by their whole names', async () => {
  answers(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    const { options } = interaction
    await interaction.reply(
      `${options.getSubcommandGroup() ?? ''} ${options.getSubcommand()} ${options.getString('words') ?? ''}`,
    )
  })
  const page = await open()
  await page.keyboard.type('/facts')
  await expect.poll(() => suggestions(page).allTextContents()).toHaveLength(2)
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => active(page).textContent()).toContain('/facts report send words')
  await page.keyboard.press('Enter')
  await page.keyboard.type('a typo')
  await page.keyboard.press('Enter')
  await expect.poll(() => last(page).textContent()).toContain('report send a typo')
  await expect.poll(() => last(page).textContent()).toContain('/facts report send')
})

test('a command without options is sent with one more Enter', async () => {
  answers((interaction) => interaction.reply('Done'))
  const page = await open()
  await page.keyboard.type('/do')
  await page.keyboard.press('Enter')
  await page.getByRole('group', { name: 'Command /do' }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => last(page).textContent()).toContain('Done')
})

test('a command typed while the commands are still loading is sent as a command', async () => {
  answers((interaction) => interaction.reply('Loaded'))
  const page = await open()
  await page.route('**/page/view*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await route.continue()
  })
  await page.reload()
  await box(page).fill('/all text:pasted')
  await page.keyboard.press('Enter')
  await expect.poll(() => last(page).textContent()).toContain('Loaded')
})

test('a deferred answer is "thinking", then the answer', async () => {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  answers(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.deferReply()
    await promise
    await interaction.editReply('Thought through')
    await interaction.followUp({ content: 'And one thing more', flags: MessageFlags.Ephemeral })
  })
  const page = await open()
  await send(page, '/do')
  await page.keyboard.press('Enter')
  await expect.poll(() => last(page).textContent()).toContain('is thinking…')
  resolve(undefined)
  await expect.poll(() => page.locator('.message').first().textContent()).toContain('Thought through')
  await expect.poll(() => last(page).textContent()).toMatch(/And one thing more.+Only you can see this/s)
})

test('a deferred answer that never comes did not respond', async () => {
  answers(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.deferReply()
  })
  const page = await open()
  await send(page, '/do')
  await page.keyboard.press('Enter')
  await expect.poll(() => last(page).textContent()).toContain('is thinking…')
  await expect
    .poll(() => last(page).textContent(), { timeout: 8000 })
    .toContain('The application did not respond')
})

test('a command without an answer did not respond, and is put away', async () => {
  answers(() => Promise.resolve())
  const page = await open()
  await send(page, '/do')
  await page.keyboard.press('Enter')
  await expect.poll(() => last(page).textContent()).toContain('Sending command')
  await expect.poll(() => last(page).textContent()).toContain('The application did not respond')
  await last(page).getByRole('button', { name: 'Dismiss message' }).click()
  await expect.poll(() => page.locator('.message').count()).toBe(0)
})

test('a button without an answer failed, and can be pressed again', async () => {
  answers(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({
        content: 'Press',
        components: [
          row(button('Go'), button('Off', { disabled: true }), {
            type: 2,
            style: 5,
            label: 'Read',
            url: 'https://example.com/',
          }),
        ],
      })
  })
  const page = await open()
  await send(page, '/do')
  await page.keyboard.press('Enter')
  expect(await last(page).getByRole('button', { name: 'Off' }).isDisabled()).toBe(true)
  expect(await last(page).getByRole('link', { name: 'Read' }).getAttribute('rel')).toBe('noopener noreferrer')
  await last(page).getByRole('button', { name: 'Go' }).click()
  await expect.poll(() => last(page).textContent()).toContain('This interaction failed')
  answers(async (interaction) => {
    if (interaction.isButton()) await interaction.update({ content: 'Gone', components: [] })
  })
  await last(page).getByRole('button', { name: 'Go' }).click()
  await expect.poll(() => last(page).textContent()).toMatch(/Gone\s+\(edited\)/)
  expect(await last(page).textContent()).not.toContain('This interaction failed')
})

const form: APIModalInteractionResponseCallbackData = {
  title: 'Report a fact',
  custom_id: 'report',
  components: [
    { type: 18, label: 'What is wrong', component: { type: 4, custom_id: 'what', style: 2 } },
    {
      type: 18,
      label: 'Where',
      component: {
        type: 3,
        custom_id: 'where',
        options: [
          { label: 'The date', value: 'date' },
          { label: 'The source', value: 'source' },
        ],
      },
    },
  ],
}

test('a form opens, is filled in by keyboard, and is sent', async () => {
  answers(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.showModal(form)
    if (interaction.isModalSubmit()) {
      const { fields } = interaction
      await interaction.reply(
        `${fields.getTextInputValue('what')} in ${fields.getStringSelectValues('where').join()}`,
      )
    }
  })
  const page = await open()
  await send(page, '/do')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Report a fact' })
  await dialog.getByLabel('What is wrong').fill('a year')
  await dialog.getByLabel('Where').selectOption('source')
  await dialog.getByRole('button', { name: 'Submit' }).click()
  await expect.poll(() => last(page).textContent()).toContain('a year in source')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
})

test('a form that fails stays open with what was typed, and Escape closes it', async () => {
  answers(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.showModal(form)
  })
  const page = await open()
  await send(page, '/do')
  await page.keyboard.press('Enter')
  await page.getByLabel('What is wrong').fill('a year')
  await page.getByLabel('Where', { exact: false }).last().selectOption('source')
  await page.getByRole('button', { name: 'Submit' }).click()
  await expect
    .poll(() => page.getByRole('dialog').textContent())
    .toContain('Something went wrong. Try again.')
  expect(await page.getByLabel('What is wrong').inputValue()).toBe('a year')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
})

test('a menu takes several picks', async () => {
  const options = ['a', 'b', 'c'].map((value) => ({ label: `The ${value}`, value }))
  answers(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({
        components: [
          row({ type: 3, custom_id: 'many', placeholder: 'Which', min_values: 1, max_values: 2, options }),
        ],
        content: 'Choose',
      })
    if (interaction.isStringSelectMenu()) await interaction.update(`Chosen: ${interaction.values.join()}`)
  })
  const page = await open()
  await send(page, '/do')
  await page.keyboard.press('Enter')
  await last(page).getByRole('combobox').click()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press(' ')
  await page.keyboard.press('Escape')
  await expect.poll(() => last(page).textContent()).toContain('Chosen: a,b')
})

test('a menu of people offers people', async () => {
  answers(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({ content: 'Who', components: [row({ type: 5, custom_id: 'who' })] })
    if (interaction.isUserSelectMenu()) await interaction.update(`You chose <@${interaction.values.join()}>`)
  })
  const page = await open()
  await send(page, '/do')
  await page.keyboard.press('Enter')
  await last(page).getByRole('combobox').click()
  await last(page).getByRole('option', { name: 'Ada Administrator' }).click()
  await expect.poll(() => last(page).textContent()).toContain('You chose @Ada Administrator')
})

test('a message command is found by right click and under "…"', async () => {
  bot.on(async (interaction) => {
    if (interaction.isMessageContextMenuCommand())
      await interaction.reply(`Checked: ${interaction.targetMessage.content}`)
  })
  const page = await open()
  await send(page, 'NATO has 12 members')
  await last(page).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Check this' }).click()
  await expect.poll(() => last(page).textContent()).toContain('Checked: NATO has 12 members')
  await page.locator('.message').first().getByRole('button', { name: 'More' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menu').waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.message').count()).toBe(3)
})

test('pictures and files are shown with their texts', async () => {
  const png = readFileSync(join(import.meta.dirname, 'dot.png'))
  answers(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.reply({
      files: [
        { attachment: png, name: 'map.png', description: 'A map of the members' },
        { attachment: png, name: 'inside.png', description: 'The same, smaller' },
        { attachment: Buffer.from('<script>document.title="run"</script>'), name: 'facts.html' },
      ],
      embeds: [
        {
          title: 'Map',
          image: { url: 'attachment://inside.png' },
          thumbnail: { url: 'https://example.com/flag.png' },
        },
      ],
    })
  })
  const page = await open()
  await send(page, '/do')
  await page.keyboard.press('Enter')
  await page.getByAltText('A map of the members').waitFor()
  expect(
    await page
      .getByAltText('The same, smaller')
      .evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
  ).toBe(1)
  await expect.poll(() => last(page).textContent()).toContain('facts.html')
  await expect
    .poll(() => last(page).textContent())
    .toContain('Image on another host: https://example.com/flag.png')
})
