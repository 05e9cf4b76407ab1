// What things of a kind are called, and which kinds are relationships and which are events.
import { kinds, type Kind } from './attributes.ts'

export const tieKinds: readonly Kind[] = [
  ...(['alliance', 'treaty', 'partnership', 'coalition', 'dialogue', 'tie', 'status'] as const),
]

export const eventKinds: readonly Kind[] = ['exercise', 'operation', 'mission']

/** What several things of a kind are called. */
export const kindNames: Record<Kind, string> = {
  alliance: 'Alliances',
  treaty: 'Treaties',
  partnership: 'Partnerships',
  coalition: 'Coalitions',
  dialogue: 'Dialogues',
  tie: 'Bilateral relationships',
  program: 'Programs',
  exercise: 'Exercises',
  operation: 'Operations',
  mission: 'Missions',
  country: 'Countries',
  region: 'Regions',
  organization: 'Organizations',
  agency: 'Agencies',
  command: 'Military commands',
  position: 'Positions',
  person: 'People',
  document: 'Documents',
  status: 'Legal statuses',
  sale: 'Arms sales',
  ship: 'Ships',
  concept: 'Ideas',
  war: 'Wars',
}

/** What one thing of the entity's kind is called: "military command". */
export function kindLabel({ kind }: { kind: Kind }): string {
  return kinds[kind]
}
