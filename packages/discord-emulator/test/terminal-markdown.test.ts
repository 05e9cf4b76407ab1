// Markdown of messages as text for a terminal.
import { expect, test } from 'vitest'
import { terminalMarkdown } from '../src/terminal-markdown.ts'

test.each([
  ['### NATO · alliance', 'NATO · alliance'],
  ['-# Page 2 of 5', 'Page 2 of 5'],
  ['**Promise** Mutual defense', 'Promise: Mutual defense'],
  ['• **Promise** Mutual defense', '• Promise Mutual defense'],
  ['**Yes.** Canada is a member.', 'Yes. Canada is a member.'],
  ['**What it is**', 'What it is'],
  ['-# ¹ [NATO, 2012](<https://example.org/a_(b)>), 2012', '¹ NATO, 2012, 2012'],
  [String.raw`[\[A title\]](<https://example.org>), 2019`, '[A title], 2019'],
  ['[A title](https://example.org)', 'A title'],
  ['[Titles in brackets] are ours', '[Titles in brackets] are ours'],
  [String.raw`3 \* 4 \_`, '3 * 4 _'],
])('%j without its signs', (markdown, text) => {
  expect(terminalMarkdown(markdown, false)).toBe(text)
})

test.each([
  ['### NATO', '\u001b[1mNATO\u001b[22m'],
  ['-# 2019', '\u001b[2m2019\u001b[22m'],
  ['**Promise** aid', '\u001b[1mPromise\u001b[22m aid'],
  ['[A title](<https://example.org>)', '\u001b]8;;https://example.org\u0007A title\u001b]8;;\u0007'],
])('%j in the styles of a terminal', (markdown, text) => {
  expect(terminalMarkdown(markdown, true)).toBe(text)
})
