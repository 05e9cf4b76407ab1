// Where the channel stands: at its end as it grows, and at the beginning of an answer that is higher than the screen.
import type { State } from './state.ts'

/** How near its end a channel counts as read to the end, in pixels. */
const nearEnd = 80

/** How long after an act its answer is brought into sight, in milliseconds. */
const mindsFor = 1500

/** Scrolls for what is new; call it before the state is shown, and what it returns after. */
export function createScrolling(): (state: State) => () => void {
  let actedAt = -Infinity
  let newestMessage = 0n
  let newestAttempt = 0
  let activeId: string | undefined

  return ({ attempts, busy, messages }) => {
    const channel = document.querySelector('.channel')
    const wasAtEnd = !channel || channel.scrollHeight - channel.scrollTop - channel.clientHeight < nearEnd
    if (attempts.length > 0 || busy.size > 0) actedAt = performance.now()
    const message = BigInt(messages.at(-1)?.message.id ?? 0)
    const attempt = attempts.at(-1)?.id ?? 0
    const hasMessage = message > newestMessage
    const hasAttempt = attempt > newestAttempt
    if (hasMessage) newestMessage = message
    if (hasAttempt) newestAttempt = attempt
    const mayScroll = wasAtEnd || performance.now() - actedAt < mindsFor

    return () => {
      if (hasMessage && mayScroll) begin('.message:not(.attempt)')
      else if (hasAttempt) begin('.attempt')
      else if (wasAtEnd && channel) channel.scrollTop = channel.scrollHeight
      const active = document.querySelector('.item.active')
      if (active?.id !== activeId) active?.scrollIntoView({ block: 'nearest' })
      activeId = active?.id
    }
  }
}

/** Scrolls to the end, or to the beginning of the last of these where that is higher than the channel. */
function begin(selector: string): void {
  const channel = document.querySelector('.channel')
  const last = [...document.querySelectorAll<HTMLElement>(selector)].at(-1)
  if (!channel || !last) return
  const end = channel.scrollHeight - channel.clientHeight
  channel.scrollTop = Math.min(end, last.offsetTop - 8)
}
