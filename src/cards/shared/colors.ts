// The accent color of each kind of card, visible on dark and light backgrounds.
import type { Entity } from '../../data/model/types.ts'

const formal = 0x3b82c4
const loose = 0x2f9e7a
const event = 0xbd7527

const byKind: Partial<Record<Entity['kind'], number>> = {
  alliance: formal,
  treaty: formal,
  partnership: loose,
  coalition: loose,
  dialogue: loose,
  tie: loose,
  program: loose,
  exercise: event,
  operation: event,
  mission: event,
}

/** For what is neither a tie nor an event, and for ties that the articles classify differently. */
export const neutralColor = 0x7a7f8c

export const compareColor = 0x7a6fb0

/** Not red, since a difference between articles is not an error. */
export const disputeColor = 0xa2679b

/** Blue for ties sealed by treaty, green for looser ones, orange for events. */
export function colorForKind(kind: Entity['kind']): number {
  return byKind[kind] ?? neutralColor
}
