// The files that operators have imported, page by page, with a menu to remove some; and the export of everything.
import { escapeMarkdown } from 'discord.js'
import { textCard, type Card } from '../../core/card.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import type { BuildFailure } from '../../revisions/build-result.ts'
import type { ExportedRevision } from '../../revisions/export.ts'
import type { ImportedFile } from '../../revisions/imported-folder.ts'
import { pluralize } from '../shared/format.ts'
import { pageLabel, pageOf, paginationRow } from '../shared/pagination.ts'
import { articleTitle } from '../shared/sources.ts'
import { adminColor } from './admin-color.ts'

const filesPerPage = 10

export function importedFilesCard(
  files: readonly ImportedFile[],
  facts: FactSnapshot,
  requestedPage: number,
): Card {
  if (files.length === 0)
    return textCard('No articles have been imported. /admin import adds one from a .yaml file.')
  const { items, page, count } = pageOf(files, requestedPage, filesPerPage)
  const titleOf = ({ name }: ImportedFile) => {
    const article = facts.articles().find(({ id, shelf }) => shelf === 'imported' && `${id}.yaml` === name)
    return article ? articleTitle(article) : 'a dossier'
  }
  return {
    color: adminColor,
    heading: { text: 'Imported articles' },
    verdict: {
      text: `${pluralize(files.length, 'file')} imported. To remove some, choose them below: you see what that would change first.`,
    },
    sections: [
      {
        lines: items.map((file) => ({
          label: escapeMarkdown(file.name),
          text: `${titleOf(file)} · ${Math.ceil(file.size / 1024)} KiB`,
        })),
      },
    ],
    notes: pageLabel(page, count),
    controls: [
      {
        type: 'menu',
        placeholder: 'Remove…',
        opens: ['imported-articles', 'remove'],
        options: items.map(({ name }) => ({ label: name, value: name })),
        isMultiple: true,
      },
      ...paginationRow(page, count, (target) => ['imported-articles', 'show', target]),
    ],
  }
}

export function failureCard({ reason, fix }: BuildFailure, action: string): Card {
  return textCard(`${action}, since ${escapeMarkdown(reason)}: ${fix}.`)
}

export function exportCard({ revision, hash, zip }: ExportedRevision): Card {
  return {
    ...textCard(
      `These are the files of revision ${revision}, content hash \`${hash.slice(0, 16)}\`. /admin import reads them back.`,
    ),
    files: [{ name: `entente-${revision}.zip`, content: zip }],
  }
}
