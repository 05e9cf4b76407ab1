// The problems that keep the data files from being applied, each as file:line, page by page.
import type { Card } from '../../core/card.ts'
import type { InvalidData } from '../../revisions/build-result.ts'
import { truncate } from '../shared/discord-limits.ts'
import { formatProblem } from '../../data/model/problem.ts'
import type { RevisionOperation } from '../../revisions/revision-service.ts'
import { capitalize, escapeText } from '../shared/format.ts'
import { pageLabel, pageOf, paginationRow } from '../shared/pagination.ts'
import { adminColor } from './admin-color.ts'

const problemsPerPage = 8
/** Eight problems of this length fit into a message. */
const maxProblemLength = 440

/**
 * A page of the listed problems; turning it checks the files again. What was uploaded is gone by then, so a list of
 * problems is attached instead.
 */
export function problemsCard(
  operation: RevisionOperation,
  { problems, total }: InvalidData,
  requestedPage: number,
): Card {
  const { items, page, count } = pageOf(problems, requestedPage, problemsPerPage)
  const counted = total === 1 ? 'one problem' : `${total} problems`
  const unlisted = total - problems.length
  const isUpload = operation !== 'reseed'
  return {
    color: adminColor,
    heading: { text: capitalize(operation), kind: 'not possible' },
    verdict: {
      text: `The files have ${counted}, so there is nothing to apply. The live facts are unchanged.`,
    },
    sections: [
      {
        lines: items.map(({ file, line, message, fix }) => {
          const label = truncate(escapeText(`${file}:${line}`), maxProblemLength / 2)
          const text = truncate(escapeText(`${message}: ${fix}`), maxProblemLength - label.length)
          return { label, text }
        }),
      },
    ],
    notes: [
      ...(unlisted > 0 && (isUpload || page === count - 1)
        ? [`${unlisted} more: fix these first, or list them all with \`npm run validate:data\` in a shell.`]
        : []),
      ...(isUpload ? [] : pageLabel(page, count)),
    ],
    ...(isUpload && count > 1
      ? {
          files: [
            {
              name: 'problems.txt',
              content: problems.map((problem) => `${formatProblem(problem)}\n`).join(''),
            },
          ],
        }
      : {}),
    controls: isUpload ? [] : paginationRow(page, count, (target) => ['admin', 'problems', target]),
  }
}
