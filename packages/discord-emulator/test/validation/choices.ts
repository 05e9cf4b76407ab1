// Limits of autocomplete, as the data of callbacks for string and integer options.
import { type Row, many, page, x } from './row.ts'

const of = (more: object = {}) => ({ choices: [{ name: 'n', value: 'v', ...more }] })
const count = (length: number) => ({ choices: many(length, (n) => ({ name: `n${n}`, value: `v${n}` })) })

export const choiceRows: Row[] = [
  {
    limit: '25 choices',
    page: page.autocomplete,
    accepted: count(25),
    rejected: count(26),
    at: 'choices',
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    limit: 'choice name 100',
    page: page.choice,
    accepted: of({ name: x(100) }),
    rejected: of({ name: x(101) }),
    at: 'choices.0.name',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'choice name not empty',
    page: page.choice,
    accepted: of({ name: 'n' }),
    rejected: of({ name: '' }),
    at: 'choices.0.name',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'choice value 100',
    page: page.choice,
    accepted: of({ value: x(100) }),
    rejected: of({ value: x(101) }),
    at: 'choices.0.value',
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    limit: 'choice value is text',
    page: page.choice,
    accepted: of({ value: '5' }),
    rejected: of({ value: 5 }),
    at: 'choices.0.value',
    code: 'STRING_TYPE_CONVERT',
  },
  {
    limit: 'choices required',
    page: page.autocomplete,
    accepted: { choices: [] },
    rejected: {},
    at: 'choices',
    code: 'BASE_TYPE_REQUIRED',
  },
]

export const numberChoiceRows: Row[] = [
  {
    limit: 'choice value is a number',
    page: page.choice,
    accepted: of({ value: 5 }),
    rejected: of({ value: '5' }),
    at: 'choices.0.value',
    code: 'NUMBER_TYPE_COERCE',
  },
  {
    limit: 'choice value is a whole number',
    page: page.choice,
    accepted: of({ value: 5 }),
    rejected: of({ value: 5.5 }),
    at: 'choices.0.value',
    code: 'NUMBER_TYPE_COERCE',
  },
  {
    limit: 'choice value up to 2^53',
    page: page.option,
    accepted: of({ value: 2 ** 53 }),
    rejected: of({ value: 2 ** 53 + 2 }),
    at: 'choices.0.value',
    code: 'NUMBER_TYPE_MAX',
  },
]
