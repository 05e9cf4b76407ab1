// The limits of message components: https://discord.com/developers/docs/components/reference
import { z } from 'zod'
import { button, componentId } from './buttons.ts'
import {
  withDefault,
  boundedArray,
  enumOf,
  addIssue,
  boundedString,
  url,
  boundedInteger,
  crossFieldCheck,
} from './schema-helpers.ts'
import { channelMenu, mentionableMenu, roleMenu, stringMenu, userMenu } from './menus.ts'

const row = z
  .object({
    type: z.literal(1),
    id: componentId,
    components: boundedArray(
      z.discriminatedUnion('type', [button, stringMenu, userMenu, roleMenu, mentionableMenu, channelMenu]),
      { min: 1, max: 5 },
    ),
  })
  .check(
    crossFieldCheck((context) => {
      // A menu is as wide as five buttons.
      let width = 0
      context.value.components.forEach(({ type }, index) => {
        width += type === 2 ? 1 : 5
        if (width > 5)
          addIssue(
            context,
            'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
            'The specified component exceeds the maximum width',
            ['components', index],
          )
      })
    }),
  )

const media = z.object({ url: url('http', 'https', 'attachment') })
const description = boundedString({ max: 1024 }).nullish()
const spoiler = withDefault(z.boolean(), false)

export const textDisplay = z.object({
  type: z.literal(10),
  id: componentId,
  content: boundedString({ min: 1, max: 4000 }),
})

const thumbnail = z.object({ type: z.literal(11), id: componentId, media, description, spoiler })

const section = z.object({
  type: z.literal(9),
  id: componentId,
  components: boundedArray(z.discriminatedUnion('type', [textDisplay]), { min: 1, max: 3 }),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
})

const gallery = z.object({
  type: z.literal(12),
  id: componentId,
  items: boundedArray(z.object({ media, description, spoiler }), { min: 1, max: 10 }),
})

const file = z.object({
  type: z.literal(13),
  id: componentId,
  file: z.object({ url: url('attachment') }),
  spoiler,
})

const separator = z.object({
  type: z.literal(14),
  id: componentId,
  divider: withDefault(z.boolean(), true),
  spacing: withDefault(enumOf([1, 2]), 1),
})

const container = z.object({
  type: z.literal(17),
  id: componentId,
  components: boundedArray(
    z.discriminatedUnion('type', [row, section, textDisplay, gallery, file, separator]),
    {
      min: 1,
      max: 40,
    },
  ),
  accent_color: boundedInteger({ max: 0xffffff }).nullish(),
  spoiler,
})

export const component = z.discriminatedUnion('type', [
  row,
  section,
  textDisplay,
  gallery,
  file,
  separator,
  container,
])

export type Component = z.output<typeof component>
export type Button = z.output<typeof button>
type Row = z.output<typeof row>
type Section = z.output<typeof section>
/** Any component, at any depth. */
export type AnyComponent = Component | Row['components'][number] | Section['accessory']

/** A component and where it is in its message. */
export interface PlacedComponent {
  component: AnyComponent
  path: readonly PropertyKey[]
}

/** All components of a message, including nested components. */
export function allComponents(components: readonly AnyComponent[]): PlacedComponent[] {
  const placed: PlacedComponent[] = []
  const add = (nested: readonly AnyComponent[], under: readonly PropertyKey[]) => {
    for (const [index, component] of nested.entries()) {
      const path = [...under, index]
      placed.push({ component, path })
      if ('components' in component) add(component.components, [...path, 'components'])
      if ('accessory' in component)
        placed.push({ component: component.accessory, path: [...path, 'accessory'] })
    }
  }
  add(components, ['components'])
  return placed
}
