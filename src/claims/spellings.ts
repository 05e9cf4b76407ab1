// What people write for names and forms of words, each as the one that claims are read in.
import { countryOfCapital } from '../questions/metonyms.ts'

const people: Record<string, string> = {
  French: 'France',
  British: 'the UK',
  Brits: 'the UK',
  Yanks: 'the US',
  Turks: 'Turkey',
  Germans: 'Germany',
  Americans: 'the US',
  Soviets: 'the Soviet Union',
  Russians: 'Russia',
  Chinese: 'China',
  Japanese: 'Japan',
  Poles: 'Poland',
  Swedes: 'Sweden',
  Finns: 'Finland',
  Canadians: 'Canada',
  Aussies: 'Australia',
  Australians: 'Australia',
  Kiwis: 'New Zealand',
  Greeks: 'Greece',
  Spanish: 'Spain',
  Italians: 'Italy',
  Dutch: 'the Netherlands',
  Danes: 'Denmark',
  Norwegians: 'Norway',
  Hungarians: 'Hungary',
  Albanians: 'Albania',
  Armenians: 'Armenia',
  Saudis: 'Saudi Arabia',
  Pakistanis: 'Pakistan',
  Indians: 'India',
  Iraqis: 'Iraq',
  Filipinos: 'the Philippines',
  Thais: 'Thailand',
  Mexicans: 'Mexico',
  Israelis: 'Israel',
  Iranians: 'Iran',
  Portuguese: 'Portugal',
  Uzbeks: 'Uzbekistan',
  Swiss: 'Switzerland',
  Czechs: 'Czechia',
  Koreans: 'South Korea',
  Ukrainians: 'Ukraine',
  Georgians: 'Georgia',
  Venezuelans: 'Venezuela',
  Cubans: 'Cuba',
  Egyptians: 'Egypt',
  Qataris: 'Qatar',
  Colombians: 'Colombia',
  Bulgarians: 'Bulgaria',
  Romanians: 'Romania',
  Croats: 'Croatia',
  Serbs: 'Serbia',
  Austrians: 'Austria',
  Irish: 'Ireland',
  Belgians: 'Belgium',
}
/** Capitals that act stand for governments. */
const capitalPattern = [...countryOfCapital.keys()].join('|')

