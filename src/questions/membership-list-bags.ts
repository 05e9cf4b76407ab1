// Questions about who is in what, in any order of words; tried last, because others need these words too.
import { people, listing } from './bag-words.ts'
import type { Bag } from './bags.ts'

export const membershipListBags: readonly Bag[] = [
  {
    form: 'is-in',
    names: 'C E',
    requires: [/\b(in|part|at|join|joined|participated?|involved|attend(ed)?|go|goes|went|invited)\b/],
    allows:
      'take takes took taken taking part join joined participate participated participating involved attend attended ever times many',
    isDated: true,
  },
  {
    form: 'is-in',
    names: 'C B',
    requires: [
      /\b(in|member|members|part|join|joined|belong|belongs|party|participate|participates)\b/,
      /^(?:is|are|does|do|@\d)\b/,
    ],
    allows: `${people} part belong belongs inside yet already joined now status and full official officially considered counted formal
      as party bloc alliance currently participate participates`,
    isDated: true,
  },
  {
    form: 'ever-in',
    names: 'C S',
    requires: [/\b(ever|was|were|once|used to)\b/],
    allows: `${people} ever once used a status have had`,
  },
  {
    form: 'is-in',
    names: 'C B',
    requires: [/\b(status|role|relationship|relations?|stand|stands)\b/],
    allows: `${people} status role candidate applicant observer partner relationship relation relations stand stands now regarding toward towards formal official`,
  },
  {
    form: 'ever-in',
    names: 'C B',
    requires: [
      /\b(in|member|members|part|join|joined|become|became|sign|signed|belong)\b/,
      /\b(did|was|were|has|have|ever|former)\b/,
      // Not of the states that came after one.
      /^(?!.*\b(?:any|which|states|countries|nations)\b)/,
    ],
    allows: `${people} part belong ever join joined become became sign signed once former treaty use used always entire whole throughout full official`,
  },
  {
    form: 'who-in',
    names: 'S',
    requires: [
      listing,
      /^(?!(?:what|how) do(?:es)? .*\b(?:get|give|become)\b)(?!.*\b(?:got|became|joined|received|gained|designated|lost)\b)/,
    ],
    allows: `${people} list name names all every each status`,
    isDated: true,
  },
  {
    form: 'who-in',
    names: 'T',
    // Who left is not in it; its name is no list.
    requires: [listing, /^(?!.*\b(?:left (?!in\b)|name of\b|(?:real|full|official|proper|formal) name\b))/],
    allows: `${people} list name names all every each participants participating participated take takes took taking part participates joins attends belong belonged belongs make
      makes made included include includes attend attended back then every signed left two three four five six seven eight nine ten existed exists again full current bloc group alliance club everybody everyone give show
      provide signatories signatory complete consists consist composed comprise comprises comprised`,
    isDated: true,
  },
]
