// The panel of /settings: one menu for each thing that a server can choose, with what holds now.
import { ActionRowBuilder, StringSelectMenuBuilder, StringSelectMenuOptionBuilder } from '@discordjs/builders'
import { ButtonStyle } from 'discord.js'
import { packCustomId } from '../../core/custom-id.ts'
import type { GuildSettings } from '../../db/guild-settings.ts'
import { button, buttonRow } from '../shared/components.ts'
import type { Card } from '../../core/card.ts'

interface Choice<Value> {
  value: Value
  label: string
  description: string
}

/** Examples of dates bear no year, so that they stay as they are whatever is chosen. */
const choices: { [Name in keyof GuildSettings]: Choice<GuildSettings[Name]>[] } = {
  ephemeralByDefault: [
    {
      value: false,
      label: 'Answers are for everyone',
      description: 'With private:True only the asker sees one',
    },
    {
      value: true,
      label: 'Answers are private',
      description: 'Share, or private:False, shows one to everyone',
    },
  ],
  allowMentions: [
    { value: true, label: 'Cards can ping a member', description: 'for:@member pings that person, once' },
    { value: false, label: 'Cards never ping', description: 'Nothing that Entente posts pings anyone' },
  ],
  dateOrder: [
    { value: 'month first', label: 'Dates: month first', description: 'As in Aug 5' },
    { value: 'day first', label: 'Dates: day first', description: 'As in 5 Aug' },
  ],
  showImages: [
    { value: true, label: 'Cards have pictures', description: 'Where there is one' },
    { value: false, label: 'Cards have no pictures', description: 'The words say it all' },
  ],
}

function namesOf<Item extends object>(item: Item): (keyof Item & string)[] {
  return Object.keys(item) as (keyof Item & string)[]
}

/** `isUsual`: there is nothing to reset. */
export function settingsCard(settings: GuildSettings, isDefault: boolean): Card {
  const rows = namesOf(choices).map((name) => {
    const menu = new StringSelectMenuBuilder().setCustomId(packCustomId('settings', name)).addOptions(
      choices[name].map(({ value, label, description }, index) =>
        new StringSelectMenuOptionBuilder()
          .setLabel(label)
          .setDescription(description)
          .setValue(String(index))
          .setDefault(value === settings[name]),
      ),
    )
    return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu).toJSON()
  })
  const reset = button(ButtonStyle.Secondary, 'Reset to defaults', packCustomId('settings', 'reset'))
  return {
    content: '**Settings of this server**\nChanges apply immediately to everyone here.',
    embeds: [],
    components: [...rows, ...buttonRow(reset.setDisabled(isDefault))],
  }
}

/** What was chosen in a menu, or undefined for a choice that there is not. */
export function settingChosen(name: string, index: string): Partial<GuildSettings> | undefined {
  const chosen = Object.hasOwn(choices, name) && choices[name as keyof GuildSettings][Number(index)]
  return chosen ? { [name]: chosen.value } : undefined
}
