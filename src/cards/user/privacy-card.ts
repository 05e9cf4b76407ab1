// The cards of /privacy: how much is stored about the user and the guild, with buttons that delete it, and in full what
// is stored.
import { buttonRow, type Card, type Section } from '../../core/card.ts'
import { clampPage, pageLabel, paginationRow } from '../shared/pagination.ts'
import { paginateSections } from '../shared/sections.ts'

export interface PrivacyEntry {
  subject: 'user' | 'guild'
  title: string
  purpose: string
  retention: string
  /** How many there are; undefined if they are not counted. */
  count: number | undefined
}

export interface PrivacyCardOptions {
  entries: readonly PrivacyEntry[]
  /** Whose data the user may delete, and whether there is any. */
  deletable: readonly { subject: PrivacyEntry['subject']; hasData: boolean }[]
}

const headings = { user: 'About you', guild: 'About this server' }
const labels = { user: 'Delete my data', guild: "Delete this server's data" }

export function privacyCard({ entries, deletable }: PrivacyCardOptions): Card {
  const canDelete = deletable.some(({ hasData }) => hasData)
  return {
    heading: { text: 'Data Entente stores' },
    verdict: {
      text: canDelete
        ? 'The buttons below delete what can be deleted.'
        : 'You have nothing to delete right now.',
    },
    sections: bySubject(entries, ({ title, count }) =>
      count === undefined ? [] : [{ label: title, text: String(count) }],
    ),
    notes: ['More says what each is for and how long it is stored, and all else that is stored or not.'],
    controls: buttonRow(
      ...deletable.map(
        ({ subject, hasData }) =>
          ({
            label: labels[subject],
            opens: ['privacy', subject],
            style: 'danger',
            isDisabled: !hasData,
          }) as const,
      ),
    ),
    more: ['privacy', 'more'],
  }
}

/** A page of everything that is stored, in plain words. */
export function privacyDetailsCard(
  entries: readonly PrivacyEntry[],
  privacyNotes: readonly { title: string; purpose: string }[],
  requestedPage: number,
): Card {
  const pages = paginateSections([
    ...bySubject(entries, ({ title, purpose, retention, count }) => [
      {
        label: title,
        text: [purpose, retention, ...(count === undefined ? [] : [`Currently: ${count}.`])].join(' '),
      },
    ]),
    {
      heading: 'About everyone',
      lines: privacyNotes.map(({ title, purpose }) => ({ label: title, text: purpose })),
    },
  ])
  const page = clampPage(requestedPage, pages.length)
  return {
    heading: { text: 'Data Entente stores', kind: 'in full' },
    sections: pages[page] ?? [],
    notes: pageLabel(page, pages.length),
    controls: paginationRow(page, pages.length, (target) => ['privacy', 'more', target]),
  }
}

function bySubject(
  entries: readonly PrivacyEntry[],
  linesOf: (entry: PrivacyEntry) => Section['lines'],
): Section[] {
  return [...Map.groupBy(entries, ({ subject }) => subject)].map(([subject, own]) => ({
    heading: headings[subject],
    lines: own.flatMap(linesOf),
  }))
}
