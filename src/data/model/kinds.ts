// What several things of one kind are called, and which kinds are ties and which are events.
import type { Entity } from './types.ts'

export const tieKinds: readonly Entity['kind'][] = [
  ...(['alliance', 'treaty', 'partnership', 'coalition', 'dialogue', 'tie'] as const),
]

export const eventKinds: readonly Entity['kind'][] = ['exercise', 'operation', 'mission']

export const kindNames: Record<Entity['kind'], string> = {
  alliance: 'Alliances',
  treaty: 'Treaties',
  partnership: 'Partnerships',
  coalition: 'Coalitions',
  dialogue: 'Dialogues',
  tie: 'Bilateral ties',
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
  sale: 'Arms sales',
  ship: 'Ships',
  concept: 'Ideas',
  war: 'Wars',
}
