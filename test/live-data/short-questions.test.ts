// Short questions, in any order of words: read as the plain question that they stand for, or refused.
import { expect, test } from 'vitest'
import { readCompound } from '../../src/questions/compound-question.ts'
import { openRealFacts } from '../fixtures/sample-data.ts'

const facts = openRealFacts()
const read = (text: string) => readCompound(text, facts, '2026-11-29')

test.each([
  // A country and a body.
  ['finland nato date', 'When did Finland join NATO?'],
  ['indonesia brics when??', 'When did Indonesia join BRICS?'],
  ['Spanish membership of NATO dates from what year?', 'When did Spain join NATO?'],
  ['five eyes - canada since?', 'Since when is Canada in Five Eyes?'],
  ['mexico TIAR over since when', 'When did Mexico leave the Rio Treaty?'],
  ['is qatar one of those MNNA countries', 'Is Qatar a major non-NATO ally?'],
  ['Turkey, was it a founder of CENTO', 'Was Turkey a founding member of CENTO?'],
  // Several of them.
  ['egypt ethiopia iran joined brics when', 'When did Egypt, Ethiopia and Iran join BRICS?'],
  [
    'Liechtenstein, monaco, andorra: any of them in NATO?',
    'Which of Liechtenstein, Monaco and Andorra are in NATO?',
  ],
  // A body.
  ['mnna newest one', 'Which country is the newest major non-NATO ally?'],
  ['the csto has what observers', 'Which countries are observers of the CSTO?'],
  ['seato last day', 'When did SEATO end?'],
  ['OAS home city?', 'Where is the headquarters of the OAS?'],
  ['CSTO, the letters = ?', 'What does CSTO stand for?'],
  ['SACEUR rn?', 'Who is SACEUR?'],
  ['PfP — alliance or no', 'Is the Partnership for Peace an alliance?'],
  ['UKUSA agreement from which year please', 'When was the UKUSA Agreement signed?'],
  // An exercise.
  ['talisman sabre first edition', 'When was Talisman Sabre first held?'],
  ['Red Flag, in which country is it held', 'Where is Red Flag held?'],
  // Two bodies, two countries.
  ['quad + aukus both: which countries', 'Which countries are in both the Quad and AUKUS?'],
  ['eu but not nato: full list', 'Which members of the European Union are not in NATO?'],
  [
    'csto minus SCO, who is left?',
    'Which members of the CSTO are not in the Shanghai Cooperation Organisation?',
  ],
  ['does canada hafta defend latvia', 'Must Canada defend Latvia?'],
])('%s', (text, plain) => {
  const { type, question } = { question: undefined, ...read(text) }
  expect(type).toBe('question')
  const { form, entities } = { form: '', entities: [], ...(question ?? {}) }
  expect(read(plain)).toMatchObject({ type: 'question', question: { form, entities } })
})

test.each([
  // What is to come is not known.
  'ukraine nato when will that be',
  // Two things are asked.
  'nato members when and eu members when',
  // A troop count of the United States is no army of the country.
  'how many soldiers has Turkey',
  // A statement asks nothing.
  'Finland applied to join NATO',
  // Names in a row are a list; others are not.
  'is kenya a major non-nato ally of france',
  'nato without a xorbo who',
])('%s is refused', (text) => {
  expect(read(text).type).toBe('unread')
})
