// Who the operators are: the application's owner, its team's admins and developers, and those that OPERATOR_IDS names.
import {
  TeamMemberMembershipState,
  TeamMemberRole,
  type APIApplication,
  type BaseInteraction,
} from 'discord.js'
import type { Logger } from 'pino'
import { UserError } from '../core/user-error.ts'
import type { AuditLog } from '../db/audit-log.ts'

/** Discord is asked no more often than this. */
const cacheMs = 10 * 60_000

export interface OperatorAccess {
  /** Whether someone is known without asking Discord to be an operator who is in the right place; they have no limit. */
  isKnown: (interaction: BaseInteraction) => boolean
  /** Whether someone may use what is for operators only, there where they are. */
  isAllowed: (interaction: BaseInteraction) => Promise<boolean>
  /** Throws a UserError for everyone else, counts it in the audit trail and logs the first of a user and hour. */
  assertAllowed: (interaction: BaseInteraction) => Promise<void>
}

export interface OperatorAccessOptions {
  fetchApplication: () => Promise<unknown>
  /** User ids, beside those that Discord names. */
  operatorIds: readonly string[]
  /** The only server where they may act; any server where it is left out. */
  adminGuildId?: string | undefined
  countDenial: AuditLog['countDenial']
  log: Logger
  now: () => Date
  monotonicMs: () => number
}

/** https://docs.discord.com/developers/topics/teams: a read-only member may change nothing of the application. */
function idsIn({ owner, team }: Pick<APIApplication, 'owner' | 'team'>): Set<string> {
  if (!team) return new Set(owner ? [owner.id] : [])
  const roles: string[] = [TeamMemberRole.Admin, TeamMemberRole.Developer]
  const members = team.members.filter(
    ({ role, membership_state: state }) =>
      state === TeamMemberMembershipState.Accepted && roles.includes(role),
  )
  return new Set([team.owner_user_id, ...members.map(({ user }) => user.id)])
}

export function createOperatorAccess(options: OperatorAccessOptions): OperatorAccess {
  const { fetchApplication, operatorIds, adminGuildId, countDenial, log, now, monotonicMs } = options
  /** As Discord last said. */
  let known = new Set<string>()
  let asked: { at: number; ids: Promise<Set<string>> } | undefined

  function fetchOperatorIds(): Promise<Set<string>> {
    const at = monotonicMs()
    if (asked && at - asked.at < cacheMs) return asked.ids
    const ids = fetchApplication().then((application) => idsIn(application as APIApplication))
    asked = { at, ids }
    ids.then(
      (found) => (known = found),
      // What failed is asked again at once.
      () => (asked = undefined),
    )
    return ids
  }

  async function isOperator(id: string): Promise<boolean> {
    return operatorIds.includes(id) || (await fetchOperatorIds()).has(id)
  }

  const isAdminGuild = ({ guildId }: BaseInteraction) =>
    guildId !== null && (adminGuildId === undefined || guildId === adminGuildId)

  return {
    isKnown: (interaction) =>
      isAdminGuild(interaction) &&
      (operatorIds.includes(interaction.user.id) || known.has(interaction.user.id)),
    isAllowed: async (interaction) => isAdminGuild(interaction) && (await isOperator(interaction.user.id)),
    async assertAllowed(interaction) {
      const { id, user, guildId } = interaction
      let allowed: boolean
      try {
        allowed = await isOperator(user.id)
      } catch (error) {
        log.error({ id, err: error }, 'failed to fetch application owners')
        throw new UserError('I could not ask Discord who may do this.', 'Try again in a minute.')
      }
      if (allowed && isAdminGuild(interaction)) return
      const why = allowed ? 'not in the server of ADMIN_GUILD_ID' : 'no operator'
      if (countDenial(user.id, `${why}, in server ${guildId ?? 'none'}`, now()))
        log.warn({ id, user: user.id, guild: guildId, why }, 'operator access denied')
      if (!allowed) {
        throw new UserError(
          'Only the operators of Entente may do this.',
          'They are the owner of the application and those whom the owner has named.',
        )
      }
      throw new UserError(
        'This is not the server for it.',
        'Use /admin in the server that ADMIN_GUILD_ID names.',
      )
    },
  }
}
