// What commands and handlers for operators get besides the context of all others.
import type { CommandContext } from '../core/context.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { AppDatabase } from '../db/app-database.ts'
import type { HealthStatus } from '../monitoring/health-monitor.ts'
import type { AttachmentDownload } from './attachment-download.ts'
import type { RevisionService } from '../revisions/revision-service.ts'

export interface OperatorServices {
  revisions: RevisionService
  readHealth: () => Promise<HealthStatus>
  db: AppDatabase
  /** Rejects with a UserError for a file that cannot be loaded or must not be. */
  downloadAttachment: AttachmentDownload
  /** The facts that are live now; `facts` stays all of the revision that was live when the interaction came. */
  liveFacts: () => FactSnapshot
}

export interface OperatorContext extends CommandContext, OperatorServices {}
