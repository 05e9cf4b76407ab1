// Where the list of a select menu opens: over the messages below or above its button, so that nothing moves.

export interface MenuPlacement {
  opensUp: boolean
  /** Pixels. */
  maxHeight: number
}

const maxListHeight = 320

/** The side of the button with enough room in the channel, or with more of it. */
export function menuPlacement(button: Element): MenuPlacement {
  const { top, bottom } = button.getBoundingClientRect()
  const channel = button.closest('.channel')?.getBoundingClientRect()
  const margin = 12
  const below = (channel?.bottom ?? window.innerHeight) - bottom - margin
  const above = top - (channel?.top ?? 0) - margin
  const opensUp = below < maxListHeight && above > below
  return { opensUp, maxHeight: Math.max(80, Math.min(maxListHeight, opensUp ? above : below)) }
}
