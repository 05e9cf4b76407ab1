// The scroll position: at the end of the channel as it grows, or at the start of a response taller than the screen.
import type { State } from './state.ts'

/** How close to its end a channel counts as scrolled to the end, in pixels. */
const endTolerance = 80

/** How long after an action its response is scrolled into view, in milliseconds. */
const scrollWindowMs = 1500

/** Scrolls to new messages; call it before rendering, and the returned function after. */
export function createScrolling(): (state: State) => () => void {
  let actedAt = -Infinity
  let newestMessage = 0n
  let newestAttempt = 0
  let activeId: string | undefined

  return ({ pendingCommands, busyComponents, messages }) => {
    const channel = document.querySelector('.channel')
    const wasAtEnd =
      !channel || channel.scrollHeight - channel.scrollTop - channel.clientHeight < endTolerance
    if (pendingCommands.length > 0 || busyComponents.size > 0) actedAt = performance.now()
    const message = BigInt(messages.at(-1)?.message.id ?? 0)
    const attempt = pendingCommands.at(-1)?.id ?? 0
    const hasMessage = message > newestMessage
    const hasAttempt = attempt > newestAttempt
    if (hasMessage) newestMessage = message
    if (hasAttempt) newestAttempt = attempt
    const mayScroll = wasAtEnd || performance.now() - actedAt < scrollWindowMs

    return () => {
      if (hasMessage && mayScroll) scrollToStart('.message:not(.pending)')
      else if (hasAttempt) scrollToStart('.pending')
      else if (wasAtEnd && channel) channel.scrollTop = channel.scrollHeight
      const active = document.querySelector('.item.active')
      if (active?.id !== activeId) active?.scrollIntoView({ block: 'nearest' })
      activeId = active?.id
    }
  }
}

/** Scrolls to the end, or to the start of the last match where it is taller than the channel. */
function scrollToStart(selector: string): void {
  const channel = document.querySelector('.channel')
  const last = [...document.querySelectorAll<HTMLElement>(selector)].at(-1)
  if (!channel || !last) return
  const end = channel.scrollHeight - channel.clientHeight
  channel.scrollTop = Math.min(end, last.offsetTop - 8)
}
