// Limits of select menus, as payloads of a message.
import { type Row, many, page, x } from './row.ts'

const row = (...components: object[]) => ({ type: 1, components })
const option = (index = 0, more: object = {}) => ({ label: `l${index}`, value: `v${index}`, ...more })
const of = (...components: object[]) => ({ components })
const ofMenu = (more: object) => of(row({ type: 3, custom_id: 'm', options: [option()], ...more }))
const ofOption = (more: object) => ofMenu({ options: [option(0, more)] })
const two = [option(0), option(1)]
const here = 'components.0.components.0'

export const menuRows: Row[] = [
  {
    limit: '25 options',
    page: page.stringMenu,
    accepted: ofMenu({ options: many(25, option) }),
    rejected: ofMenu({ options: many(26, option) }),
    at: `${here}.options`,
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'at least one option',
    page: page.stringMenu,
    accepted: ofMenu({ options: [option()] }),
    rejected: ofMenu({ options: [], min_values: 0 }),
    at: `${here}.options`,
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'option label 100',
    page: page.stringMenu,
    accepted: ofOption({ label: x(100) }),
    rejected: ofOption({ label: x(101) }),
    at: `${here}.options.0.label`,
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'option label not empty',
    page: page.stringMenu,
    accepted: ofOption({ label: 'l' }),
    rejected: ofOption({ label: '' }),
    at: `${here}.options.0.label`,
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'option value 100',
    page: page.stringMenu,
    accepted: ofOption({ value: x(100) }),
    rejected: ofOption({ value: x(101) }),
    at: `${here}.options.0.value`,
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'option description 100',
    page: page.stringMenu,
    accepted: ofOption({ description: x(100) }),
    rejected: ofOption({ description: x(101) }),
    at: `${here}.options.0.description`,
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    limit: 'unique option value',
    page: page.stringMenu,
    accepted: ofMenu({ options: two }),
    rejected: ofMenu({ options: [option(0), option(1, { value: 'v0' })] }),
    at: `${here}.options.1.value`,
    code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  },
  {
    limit: 'placeholder 150',
    page: page.stringMenu,
    accepted: ofMenu({ placeholder: x(150) }),
    rejected: ofMenu({ placeholder: x(151) }),
    at: `${here}.placeholder`,
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    limit: 'menu with custom id',
    page: page.stringMenu,
    accepted: ofMenu({}),
    rejected: ofMenu({ custom_id: undefined }),
    at: `${here}.custom_id`,
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    limit: 'max_values 25',
    page: page.userMenu,
    accepted: of(row({ type: 5, custom_id: 'm', max_values: 25 })),
    rejected: of(row({ type: 5, custom_id: 'm', max_values: 26 })),
    at: `${here}.max_values`,
    code: 'NUMBER_TYPE_MAX',
  },
  {
    limit: 'max_values from 1',
    page: page.stringMenu,
    accepted: ofMenu({ max_values: 1 }),
    rejected: ofMenu({ min_values: 0, max_values: 0 }),
    at: `${here}.max_values`,
    code: 'NUMBER_TYPE_MIN',
  },
  {
    limit: 'min_values 25',
    page: page.userMenu,
    accepted: of(row({ type: 5, custom_id: 'm', min_values: 25, max_values: 25 })),
    rejected: of(row({ type: 5, custom_id: 'm', min_values: 26, max_values: 25 })),
    at: `${here}.min_values`,
    code: 'NUMBER_TYPE_MAX',
  },
  {
    limit: 'min_values up to max_values',
    page: page.stringMenu,
    accepted: ofMenu({ options: two, min_values: 2, max_values: 2 }),
    rejected: ofMenu({ options: two, min_values: 2, max_values: 1 }),
    at: `${here}.min_values`,
    code: 'SELECT_COMPONENT_INVALID_BOUNDS',
  },
  {
    limit: 'max_values up to the options',
    page: page.stringMenu,
    accepted: ofMenu({ options: two, max_values: 2 }),
    rejected: ofMenu({ options: two, max_values: 3 }),
    at: `${here}.max_values`,
    code: 'SELECT_COMPONENT_INVALID_BOUNDS',
  },
  {
    limit: 'defaults up to max_values',
    page: page.stringMenu,
    accepted: ofMenu({ options: [option(0, { default: true }), option(1)] }),
    rejected: ofMenu({ options: two.map((one) => ({ ...one, default: true })) }),
    at: `${here}.max_values`,
    code: 'SELECT_COMPONENT_INVALID_BOUNDS',
  },
]
