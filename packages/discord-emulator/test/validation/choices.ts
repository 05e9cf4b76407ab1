// Limits of autocomplete, as the data of a callback to text typed into an option of text, or of whole numbers.
import { type Row, many, page, x } from './row.ts'

const of = (more: object = {}) => ({ choices: [{ name: 'n', value: 'v', ...more }] })
const count = (length: number) => ({ choices: many(length, (n) => ({ name: `n${n}`, value: `v${n}` })) })

export const choiceRows: Row[] = [
  {
    limit: '25 choices',
    page: page.autocomplete,
    passes: count(25),
    refused: count(26),
    at: 'choices',
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    limit: 'choice name 100',
    page: page.choice,
    passes: of({ name: x(100) }),
    refused: of({ name: x(101) }),
    at: 'choices.0.name',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'choice name not empty',
    page: page.choice,
    passes: of({ name: 'n' }),
    refused: of({ name: '' }),
    at: 'choices.0.name',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'choice value 100',
    page: page.choice,
    passes: of({ value: x(100) }),
    refused: of({ value: x(101) }),
    at: 'choices.0.value',
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    limit: 'choice value is text',
    page: page.choice,
    passes: of({ value: '5' }),
    refused: of({ value: 5 }),
    at: 'choices.0.value',
    code: 'STRING_TYPE_CONVERT',
  },
  {
    limit: 'choices needed',
    page: page.autocomplete,
    passes: { choices: [] },
    refused: {},
    at: 'choices',
    code: 'BASE_TYPE_REQUIRED',
  },
]

export const numberChoiceRows: Row[] = [
  {
    limit: 'choice value is a number',
    page: page.choice,
    passes: of({ value: 5 }),
    refused: of({ value: '5' }),
    at: 'choices.0.value',
    code: 'NUMBER_TYPE_COERCE',
  },
  {
    limit: 'choice value is whole',
    page: page.choice,
    passes: of({ value: 5 }),
    refused: of({ value: 5.5 }),
    at: 'choices.0.value',
    code: 'NUMBER_TYPE_COERCE',
  },
  {
    limit: 'choice value up to 2^53',
    page: page.option,
    passes: of({ value: 2 ** 53 }),
    refused: of({ value: 2 ** 53 + 2 }),
    at: 'choices.0.value',
    code: 'NUMBER_TYPE_MAX',
  },
]
