// Renders a card as Components V2: one container with text, image, menus and buttons.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ContainerBuilder,
  MediaGalleryBuilder,
  MediaGalleryItemBuilder,
  SeparatorBuilder,
  StringSelectMenuBuilder,
  StringSelectMenuOptionBuilder,
  TextDisplayBuilder,
} from 'discord.js'
import { ButtonStyle, SeparatorSpacingSize, type APIMessageTopLevelComponent } from 'discord.js'
import { packCustomId } from '../../core/custom-id.ts'
import type { Button, Card, Control, FormatDates, Menu } from '../../core/card.ts'
import { limits, truncate } from '../shared/discord-limits.ts'
import { cardText } from './card-text.ts'

export interface RenderOptions {
  formatDates: FormatDates
  /** The row that every card has, after its own controls. */
  actions: readonly Control[]
  /** The name of an attached file, and its alt text. */
  image?: { fileName: string; alt: string } | undefined
  /** Small lines above and below the container. */
  before?: readonly string[]
  after?: readonly string[]
}

/** @throws Error if the card exceeds Discord's limits on a message, which the builders do not check */
export function renderComponents(card: Card, options: RenderOptions): APIMessageTopLevelComponent[] {
  const { before = [], after = [] } = options
  const components = [
    ...textDisplays([before.join('\n')]).map((text) => text.toJSON()),
    renderContainer(card, options),
    ...textDisplays([after.join('\n')]).map((text) => text.toJSON()),
  ]
  assertWithinLimits(components)
  return components
}

function renderContainer(card: Card, { formatDates, actions, image }: RenderOptions) {
  const { opening, sections, smallPrint } = cardText(card, formatDates)
  // Its setter makes and drops an error, with its stack, for each color.
  const container = new ContainerBuilder(card.color === undefined ? {} : { accent_color: card.color })
  container.addTextDisplayComponents(textDisplays([opening]))
  if (opening !== '' && sections.length > 0) {
    container.addSeparatorComponents(
      new SeparatorBuilder().setDivider(true).setSpacing(SeparatorSpacingSize.Small),
    )
  }
  container.addTextDisplayComponents(textDisplays(sections))
  if (image) {
    container.addMediaGalleryComponents(
      new MediaGalleryBuilder().addItems(
        new MediaGalleryItemBuilder().setURL(`attachment://${image.fileName}`).setDescription(image.alt),
      ),
    )
  }
  container.addTextDisplayComponents(textDisplays([smallPrint]))
  for (const control of joinButtonRows(card.controls ?? [], actions))
    container.addActionRowComponents(renderControl(control, formatDates).toJSON())
  return container.toJSON()
}

/** The buttons of the card's last row and of the common row share one if they fit. */
function joinButtonRows(controls: readonly Control[], actions: readonly Control[]): readonly Control[] {
  const [last, first] = [controls.at(-1), actions[0]]
  if (last?.type !== 'buttons' || first?.type !== 'buttons') return [...controls, ...actions]
  const buttons = [...last.buttons, ...first.buttons]
  return buttons.length > limits.rowButtons
    ? [...controls, ...actions]
    : [...controls.slice(0, -1), { type: 'buttons', buttons }, ...actions.slice(1)]
}

function textDisplays(texts: readonly string[]): TextDisplayBuilder[] {
  return texts.filter((text) => text !== '').map((text) => new TextDisplayBuilder().setContent(text))
}

function renderControl(
  control: Control,
  formatDates: FormatDates,
): ActionRowBuilder<ButtonBuilder | StringSelectMenuBuilder> {
  return control.type === 'menu'
    ? new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(renderMenu(control, formatDates))
    : new ActionRowBuilder<ButtonBuilder>().addComponents(
        control.buttons.map((button) => renderButton(button, formatDates)),
      )
}

const buttonStyles = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const

function renderButton({ label, opens, style, isDisabled = false }: Button, formatDates: FormatDates) {
  return new ButtonBuilder()
    .setStyle(style ? buttonStyles[style] : ButtonStyle.Secondary)
    .setLabel(formatDates(label))
    .setCustomId(packCustomId(...opens))
    .setDisabled(isDisabled)
}

function renderMenu({ placeholder, opens, options, isMultiple = false }: Menu, formatDates: FormatDates) {
  const menu = new StringSelectMenuBuilder().setCustomId(packCustomId(...opens))
  if (placeholder !== undefined) menu.setPlaceholder(placeholder)
  if (isMultiple) menu.setMaxValues(Math.min(options.length, limits.selectOptions))
  return menu.addOptions(
    // Option builders, since plain options cost @discordjs/builders an error each before it accepts them.
    options.slice(0, limits.selectOptions).map(({ label, value, description, isDefault }) => {
      const option = new StringSelectMenuOptionBuilder()
        .setLabel(truncate(formatDates(label), limits.optionLabel))
        .setValue(value)
      if (description) option.setDescription(truncate(formatDates(description), limits.optionDescription))
      return isDefault === undefined ? option : option.setDefault(isDefault)
    }),
  )
}

function assertWithinLimits(components: readonly APIMessageTopLevelComponent[]): void {
  let count = 0
  let length = 0
  const visit = (component: object): void => {
    count += 1
    if ('content' in component) length += String(component.content).length
    if ('components' in component) (component.components as object[]).forEach(visit)
  }
  components.forEach(visit)
  if (length > limits.messageText) throw new Error(`a card has ${length} characters of text`)
  if (count > limits.messageComponents) throw new Error(`a card has ${count} components`)
}
