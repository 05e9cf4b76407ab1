// How the names of countries are used in sentences.

const withArticle =
  /^(United |Soviet |Philippines$|Bahamas$|Gambia$|Maldives$|Netherlands$|Comoros$|Isle of |Republic |Democratic Republic )|( Islands| Republic| Territories| Territory)$/

/** Whether a sentence has "the" before the name of a country: "the Netherlands". */
export function takesArticle(name: string): boolean {
  return withArticle.test(name)
}

/** "the Philippines". */
export function nameInStatement(name: string): string {
  return takesArticle(name) ? `the ${name}` : name
}
