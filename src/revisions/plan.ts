// Builds a revision beside the live one, shows what would change, and makes it live only if nothing moved meanwhile.
import { attributes } from '../data/model/attributes.ts'
import { parseDataset, type ParsedDataset } from '../data/build/parse.ts'
import { revisionPath, readContent, readIntactHash, stagedRevisionPath } from '../data/query/revision-file.ts'
import { readDataFiles } from '../data/build/data-files.ts'
import { hashFiles } from '../data/model/data-file.ts'
import type { Problem } from '../data/model/problem.ts'
import { checkDraft } from '../data/build/rules.ts'
import { renameDurably } from '../db/durable-fs.ts'
import { entitiesOf, writeFactsFile } from '../data/build/write-database.ts'
import { openAppDatabase, type AppDatabase } from '../db/app-database.ts'
import { diffRevisions, type RevisionContent, type RevisionDiff } from './diff.ts'
import type { DifferencePage, Plan, BuildResult } from './build-result.ts'
import {
  prepareBuild,
  nextRevisionNumber,
  pruneOldRevisions,
  withBuildLock,
  type BuilderOptions,
} from './publish.ts'

/** The setting that has the SHA-256 of the staged file. */
const stagedFileHash = 'staged file hash'

/** How many changes are shown at once. */
const pageSize = 5

/** As much of a hash as a custom id carries. */
export function shortHash(hash: string): string {
  return hash.slice(0, 16)
}

/** Checks the files and builds them beside the live revision; the pointer stays where it is. */
export function stageRevision(options: BuilderOptions): BuildResult {
  const { dataDirectory, databaseDirectory, onStep = () => undefined } = options
  return withBuildLock(options, (state) => {
    const checked = prepareBuild(readDataFiles(dataDirectory), state, options)
    if ('outcome' in checked) return checked
    const { number: toRevision, hash, live } = checked
    const path = stagedRevisionPath(databaseDirectory, toRevision)
    state.keyValue.set(stagedFileHash, writeFactsFile(databaseDirectory, checked, onStep, path))
    const plan = { fromRevision: live?.number ?? 0, toRevision, hash: shortHash(hash) }
    const difference = pageOfDiff(compareFiles(databaseDirectory, plan.fromRevision, path), 0)
    onStep('compared')
    return { outcome: 'planned', plan, difference }
  })
}

/** What a reseed would change, without building anything, whole and not paged; or every problem of the files. */
export function dryRun({ dataDirectory, databaseDirectory }: BuilderOptions): RevisionDiff | Problem[] {
  const files = readDataFiles(dataDirectory)
  const draft = parseDataset(files)
  const problems = checkDraft(draft)
  if (problems.length > 0) return problems
  const state = openAppDatabase(databaseDirectory)
  try {
    const live = state.live()
    return diffRevisions(readRevision(databaseDirectory, live?.number ?? 0), contentOfDraft(draft))
  } finally {
    state.close()
  }
}

/** One page of the difference of a plan that still holds. */
export function planPage(
  { dataDirectory, databaseDirectory, onStep }: BuilderOptions,
  plan: Plan,
  page: number,
): BuildResult {
  const state = openAppDatabase(databaseDirectory, { timeoutMs: 10_000 })
  try {
    const why = stalenessReason(state, { dataDirectory, databaseDirectory }, plan)
    if (why) return { outcome: 'moved', why }
  } finally {
    state.close()
  }
  const path = stagedRevisionPath(databaseDirectory, plan.toRevision)
  const difference = pageOfDiff(compareFiles(databaseDirectory, plan.fromRevision, path), page)
  onStep?.('compared')
  return { outcome: 'planned', plan, difference }
}

/** Makes a staged revision live, if the live revision and the files are still those of the plan. */
export function publishStaged(options: BuilderOptions, plan: Plan, by: string): BuildResult {
  const { databaseDirectory, onStep = () => undefined } = options
  return withBuildLock(options, (state) => {
    const live = state.live()
    if (live?.number === plan.toRevision && shortHash(live.hash) === plan.hash)
      return { outcome: 'unchanged', revision: live.number }
    const why = stalenessReason(state, options, plan)
    if (why) return { outcome: 'moved', why }
    onStep('checked')
    const [from, to] = [stagedRevisionPath, revisionPath].map((path) =>
      path(databaseDirectory, plan.toRevision),
    )
    const { articles, entities, facts } = readContent(from ?? '')
    const counts = { articles: articles.length, entities: entities.length, facts: facts.length }
    const fileHash = state.keyValue.get(stagedFileHash) ?? ''
    const hash = readIntactHash(from ?? '', fileHash) ?? ''
    renameDurably(from ?? '', to ?? '')
    onStep('named')
    const record = {
      number: plan.toRevision,
      hash,
      fileHash,
      builtAt: new Date().toISOString(),
      builtFrom: 'files',
    }
    state.publish({ ...record, builtBy: by, ...counts })
    onStep('published')
    pruneOldRevisions(databaseDirectory)
    onStep('pruned')
    return { outcome: 'applied', revision: plan.toRevision, before: plan.fromRevision, counts }
  })
}

/** Why a plan no longer holds, or undefined. */
function stalenessReason(
  state: AppDatabase,
  { dataDirectory, databaseDirectory }: BuilderOptions,
  plan: Plan,
): string | undefined {
  const live = state.live()?.number ?? 0
  if (live !== plan.fromRevision) return `revision ${live} has become live since`
  const hash = hashFiles(readDataFiles(dataDirectory), attributes)
  if (shortHash(hash) !== plan.hash) return 'the files have changed since'
  const staged = readIntactHash(
    stagedRevisionPath(databaseDirectory, plan.toRevision),
    state.keyValue.get(stagedFileHash) ?? '',
  )
  const isNext = plan.toRevision === nextRevisionNumber(state, databaseDirectory)
  return staged === hash && isNext ? undefined : 'what was built for it is no longer there'
}

export function compareFiles(directory: string, fromRevision: number, path: string): RevisionDiff {
  return diffRevisions(readRevision(directory, fromRevision), readContent(path))
}

/** What a revision says; nothing where there is none or its file is lost. */
function readRevision(directory: string, number: number): RevisionContent {
  try {
    return readContent(revisionPath(directory, number))
  } catch {
    return { articles: [], entities: [], facts: [] }
  }
}

function contentOfDraft(draft: ParsedDataset): RevisionContent {
  return {
    articles: [...draft.articles.values()],
    entities: entitiesOf(draft),
    facts: draft.facts.map(({ item }) => item),
  }
}

/** The page nearest to the one asked for. */
export function pageOfDiff({ changes, ...rest }: RevisionDiff, page: number): DifferencePage {
  const pages = Math.max(1, Math.ceil(changes.length / pageSize))
  const shown = Math.min(Math.max(0, page), pages - 1)
  const first = shown * pageSize
  return { ...rest, changes: changes.slice(first, first + pageSize), page: shown, pages }
}
