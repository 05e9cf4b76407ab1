// Command lines, parsed to option values.
import { describe, expect, test } from 'vitest'
import type { CommandOption } from '../src/validation/commands.ts'
import { parseCommand, parsePartialCommand } from '../src/parse-command-line.ts'

const option = (type: 3 | 4 | 5 | 6 | 10, name: string, more: object = {}) => ({
  type,
  name,
  description: 'd',
  ...more,
})
const command = (name: string, ...options: CommandOption[]) => ({ type: 1, name, options })

const commands = [
  command('alliance', option(3, 'name', { required: true, autocomplete: true }), option(5, 'private')),
  command(
    'count',
    option(4, 'top', { min_value: 1, max_value: 10 }),
    option(10, 'share'),
    option(3, 'by', {
      choices: [
        { name: 'Region', value: 'r' },
        { name: 'Founding year', value: 'y' },
      ],
    }),
    option(3, 'code', { min_length: 2, max_length: 3 }),
  ),
  command(
    'admin',
    { type: 1, name: 'undo', description: 'd' },
    {
      type: 2,
      name: 'facts',
      description: 'd',
      options: [{ type: 1, name: 'reseed', description: 'd', options: [option(5, 'check')] }],
    },
  ),
  command('help'),
  { type: 3, name: 'Check this', options: [] },
]

const values = (input: string) =>
  Object.fromEntries(parseCommand(input, commands).options.map(({ name, value }) => [name, value]))

describe('parses', () => {
  test.each([
    ['/alliance name:NATO private:true', { name: 'NATO', private: true }],
    ['alliance name:NATO', { name: 'NATO' }],
    [
      '  /alliance   name:  U.S.-Japan alliance   private:False ',
      { name: 'U.S.-Japan alliance', private: false },
    ],
    ['/alliance name:"NATO" private:true', { name: 'NATO', private: true }],
    ['/alliance name:"the private:true one"', { name: 'the private:true one' }],
    ['/alliance private:true name:a "quoted" word', { name: 'a "quoted" word', private: true }],
    ['/alliance name:Operation: Atlantic Resolve', { name: 'Operation: Atlantic Resolve' }],
    ['/alliance name:"quoted" and more', { name: '"quoted" and more' }],
    ['/count top:3 share:0.5 by:Region', { top: 3, share: 0.5, by: 'r' }],
    ['/count by:founding year', { by: 'y' }],
    ['/count by:y', { by: 'y' }],
    ['/help', {}],
  ])('%s', (input, expected) => {
    expect(values(input)).toEqual(expected)
  })

  test('subcommands', () => {
    expect(parseCommand('/admin undo', commands)).toMatchObject({ path: ['undo'], options: [] })
    expect(parseCommand('/admin facts reseed check:true', commands)).toMatchObject({
      path: ['facts', 'reseed'],
      options: [{ name: 'check', type: 5, value: true }],
    })
  })
})

describe('rejects, listing what exists', () => {
  test.each([
    ['/aliance name:NATO', 'There is no command /aliance. There are: /alliance, /count, /admin, /help'],
    ['', 'There is no command /. There are: /alliance, /count, /admin, /help'],
    ['/alliance nme:NATO', '/alliance has no option "nme". Its options, each as option:value: name, private'],
    ['/alliance NATO', '/alliance has no option "NATO". Its options, each as option:value: name, private'],
    [
      '/alliance name:"NATO" prvate:true',
      '/alliance has no option "prvate". Its options, each as option:value: name, private',
    ],
    ['/help me', '/help has no option "me". It has no options.'],
    ['/alliance private:true', '/alliance needs the option name. Its options: name, private'],
    ['/alliance name:a name:b', '/alliance: name appears twice'],
    ['/alliance name:', '/alliance: name must not be empty, not ""'],
    ['/alliance name:a private:maybe', '/alliance: private must be true or false, not "maybe"'],
    ['/count top:many', '/count: top must be a number, not "many"'],
    ['/count top:1.5', '/count: top must be a whole number, not "1.5"'],
    ['/count top:0', '/count: top must be at least 1, not "0"'],
    ['/count top:11', '/count: top must be at most 10, not "11"'],
    ['/count by:Colour', '/count: by must be one of Region, Founding year, not "Colour"'],
    ['/count code:a', '/count: code must have at least 2 characters, not "a"'],
    ['/count code:abcd', '/count: code must have at most 3 characters, not "abcd"'],
    ['/admin', '/admin has no subcommand "". It has: undo, facts'],
    ['/admin facts undo', '/admin facts has no subcommand "undo". It has: reseed'],
  ])('%s', (input, message) => {
    expect(() => parseCommand(input, commands)).toThrow(new Error(message))
  })
})

describe('a partial command', () => {
  test('focuses its last option', () => {
    expect(parsePartialCommand('/alliance private:true name:nat', commands)).toMatchObject({
      options: [
        { name: 'private', type: 5, value: true },
        { name: 'name', type: 3, value: 'nat', focused: true },
      ],
      lastOption: { name: 'name', autocomplete: true },
    })
  })

  test('accepts an empty value', () => {
    expect(parsePartialCommand('/alliance name:', commands).options).toEqual([
      { name: 'name', type: 3, value: '', focused: true },
    ])
  })

  test('requires an option to complete', () => {
    expect(() => parsePartialCommand('/alliance', commands)).toThrow('/alliance: type an option to complete')
  })
})
