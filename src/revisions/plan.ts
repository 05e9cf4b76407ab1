// Builds a revision beside the live one, shows what would change, and makes it live only if nothing moved meanwhile.
import { attributes } from '../data/model/attributes.ts'
import { readDraft, type Draft } from '../data/build/parse.ts'
import { factsPath, readContent, readIntactHash, stagedPath } from '../data/query/revision-file.ts'
import { hashFiles, readDataFiles } from '../data/build/data-files.ts'
import type { Problem } from '../data/build/problem.ts'
import { checkDraft } from '../data/build/rules.ts'
import { moveFile } from '../db/durable-fs.ts'
import { entitiesOf, writeFactsFile } from '../data/build/write-database.ts'
import { openState, type State } from '../db/app-database.ts'
import { compareContents, type Content, type Difference } from './diff.ts'
import type { DifferencePage, Plan, SeedOutcome } from './build-result.ts'
import { checkForBuilding, nextNumber, prune, underLock, type BuilderOptions } from './publish.ts'

/** The setting that has the SHA-256 of the staged file. */
const stagedFileHash = 'staged file hash'

/** How many changes are shown at once. */
const pageSize = 5

/** As much of a hash as a custom id carries. */
export function shortHash(hash: string): string {
  return hash.slice(0, 16)
}

/** Checks the files and builds them beside the live revision; the pointer stays where it is. */
export function stage(options: BuilderOptions): SeedOutcome {
  const { dataDirectory, databaseDirectory, onStep = () => undefined } = options
  return underLock(options, (state) => {
    const checked = checkForBuilding(readDataFiles(dataDirectory), state, options)
    if ('outcome' in checked) return checked
    const { number: target, hash, live } = checked
    const path = stagedPath(databaseDirectory, target)
    state.setting.set(stagedFileHash, writeFactsFile(databaseDirectory, checked, onStep, path))
    const plan = { base: live?.number ?? 0, target, hash: shortHash(hash) }
    const difference = pageOf(compareFiles(databaseDirectory, plan.base, path), 0)
    onStep('compared')
    return { outcome: 'planned', plan, difference }
  })
}

/** What a reseed would change, without building anything, whole and not paged; or every problem of the files. */
export function dryRun({ dataDirectory, databaseDirectory }: BuilderOptions): Difference | Problem[] {
  const files = readDataFiles(dataDirectory)
  const draft = readDraft(files)
  const problems = checkDraft(draft)
  if (problems.length > 0) return problems
  const state = openState(databaseDirectory)
  try {
    const live = state.live()
    return compareContents(contentOf(databaseDirectory, live?.number ?? 0), contentOfDraft(draft))
  } finally {
    state.close()
  }
}

/** One page of the difference of a plan that still holds. */
export function showPlan(
  { dataDirectory, databaseDirectory, onStep }: BuilderOptions,
  plan: Plan,
  page: number,
): SeedOutcome {
  const state = openState(databaseDirectory, { timeoutMs: 10_000 })
  try {
    const why = whyMoved(state, { dataDirectory, databaseDirectory }, plan)
    if (why) return { outcome: 'moved', why }
  } finally {
    state.close()
  }
  const path = stagedPath(databaseDirectory, plan.target)
  const difference = pageOf(compareFiles(databaseDirectory, plan.base, path), page)
  onStep?.('compared')
  return { outcome: 'planned', plan, difference }
}

/** Makes a staged revision live, if the live revision and the files are still those of the plan. */
export function applyPlan(options: BuilderOptions, plan: Plan, by: string): SeedOutcome {
  const { databaseDirectory, onStep = () => undefined } = options
  return underLock(options, (state) => {
    const live = state.live()
    if (live?.number === plan.target && shortHash(live.hash) === plan.hash)
      return { outcome: 'unchanged', revision: live.number }
    const why = whyMoved(state, options, plan)
    if (why) return { outcome: 'moved', why }
    onStep('checked')
    const [from, to] = [stagedPath, factsPath].map((path) => path(databaseDirectory, plan.target))
    const { articles, entities, facts } = readContent(from ?? '')
    const counts = { articles: articles.length, entities: entities.length, facts: facts.length }
    const fileHash = state.setting.get(stagedFileHash) ?? ''
    const hash = readIntactHash(from ?? '', fileHash) ?? ''
    moveFile(from ?? '', to ?? '')
    onStep('named')
    const record = {
      number: plan.target,
      hash,
      fileHash,
      builtAt: new Date().toISOString(),
      builtFrom: 'files',
    }
    state.publish({ ...record, builtBy: by, ...counts })
    onStep('published')
    prune(databaseDirectory)
    onStep('pruned')
    return { outcome: 'applied', revision: plan.target, before: plan.base, counts }
  })
}

/** Why a plan no longer holds, or undefined. */
function whyMoved(
  state: State,
  { dataDirectory, databaseDirectory }: BuilderOptions,
  plan: Plan,
): string | undefined {
  const live = state.live()?.number ?? 0
  if (live !== plan.base) return `revision ${live} has become live since`
  const hash = hashFiles(readDataFiles(dataDirectory), attributes)
  if (shortHash(hash) !== plan.hash) return 'the files have changed since'
  const staged = readIntactHash(
    stagedPath(databaseDirectory, plan.target),
    state.setting.get(stagedFileHash) ?? '',
  )
  const isNext = plan.target === nextNumber(state, databaseDirectory)
  return staged === hash && isNext ? undefined : 'what was built for it is no longer there'
}

export function compareFiles(directory: string, base: number, path: string): Difference {
  return compareContents(contentOf(directory, base), readContent(path))
}

/** What a revision says; nothing where there is none or its file is lost. */
function contentOf(directory: string, number: number): Content {
  try {
    return readContent(factsPath(directory, number))
  } catch {
    return { articles: [], entities: [], facts: [] }
  }
}

function contentOfDraft(draft: Draft): Content {
  return {
    articles: [...draft.articles.values()],
    entities: entitiesOf(draft),
    facts: draft.facts.map(({ item }) => item),
  }
}

/** The page nearest to the one asked for. */
export function pageOf({ changes, ...rest }: Difference, page: number): DifferencePage {
  const pages = Math.max(1, Math.ceil(changes.length / pageSize))
  const shown = Math.min(Math.max(0, page), pages - 1)
  const first = shown * pageSize
  return { ...rest, changes: changes.slice(first, first + pageSize), page: shown, pages }
}
