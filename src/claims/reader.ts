// What a message is read with: what its names may mean, and what was spoken of before.
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { Claim } from './claim.ts'

/** What pronouns in the next sentence stand for. */
export interface ClaimContext {
  subjects: readonly Entity[]
  body: Entity | undefined
  /** The one body in words that were not read, which "it" may be. */
  mentioned?: Entity | undefined
  /** Whether something else was spoken of, which a pronoun may be. */
  isElsewhere?: boolean
  /** Whether it is of a clause before in the same sentence. */
  isWithin?: true
  /** Whether what it is about was guessed. */
  isGuess?: true
  /** The words of the last clause after its subject. */
  predicate: string
  /** The year that was spoken of last. */
  year?: string | undefined
  /** What it began with, if that was "article 5". */
  article?: string | undefined
}

export interface ReadSentence {
  claims: Claim[]
  context: ClaimContext
}

export interface Reader {
  /** What each name may mean. */
  names: Entity[][]
  facts: FactSnapshot
  /** As yyyy-mm-dd. */
  today: string
  /** The one body that the whole message names. */
  topic?: Entity | undefined
  /** Whether the message names another body than NATO and the EU, of whose treaty an article may be. */
  hasOtherBodies?: boolean
  /** "The treaty" of the two countries that the message names. */
  treaty?: Entity | undefined
  /** The two that the sentence before named: "the former". */
  two?: readonly Entity[]
  /** The two bodies of the message so far: "in both". */
  both?: readonly Entity[]
  /** The countries that each sentence before named together, the last first: "all three". */
  groups?: readonly (readonly Entity[])[]
  /** Where the writer is from: "we". */
  home?: Entity | undefined
  /** How many more parts and clauses are tried in the message, as reading takes time. */
  budget?: { tries: number }
  /** What was read before in the message, by the words with their names; the same part is tried in several ways. */
  known: Map<string, ReadSentence | undefined>
}