/** The low comma "‚" separates the names of one list, where no clause ends. */
export const spellings: readonly [RegExp, (word: string) => string][] = [
  [
    /\b(?:the )?baltics\b|\b(?:the )?(?:three )?baltic (?:states|countries|nations|three|republics)\b/gi,
    () => 'Estonia ‚ Latvia ‚ Lithuania',
  ],
  [
    /\b(?:the )?(?:five )?(?:nordics|nordic (?:states|countries|nations))\b/gi,
    () => 'Denmark ‚ Finland ‚ Iceland ‚ Norway ‚ Sweden',
  ],
  [/\b(?:the )?benelux(?: countries| states)?\b/gi, () => 'Belgium ‚ the Netherlands ‚ Luxembourg'],
  [
    /\b(?:the )?(?:head|chief|boss|leader|sec ?gen|sg) of NATO\b|\bNATO['’]?s? (?:chief|boss|head|leader)\b/gi,
    () => 'the NATO Secretary General',
  ],
  [
    new RegExp(
      String.raw`\bthe (${Object.keys(people).join('|')})(?= (?:and|have|are|were|did|do|only|never|joined|left|walked|quit|pulled|withdrew|spend|spent|host|hosted|signed|also|came|got|took|stayed|pay|answered|responded|reacted|replied|countered)\b)`,
      'gi',
    ),
    (word) => people[capitalized(word.replace(/^the /i, ''))] ?? word,
  ],
  [
    /\b(?:runs|heads(?: up)?|is (?:running|heading|in charge of)) NATO\b/g,
    () => 'is the NATO Secretary General',
  ],
  [
    new RegExp(
      String.raw`\bas an? (${Object.keys(people).join('|')}|${Object.keys(people)
        .filter((one) => one.endsWith('s'))
        .map((one) => one.slice(0, -1))
        .join('|')})\b`,
      'gi',
    ),
    (words) => `i am from ${homeOf(words.replace(/^as an? /i, ''))}‚`,
  ],
  [/\bsec(?:retary)?[- ]?gen(?:eral)?\b\.?/gi, () => 'Secretary General'],
  [/\bsupreme (?:allied )?commander(?: (?:for )?europe)?(?: (?:of|at|in) NATO)?\b/gi, () => 'SACEUR'],
  [/(?<=\bby )(?:the )?u\.?s\.? pacific fleet\b/gi, () => 'the US'],
  [/(?<=\b(?:and|between|with) )(?:the )?u\.?s\.? navy\b/gi, () => 'the US'],
  [/\b(?:armed forces|armed services)\b/gi, () => 'military'],
  [/\bAus\b/g, () => 'Australia'],
  [/\bincl(?:\.|\b)/gi, () => 'including'],
  [/(?<=\b(?:US|UK|MDT|treaty|pact)\b.*)\bSCS\b/g, () => 'South China Sea'],
  // "A NATO headquarters" is one of several.
  [/(?<=\b(?:hosts|houses) )the (?=(?:[A-Z]\S+ )+(?:headquarters|HQ)\b)/g, () => 'main '],
  // "Three RIMPACs".
  [/\b[A-Z]{4,}s\b/g, (word) => word.slice(0, -1)],
  [/\bMDT\b/g, () => 'defense treaty'],
  [/(?:^|(?<=\s))#(?=\d{1,2}\b)/g, () => 'number '],
  [/\bbataclan\b/gi, () => 'Paris'],
  // None of them is the United States.
  [/(?<!organi[sz]ation of )\bamerican (?=(?:states?|countries|country|republics?|nations?)\b)/gi, () => ''],
  [/\b(?:latin|south|central) america(?=n?\b)/gi, (word) => word.replace(' ', '')],
  [/\bart\b\.? ?(?=\d)/gi, () => 'article '],
  [/(?<!article )\b42(?:\(7\)|p7)(?!\d)/gi, () => 'article 42.7'],
  [
    /\barticle 42(?:\(7\)|[.]7|p7| \(7\))(?: of the (?:TEU|treaty on european union|lisbon treaty))?/gi,
    () => 'article 42.7',
  ],
  [
    /\b(?:something like |about |around |roughly )?a third of (?=(?:its|their) (?:gdp|economy))/gi,
    () => 'about 33% of ',
  ],
  [
    /\b(?:something like|in the region of|somewhere around|in the neighborhood of)(?= (?:a )?\d)/gi,
    () => 'about',
  ],
  [/(?<=\b(?:is|are) )(?:officially|formally)(?= (?:an? )?(?:major non|MNNA))/gi, () => 'designated'],
  [
    /(?<=\b(?:spends?|spent|has|have|had|hosts?|with|are|were|leaves|makes) )like (?=(?:about )?\d)/gi,
    () => 'about ',
  ],
  // "Putin's CSTO".
  [/(?<=\b(?:in|into|of|from|joined|left|quit) )\p{Lu}\p{Ll}+['’]s (?=\p{Lu}{4,}\b)/gu, () => ''],
  [/(?<=\b(?:with|obliges?|obligates?|requires?) )Washington\b/g, () => 'the US'],
  [
    new RegExp(
      String.raw`(?<=\b(?:treaty|pact|alliance|deal|agreement|one|ties) with )(?:${capitalPattern})\b`,
      'g',
    ),
    (word) => countryOfCapital.get(word) ?? word,
  ],
  [
    new RegExp(
      String.raw`(?<!\b(?:in|at|near|from|of|George) )\b(${capitalPattern})(?= (?:has|must|also|then|never|later|\w+ed|left|quit|froze|withdrew|took|did)\b)`,
      'g',
    ),
    (word) => countryOfCapital.get(word) ?? word,
  ],
]

function homeOf(word: string): string {
  return people[capitalized(word)] ?? people[`${capitalized(word)}s`] ?? word
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
}

/** "isnt", "its", "NATO's in": contractions as people type them. */
export const contractions: readonly [RegExp, string][] = [
  [/\bain['’]?t\b/gi, 'is not'],
  [/\b(is|are|was|were|do|does|did|has|have|had)nt\b/gi, '$1 not'],
  [
    /\b(?:it['’]s|its)(?= (?:in|an?|not|the|part|still|now|been|never|no|just|only|also|already|one|older|newer|younger|based|headquartered|led|hosted|held|between|from|about|\d+|basically|literally|really|actually|technically|neutral(?=\W*$))\b)/gi,
    'it is',
  ],
  [/\bits\b/gi, 'their'],
  [/\b(they|we|you)['’]re\b|\b(theyre)\b/gi, '$1 are'],
  [/\b(it|that|he|she|they|there)['’]d been\b/gi, '$1 had been'],
  [/\bthere['’]?s\b/gi, 'there is'],
  [/(\p{L})['’]s(?= got\b)/giu, '$1 has'],
  [/\b(has|have) got\b(?! (?:in|into|to|out|rid|kicked|thrown)\b)/gi, '$1'],
  [/\b(they|we|i|you)['’]ve\b/gi, '$1 have'],
  [/(\p{L})['’]s(?= (?:in|an?|not|been|still|now|already|never|also|part)\b)/giu, '$1 is'],
  [/\bcannot\b/gi, 'can not'],
  [/\bHQ['’]?d\b/gi, 'headquartered'],
  [/\bin response to\b/gi, 'response to'],
]
