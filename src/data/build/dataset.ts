// The parsed data files: articles, entities and facts, each with its file and line.
import type { Article, Entity, Fact, Section } from '../model/types.ts'
import type { Problem } from '../model/problem.ts'
import type { Located } from './parse-fact.ts'

/** What a file of the reference shelf says about itself. */
export interface Dossier {
  id: string
  subject: string
  /** `cited`, or why no official text is. */
  officialText: string
  /** Ids of its publications. */
  publications: string[]
  /** Some may be from publications of other dossiers, and some no second source confirms. */
  facts: { id: string; hasOneWitness: boolean }[]
  gaps: string[]
}

export interface ParsedDataset {
  articles: Map<string, Article>
  sections: Located<Section & { article: string }>[]
  entities: Located<Entity>[]
  facts: Located<Fact>[]
  publications: Located<Article>[]
  dossiers: Dossier[]
  /** Hashes of the articles' passages, by article. */
  passages: Map<string, string>
  problems: Problem[]
}
