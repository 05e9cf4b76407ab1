// The application as Discord's JSON object, with its owner or team.
import { botUser, toApiUser } from './to-api.ts'
import type { EmulatorContext } from './context.ts'
import { userById } from './world.ts'

/** https://discord.com/developers/docs/resources/application#application-object */
export function toApiApplication({ world, endpoint }: Pick<EmulatorContext, 'world' | 'endpoint'>) {
  const { application } = world
  const owner = userById(world, application.ownerId)
  const { team } = application
  return {
    id: application.id,
    name: application.name,
    icon: null,
    description: '',
    summary: '',
    type: null,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: endpoint.publicKey,
    flags: 0,
    hook: true,
    bot: botUser(application),
    owner: team
      ? { ...botUser(application), id: team.id, username: `team${team.id}`, bot: false }
      : owner && toApiUser(owner),
    team: team && {
      id: team.id,
      name: team.name,
      icon: null,
      owner_user_id: team.ownerId,
      members: team.memberIds.map((id) => {
        const user = userById(world, id)
        return {
          team_id: team.id,
          membership_state: 2,
          role: team.readOnlyIds?.includes(id) ? 'read_only' : 'admin',
          permissions: ['*'],
          user: user && toApiUser(user),
        }
      }),
    },
    integration_types_config: Object.fromEntries(
      application.integrationTypes.map((type) => [String(type), {}]),
    ),
    approximate_guild_count: Object.values(world.guilds).filter(({ installed }) => installed).length,
    approximate_user_install_count: Object.values(world.users).filter(({ installed }) => installed).length,
    redirect_uris: [],
    interactions_endpoint_url: endpoint.url(),
    role_connections_verification_url: null,
    tags: [],
  }
}
