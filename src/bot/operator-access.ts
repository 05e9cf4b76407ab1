// Decides who the operators are: the application's owner, its team's admins and developers, and the users in OPERATOR_IDS.
import {
  TeamMemberMembershipState,
  TeamMemberRole,
  type APIApplication,
  type BaseInteraction,
} from 'discord.js'
import type { Logger } from 'pino'
import { UserError } from '../core/user-error.ts'
import type { AuditLog } from '../db/audit-log.ts'

/** How long the operators reported by Discord are cached. */
const cacheMs = 10 * 60_000

export interface OperatorAccess {
  /** Whether the user is a cached operator in an allowed guild; such users have no rate limit. Sends no request. */
  isKnown: (interaction: BaseInteraction) => boolean
  /** Whether the user is an operator in an allowed guild. */
  isAllowed: (interaction: BaseInteraction) => Promise<boolean>
  /** Throws a UserError for everyone else, counts the denial in the audit log, and logs the first per user and hour. */
  assertAllowed: (interaction: BaseInteraction) => Promise<void>
}

export interface OperatorAccessOptions {
  fetchApplication: () => Promise<unknown>
  /** User ids, in addition to those that Discord reports. */
  operatorIds: readonly string[]
  /** The only guild in which they may act; any guild if left out. */
  adminGuildId?: string | undefined
  countDenial: AuditLog['countDenial']
  log: Logger
  now: () => Date
  monotonicMs: () => number
}

/** https://docs.discord.com/developers/topics/teams: a read-only member cannot change the application. */
function operatorIdsOf({ owner, team }: Pick<APIApplication, 'owner' | 'team'>): Set<string> {
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
  /** The operators in Discord's last response. */
  let lastOperatorIds = new Set<string>()
  let cachedOperators: { at: number; ids: Promise<Set<string>> } | undefined

  function fetchOperatorIds(): Promise<Set<string>> {
    const at = monotonicMs()
    if (cachedOperators && at - cachedOperators.at < cacheMs) return cachedOperators.ids
    const ids = fetchApplication().then((application) => operatorIdsOf(application as APIApplication))
    cachedOperators = { at, ids }
    ids.then(
      (fetched) => (lastOperatorIds = fetched),
      // A failed request is not cached.
      () => (cachedOperators = undefined),
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
      (operatorIds.includes(interaction.user.id) || lastOperatorIds.has(interaction.user.id)),
    isAllowed: async (interaction) => isAdminGuild(interaction) && (await isOperator(interaction.user.id)),
    async assertAllowed(interaction) {
      const { id, user, guildId } = interaction
      let allowed: boolean
      try {
        allowed = await isOperator(user.id)
      } catch (error) {
        log.error({ id, err: error }, 'failed to fetch application owners')
        throw new UserError("I couldn't check with Discord who may use /admin.", 'Try again in a minute.')
      }
      if (allowed && isAdminGuild(interaction)) return
      const reason = allowed ? 'not in the server of ADMIN_GUILD_ID' : 'no operator'
      if (await countDenial(user.id, `${reason}, in server ${guildId ?? 'none'}`, now()))
        log.warn({ id, user: user.id, guild: guildId, reason }, 'operator access denied')
      if (!allowed) {
        throw new UserError(
          "Only Entente's operators can use /admin.",
          'They are the owner of the application and the people the owner has chosen.',
        )
      }
      throw new UserError(
        "/admin can't be used in this server.",
        'Use it in the server set by ADMIN_GUILD_ID.',
      )
    },
  }
}
