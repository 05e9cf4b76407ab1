// What a name in a question may be; see `PatternGroup` for the letters.
import { eventKinds, tieKinds } from '../data/model/kinds.ts'
import type { Entity } from '../data/model/types.ts'

export const bodyKinds = new Set<string>([...tieKinds, 'organization', 'program', 'status', 'document'])

export function hasRole({ kind }: Entity, role: string): boolean {
  switch (role.charAt(0)) {
    case 'C':
      return kind === 'country'
    case 'B':
      return bodyKinds.has(kind)
    case 'L':
      return kind === 'region'
    case 'E':
      return eventKinds.includes(kind)
    case 'S':
      return kind === 'status'
    case 'P':
      return kind === 'position'
    case 'A':
      return kind === 'country' || bodyKinds.has(kind)
    case 'T':
      return bodyKinds.has(kind) || eventKinds.includes(kind)
    default:
      return true
  }
}
