// Finds buttons and menus by name, and the values that a user may choose in them.
import { type Button, allComponents } from './validation/components.ts'
import type { Menu } from './validation/menus.ts'
import type { Message } from './messages.ts'
import { type Resolved, resolveChannel, resolveUser } from './resolve.ts'
import type { EmulatorUser, EmulatorChannel, EmulatorWorld } from './world.ts'

export interface SelectionContext {
  world: EmulatorWorld
  channel: EmulatorChannel
  user: EmulatorUser
}

/** The button with this label, custom id or emoji. @throws Error that lists the labels */
export function findButton(message: Message, name: string): Button {
  const buttons = allComponents(message.components)
    .map(({ component }) => component)
    .filter((component) => component.type === 2)
  const button = buttons.find(({ label, custom_id, emoji }) => [label, custom_id, emoji?.name].includes(name))
  if (!button)
    throw new Error(`There is no button "${name}". There are: ${buttons.map(labelOf).join(', ') || 'none'}`)
  if (button.disabled) throw new Error(`The button "${name}" is disabled`)
  if (button.url != null)
    throw new Error(`The button "${name}" opens ${button.url}: nothing is sent to the app`)
  return button
}

function labelOf({ label, emoji, custom_id }: Button): string {
  return label ?? emoji?.name ?? custom_id ?? ''
}

/** The menu that has these options and, if `name` is set, this placeholder or custom id. @throws Error that lists the menus */
export function findSelectMenu(message: Message, picks: string[], name?: string): Menu {
  const menus = allComponents(message.components)
    .map(({ component }) => component)
    .filter((component): component is Menu => [3, 5, 6, 7, 8].includes(component.type))
  const candidates = menus.filter(
    ({ placeholder, custom_id }) => name === undefined || [placeholder, custom_id].includes(name),
  )
  const match = candidates.find((menu) => picks.every((pick) => hasOption(menu, pick)))
  if (match?.disabled) throw new Error('The menu is disabled')
  if (match) return match
  const descriptions = candidates.map((menu) => `${menu.placeholder ?? menu.custom_id} (${optionsOf(menu)})`)
  throw new Error(
    `There is no menu with the options ${picks.join(', ')}. There are: ${descriptions.join('; ') || 'none'}`,
  )
}

function optionsOf(menu: Menu): string {
  return menu.type === 3 ? menu.options.map(({ label }) => label).join(', ') : 'any'
}

function hasOption(menu: Menu, pick: string): boolean {
  return menu.type !== 3 || menu.options.some(({ label, value }) => label === pick || value === pick)
}

/** The values of picks in a menu; adds users and channels to `resolved`. @throws Error for too few, too many or unknown picks */
export function resolveSelection(
  menu: Menu,
  picks: string[],
  context: SelectionContext,
  resolved: Resolved,
): string[] {
  const { world, channel, user } = context
  const { min_values: min, max_values: max } = menu
  if (picks.length < min || picks.length > max)
    throw new Error(`The menu accepts ${min} to ${max} choices, not ${picks.length}`)
  return picks.map((pick) => {
    if (menu.type === 3) {
      const option =
        menu.options.find(({ label }) => label === pick) ?? menu.options.find(({ value }) => value === pick)
      if (!option) throw new Error(`The menu has no option "${pick}". It has: ${optionsOf(menu)}`)
      return option.value
    }
    if (menu.type === 8) return resolveChannel(world, channel, user, pick, resolved)
    return resolveUser(world, channel, pick, resolved)
  })
}
