// Questions about things, promises and numbers in any order of words.
import { people, bound } from './bag-words.ts'
import type { Bag } from './bags.ts'

export const thingBags: readonly Bag[] = [
  {
    form: 'founded',
    names: 'C C2',
    requires: [
      /\b(treaty|pact|alliance|agreement)\b/,
      /\b(when|year|date|since)\b/,
      /\b(signed|sign|made|began|founded|date|force)\b|^(?:when|what year|which year)\b/,
    ],
    allows:
      'treaty pact alliance agreement mutual defense defence between with and signed sign made began founded date since force',
  },
  {
    form: 'founded',
    names: 'E',
    requires: [/\b(when|year|date)\b/, /\b(?:first|since)\b/],
    allows: 'first since ever held exercise drill edition take takes took place date',
  },
  {
    form: 'founded',
    names: 'X',
    requires: [
      /\b(founded|founding|created|creation|established|formed|made|started|signed|signing|begin|began|begun|start|launched|old|first held|set up|come into existence|around|exist|existed|running|going|treaty|pact|alliance|agreement)\b/,
      /\b(when|year|date|old|since|how long)\b/,
    ],
    allows:
      'how long running going mutual security treaty founded founding created creation established formed made started set set-up signed signing begin began begun start launched old date since treaty first held exercise pact agreement alliance mutual defense defence originally back exactly come existence actually ever been exist existed around group bloc organization officially',
  },
  {
    form: 'ended',
    names: 'T',
    requires: [
      // What is to come is no fact.
      /^(?!how (?:do|does|can|could|would)\b)(?!.*\b(?:going to|will|about to|soon)\b)/,
      /\b(end|ended|ends|dissolved?|dissolve|disbanded|die|died|over|collapse|collapsed|fall apart|exist|exists|existing|thing|around|in force|active|alive|dead|defunct|valid|in effect|expired?|happened to|terminated|shut down)\b/,
    ],
    allows:
      'got date end ended ends dissolve dissolved disband disbanded die died over collapse collapsed fall apart exist exists existing thing around a still force active alive dead defunct valid effect expire expired ever happened happen terminated shut down alliance pact treaty agreement why organization officially actually eventually',
  },
  {
    form: 'where',
    names: 'X',
    requires: [/\b(where|city|headquarters|headquartered|hq|based(?! on\b)|located|location|main office)\b/],
    allows:
      'what which city headquarters headquartered hq based located location main office held hold country place take takes',
  },
  {
    form: 'leader',
    names: 'T',
    requires: [
      /\b(leads?|leading|runs?|running|hosting|heads?|leader|chief|boss|in charge|commander|commands?|hosts?|hosted|led)\b/,
    ],
    allows:
      'country countries which nation exercise exercises drill drills usually organizes lead leads leading running hosting run runs head heads leader chief boss charge commander command commands host hosts hosted led name',
    isDated: true,
  },
  {
    form: 'leader',
    names: 'P',
    requires: [/\b(who|name)\b/],
    allows: 'name new head lead leads chief boss held holds office hold called',
    isDated: true,
  },
  {
    form: 'most-troops',
    names: '',
    requires: [/\b(most|largest|biggest|top|highest)\b/, /\b(troops|soldiers|forces|service members)\b/],
    allows:
      'most largest biggest top highest number troops soldiers forces service members country countries nation host hosts hosting keep keeps station stationed based deployed abroad overseas foreign active duty us american',
    isDated: true,
  },
  {
    form: 'troops',
    names: 'C',
    requires: [
      /\b(troops|soldiers|service members|forces)\b/,
      // "How many soldiers does Japan have" asks for its own.
      /\b(us|american|host|hosts|hosting|stationed|based|deployed)\b|^(?!.*\b(?:does|do|did|has|have)\b)/,
    ],
    allows:
      'troops soldiers service members forces many number count stationed based deployed us american active duty host hosts hosting',
    isDated: true,
  },
  {
    form: 'troops',
    names: 'C C2',
    // Not the troops of one country in another: "how many British troops are in Cyprus".
    requires: [
      /\b(troops|soldiers|service members|forces)\b/,
      /\b(and|or|than|compared?|versus|vs|between)\b/,
    ],
    allows:
      'troops soldiers service members forces many more fewer number count stationed based deployed us american active duty host hosts hosting and or than compare compared versus vs does between bigger larger who has',
    isDated: true,
  },
  {
    form: 'spending',
    names: 'C C2',
    requires: [/\b(spend|spends|spending|spent|budgets?)\b/, /\b(defen[sc]e|military|army|gdp)\b/],
    allows:
      'spend spends spending spent defense defence military army gdp percent percentage share much more less than and or compare compared versus vs budget budgets',
    isDated: true,
  },
  {
    form: 'spending',
    names: 'C',
    requires: [/\b(spend|spends|spending|spent|put|puts)\b/, /\b(defen[sc]e|military|army|gdp|percent)\b/],
    allows:
      'spend spends spending spent put puts defense defence military army gdp percent percentage share much what',
    isDated: true,
  },
  {
    form: 'most-spending',
    names: '',
    requires: [
      /\b(most|highest|largest|biggest|top)\b/,
      /\b(spend|spends|spending|spent|spender|spenders)\b/,
    ],
    allows:
      'most highest largest biggest top spend spends spending spent spender spenders defense defence military army gdp percent percentage share world worldwide country countries nation its',
    isDated: true,
  },
  {
    form: 'most-spending',
    names: 'B',
    requires: [
      /\b(most|highest|largest|biggest|top)\b/,
      /\b(spend|spends|spending|spent|spender|spenders)\b/,
    ],
    allows: `${people} most highest largest biggest top spend spends spending spent spender spenders defense defence military army gdp percent percentage share its relative on as`,
    isDated: true,
  },
  {
    form: 'treaty-ally',
    names: 'C',
    requires: [/\b(treaty|formal)\b/, /\b(ally|allies|allied)\b/, /^(?!.*\b(?:any|has|have)\b)/],
    allows: 'or and not just like partner treaty ally allies allied formal official real actual us american',
  },
  {
    form: 'defend',
    names: 'A C2',
    requires: [
      // Under a treaty, whom someone must defend.
      /^(?!under @)/,
      /\b(defend|defends|defending|protect|protects|fight|fights|help|helps|step in|come to aid|go to war)\b/,
      bound,
    ],
    allows:
      'defend defends defending protect protects helps fight fights go war got by which article force forced actually really formally pact agreement automatically mutual alliance any makes make come help step aid must would will obligated obliged obligation bound required duty need legally law treaty if attacked attack attacks invaded promise promises promised owe owes under war',
  },
  {
    form: 'who-defends',
    names: 'C',
    requires: [/\b(defend|defends|protect|protects|fight|help|helps)\b/, /\b(who|which)\b/, bound],
    allows:
      'country countries nation which be defend defends defending protect protects fight help helps must would will obligated obliged obligation bound required duty need legally if attacked attacks attack invaded invades promised treaty actually supposed all',
  },
  {
    form: 'both-in',
    names: 'C C2',
    requires: [
      /\b(both|shared?|common|together|with|between|and)\b/,
      /\b(alliances?|pacts?|treat(y|ies)|organizations?|groups?|blocs?|both|common|together|share)\b/,
    ],
    allows: `${people} bind binds tie ties link links military defense defence mutual formal ever currently with between since sign signed agreement agreements part belong or both share shared shares common together and alliance alliances pact pacts treaty treaties organization organizations group groups bloc blocs`,
    isDated: true,
  },
  {
    form: 'in-what',
    names: 'C',
    requires: [
      /\b(alliances?|pacts?|treaties|blocs?|organizations?|memberships?)\b/,
      /\b(what|which|list|any)\b/,
    ],
    allows: `${people} alliance alliances pact pacts treaties bloc blocs organization organizations memberships military defense list all any belong belongs part`,
    isDated: true,
  },
  {
    form: 'difference',
    names: 'X X2',
    requires: [/\b(difference|differences|different|differ|diff|compare|compared|versus|vs)\b/],
    allows: 'difference differences different differ diff compare compared versus vs between and from than',
  },
  {
    form: 'held',
    names: 'E',
    requires: [/\b(when|how often|dates?|which year|what year|annual|annually|yearly|biennial|every)\b/],
    allows:
      'edition annual annually yearly biennial every two exercise drill drills held take takes took place happen happens start started begin began often date dates run last next',
    isDated: true,
  },
  {
    form: 'exercises',
    names: 'C',
    requires: [/\b(exercises?|drills|war games)\b/],
    allows:
      'exercise exercises drill drills war games military take takes took taken part join joined joins participate participates participated list host hosts',
    isDated: true,
  },
  {
    form: 'purpose',
    names: 'S',
    requires: [
      /\b(benefits?|perks?|advantages?|what do(es)? .*(?:get|give|bring|mean for)|what do(es)? @\d)\b/,
    ],
    allows: `${people} benefit benefits perk perks advantage advantages status bring brings give gives you mean`,
  },
  {
    form: 'stands-for',
    names: 'X',
    requires: [
      /\b(stands? for|short for|(full|real|official|proper|formal|whole|actual) (name|form)|abbreviation|acronym|spelled out)\b/,
    ],
    allows:
      'mean means stand stands short full real official proper formal whole actual form name abbreviation acronym spelled letters',
  },
]
