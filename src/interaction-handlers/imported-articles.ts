// The pages of the imported articles, and the menu that plans the removal of some.
import type { OperatorContext } from '../bot/operator-context.ts'
import { failureCard, importedFilesCard } from '../cards/admin/imported-files-card.ts'
import { revisionResultCard } from '../cards/admin/revision-result-card.ts'
import type { OperatorHandler } from '../core/interaction-handler.ts'
import { UserError } from '../core/user-error.ts'
import { importedName } from '../data/model/data-file.ts'

export default {
  name: 'imported-articles',
  operatorsOnly: true,
  defer: 'at once',
  async onComponent({ args: [verb, page], values }, { revisions, facts, user }) {
    if (verb === 'remove' && values.length > 0 && values.every((name) => importedName.test(name))) {
      const card = revisionResultCard('removal', await revisions.planRemoval(values, user.id))
      return { type: 'update', card }
    }
    if (verb !== 'show')
      throw new UserError("That choice isn't valid.", 'Type /admin articles to start over.')
    const files = await revisions.listImported()
    const card = Array.isArray(files)
      ? importedFilesCard(files, facts, Number(page))
      : failureCard(files, 'The imported articles cannot be listed')
    return { type: 'update', card }
  },
} satisfies OperatorHandler<OperatorContext>
