// Finds the button or menu that a person means, and the values that they choose, as Discord's client lets them.
import { type Button, walk } from './validation/components.ts'
import type { Menu } from './validation/menus.ts'
import type { Message } from './messages.ts'
import { type Resolved, resolveChannel, resolveUser } from './resolve.ts'
import type { EmulatorUser, EmulatorChannel, EmulatorWorld } from './world.ts'

export interface SelectionContext {
  world: EmulatorWorld
  channel: EmulatorChannel
  user: EmulatorUser
}

/** The button with this label, custom id or emoji. @throws Error with the labels there are */
export function findButton(message: Message, name: string): Button {
  const buttons = [...walk(message.components)]
    .map(({ component }) => component)
    .filter((one) => one.type === 2)
  const found = buttons.find(({ label, custom_id, emoji }) => [label, custom_id, emoji?.name].includes(name))
  if (!found)
    throw new Error(`There is no button "${name}". There are: ${buttons.map(labelOf).join(', ') || 'none'}`)
  if (found.disabled) throw new Error(`The button "${name}" is disabled`)
  if (found.url != null)
    throw new Error(`The button "${name}" opens ${found.url}: nothing is sent to the app`)
  return found
}

function labelOf({ label, emoji, custom_id }: Button): string {
  return label ?? emoji?.name ?? custom_id ?? ''
}

/** The menu that offers these picks, or the one of this placeholder or custom id. @throws Error with what there is */
export function findSelectMenu(message: Message, picks: string[], name?: string): Menu {
  const menus = [...walk(message.components)]
    .map(({ component }) => component)
    .filter((one): one is Menu => [3, 5, 6, 7, 8].includes(one.type))
  const named = menus.filter((one) => name === undefined || [one.placeholder, one.custom_id].includes(name))
  const found = named.find((menu) => picks.every((pick) => offers(menu, pick)))
  if (found?.disabled) throw new Error('The menu is disabled')
  if (found) return found
  const there = named.map((menu) => `${menu.placeholder ?? menu.custom_id} (${optionsOf(menu)})`)
  throw new Error(
    `There is no menu that offers ${picks.join(', ')}. There are: ${there.join('; ') || 'none'}`,
  )
}

function optionsOf(menu: Menu): string {
  return menu.type === 3 ? menu.options.map(({ label }) => label).join(', ') : 'any'
}

function offers(menu: Menu, pick: string): boolean {
  return menu.type !== 3 || menu.options.some(({ label, value }) => label === pick || value === pick)
}

/** The values of picks in a menu, users and channels added to `resolved`. @throws Error for too few or too many */
export function resolveSelection(
  menu: Menu,
  picks: string[],
  setting: SelectionContext,
  resolved: Resolved,
): string[] {
  const { world, channel, user } = setting
  const { min_values: min, max_values: max } = menu
  if (picks.length < min || picks.length > max)
    throw new Error(`The menu takes ${min} to ${max} choices, not ${picks.length}`)
  return picks.map((pick) => {
    if (menu.type === 3) {
      const option =
        menu.options.find(({ label }) => label === pick) ?? menu.options.find(({ value }) => value === pick)
      if (!option) throw new Error(`The menu does not offer "${pick}". It offers: ${optionsOf(menu)}`)
      return option.value
    }
    if (menu.type === 8) return resolveChannel(world, channel, user, pick, resolved)
    return resolveUser(world, channel, pick, resolved)
  })
}
