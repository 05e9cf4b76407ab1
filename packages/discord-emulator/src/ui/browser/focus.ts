// Keeps the focus on a message's components: an edit may redraw, move or remove the one that was pressed.

const controls = '.body :is(button, a, [role="combobox"])'

/** Call it before rendering, and the returned function after. */
export function keepFocus(): () => void {
  const before = document.activeElement
  const messageId = before?.closest('.message')?.id
  if (!before || messageId === undefined || !before.matches(controls)) return () => {}
  const index = controlsOf(messageId).indexOf(before)
  const customId = before.getAttribute('data-custom-id')
  const label = before.textContent
  return () => {
    if (document.activeElement !== document.body) return
    const there = controlsOf(messageId)
    const same =
      there.find((control) => customId !== null && control.getAttribute('data-custom-id') === customId) ??
      there.find((control) => control.textContent === label)
    const next = same ?? there[Math.min(index, there.length - 1)]
    if (next instanceof HTMLElement) next.focus({ preventScroll: true })
  }
}

function controlsOf(messageId: string): Element[] {
  const message = document.getElementById(messageId)
  return [...(message?.querySelectorAll(controls) ?? [])].filter((control) => !control.matches(':disabled'))
}
