// The panel of /settings: one menu per guild setting, with its current value.
import { buttonRow, type Card, type Control } from '../../core/card.ts'
import type { DailyFact, GuildSettings } from '../../core/stores.ts'
import { describeDailyFact } from './daily-fact-cards.ts'

interface SettingOption<Value> {
  value: Value
  label: string
  description: string
}

/** The example dates have no year, so that the date order does not rewrite them. */
const settingOptions: { [Name in keyof GuildSettings]: SettingOption<GuildSettings[Name]>[] } = {
  ephemeralByDefault: [
    {
      value: false,
      label: 'Answers are for everyone',
      description: 'With private:True only the person who asks sees it',
    },
    {
      value: true,
      label: 'Answers are private',
      description: 'Share, or private:False, shows it to everyone',
    },
  ],
  allowMentions: [
    { value: true, label: 'Cards can ping a member', description: 'for:@member pings that person, once' },
    { value: false, label: 'Cards never ping', description: 'Entente never pings anyone' },
  ],
  dateOrder: [
    { value: 'month first', label: 'Dates: month first', description: 'As in Aug 5' },
    { value: 'day first', label: 'Dates: day first', description: 'As in 5 Aug' },
  ],
  images: [
    {
      value: 'on request',
      label: 'Images: on request',
      description: 'Answers are text; Map or Chart adds the image',
    },
    {
      value: 'at once',
      label: 'Images: at once',
      description: 'Every answer that has a map or chart shows it',
    },
    { value: 'never', label: 'Images: never', description: 'Text only, without Map and Chart' },
  ],
  onlySeedArticles: [
    { value: false, label: 'Sources: all', description: 'The five articles and the reference works' },
    { value: true, label: 'Sources: the five articles', description: 'Nothing from the reference works' },
  ],
  quizScores: [
    { value: false, label: 'Quiz: no scores', description: 'Nothing is kept after a round' },
    { value: true, label: 'Quiz: scores by week', description: 'Right answers in rounds for everyone count' },
  ],
  checkClaims: [
    { value: true, label: 'Check claims: on', description: 'Anyone can check what a message states' },
    {
      value: false,
      label: 'Check claims: off',
      description: 'Neither in the menu of messages nor with /check',
    },
  ],
}

function keysOf<Item extends object>(item: Item): (keyof Item & string)[] {
  return Object.keys(item) as (keyof Item & string)[]
}

/** `isDefault`: no setting is to be reset. */
export function settingsCard(
  settings: GuildSettings,
  { isDefault, daily }: { isDefault: boolean; daily: DailyFact | undefined },
): Card {
  const isDailyOn = daily?.stopped === null
  const menus = keysOf(settingOptions).map((name): Control => ({
    type: 'menu',
    opens: ['settings', name],
    options: settingOptions[name].map(({ value, label, description }, index) => ({
      label,
      description,
      value: String(index),
      isDefault: value === settings[name],
    })),
  }))
  return {
    heading: { text: 'Settings of this server' },
    verdict: { text: 'Changes apply immediately to everyone here.' },
    sections: [{ lines: [{ label: 'Fact of the day', text: describeDailyFact(daily) }] }],
    controls: [
      ...menus,
      ...buttonRow(
        {
          label: 'Reset to defaults',
          opens: ['settings', 'reset'],
          isDisabled: isDefault && !isDailyOn,
        },
        ...(isDailyOn
          ? [{ label: 'Switch off the fact of the day', opens: ['settings', 'daily-off'] } as const]
          : []),
      ),
    ],
  }
}

/** The setting that a menu choice selects, or undefined if there is no such choice. */
export function selectedSetting(name: string, index: string): Partial<GuildSettings> | undefined {
  const selected =
    Object.hasOwn(settingOptions, name) && settingOptions[name as keyof GuildSettings][Number(index)]
  return selected ? { [name]: selected.value } : undefined
}
