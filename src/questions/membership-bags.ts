// Questions about membership in any order of words.
import { people, listing, counting, dating } from './bag-words.ts'
import type { Bag } from './bags.ts'

/** "Does every member have to fight if Article 5 is triggered". */
const articleWords = `${people} meaning under article N cover covers deal deals in commit commits say says said mean means promise promises state states text explain exactly treaty about
  every all must send troops soldiers you fight war respond help if triggered invoked obligated obliged`

/** "If it is triggered" asks what it says, "was it triggered" does not. */
const asksWhat = /^(?!.*\b(?:invoked|triggered)\b)|\bif\b/

export const membershipBags: readonly Bag[] = [
  {
    form: 'is-in',
    names: 'C B',
    detail: 'suspended',
    requires: [
      /\b(suspended|suspend|suspends|frozen|froze|freeze|freezing|kick|kicked|boot|booted|removed|throw( @\d)? out|thrown out|expel|expelled|banned)\b/,
    ],
    allows: `${people} in still suspended suspend suspends frozen froze freeze freezing kick kicked boot booted removed banned throw thrown expel
      expelled ever or year which already left leave part participation date membership happened`,
  },
  {
    form: 'expelling',
    names: 'B',
    requires: [
      /\b(kick|kicked|kicking|throw|thrown|expel|expelled|expelling|expulsion|boot|booted|remove|removed|removing)\b/,
      /\b(how|can|could|may|possible|procedure|process|mechanism|way|rule|rules|provision|allowed|anyone|member|members|someone|country)\b/,
    ],
    allows: `${people} kick kicked kicking throw thrown expel expelled expelling expulsion boot booted remove removed removing
      possible procedure process mechanism way rule rules provision allowed anyone someone somebody could may even legally another formal any treaty`,
  },
  {
    form: 'obligations',
    names: 'B',
    requires: [/\b(mutual|collective) defen[sc]e\b|\bdefen[sc]e (clause|promise|guarantee|obligation)\b/],
    allows: `${people} mutual collective defense defence clause promise guarantee obligation pact treaty agreement alliance each other owe gulf any`,
  },
  {
    form: 'who-left',
    names: 'B',
    requires: [
      // Who is left in it has not left.
      /\b((?<!\b(?:are|is|were) )left(?! in\b)(?<!\b(?:have|has) left$)|quit|withdrew|former|ex|exited|leave)\b/,
      /\b(who|which|what|how many|list|members?|first|last|any|anyone)\b/,
    ],
    allows: `${people} left quit withdrew withdrawn former ex exited leave many early early-on entire first last list any anyone anybody someone ever all one only so far`,
    isDated: true,
  },
  {
    form: 'is-founder',
    names: 'C B',
    requires: [/\b(founders?|founding|original|first)\b/],
    allows: `${people} founder founders founding original first or come came in later`,
  },
  {
    form: 'founders',
    names: 'B',
    requires: [
      /^(?!.*\b(?:first|original|former|old|full) name\b)/,
      /\b(founders?|founding|founded|original|first|day one|originally|start(ed)? (out )?with|began with|begin with)\b/,
      listing,
    ],
    allows: `${people} founder founders founding founded signed original originally first list name treaty all created started start began begin out with many how formed set`,
    isDated: true,
  },
  {
    form: 'when-left',
    names: 'C B',
    requires: [
      /\b(leave|left|leaving|quit|exit|exited|withdraw|withdrew|pull out|pulled out|drop out|out of|bail|bailed|gone)\b/,
      /^(?!.*\b(?:can|may|could|allowed|possible)\b)/,
    ],
    allows: `${people} leave left leaving quit exit exited withdraw withdrew pull pulled drop dropped ever already old date always or never gone bail bailed has what`,
    isDated: true,
  },
  {
    form: 'when-joined',
    names: 'C B',
    requires: [
      dating,
      /\b(join|joined|joins|rejoin|rejoined|enter|entered|accession|admitted|accepted|member|membership|sign|signed|in|into|become|became|status|get|got|give|gave|given|grant|granted|made|added|designated|named|declared)\b/,
    ],
    allows: `${people} join joined joins rejoin rejoined enter entered accession admitted accepted become became status date sign signed since long treaty
      been give gives gave given grant granted made added designated named declared official officially get got full formally ratify ratified finally first and`,
  },
  {
    form: 'how-many',
    names: 'T',
    requires: [counting, /^(?!.*\bhow many (?:years|times|days|months)\b)/],
    allows: `${people} list many number count big large total participants participates participate participating participated take took taking part attend
      attended join joined size signed belong`,
    isDated: true,
  },
  {
    form: 'newest',
    names: 'B',
    requires: [
      /\b(newest|latest|last|most recent(?:ly)?)\b/,
      /\b(members?|country|countries|join|joined|to get into|nation|ally|state)\b/,
    ],
    allows: `${people} newest latest last most recent recently join joined become became added admitted named designated`,
    isDated: true,
  },
  {
    form: 'article',
    names: 'B',
    requires: [/\barticle N\b/, asksWhat],
    allows: articleWords,
  },
  { form: 'article', names: '', requires: [/\barticle N\b/, asksWhat], allows: articleWords },
  {
    form: 'obligations',
    names: 'B',
    requires: [/\b(attacked|attacks?|invaded|invades?)\b/, /\b(what happens|if|when|must|have to|says?)\b/],
    allows: `${people} attacked attack attacks invaded invades happens happen if gets somebody someone anyone all every everyone
      must obligated obliged fight respond help defend war treaty say says about`,
  },
  {
    form: 'obligations',
    names: 'B',
    requires: [
      /\b(?:obliges?|obliged|obligation|forces?|forced|binds?|bound|requires?|required|commits?|committed|makes?|must|have to)\b/,
      /\b(?:fight|defend|help|protect|war|aid|come)\b/,
    ],
    allows: `${people} obliges oblige obliged obligation forces force forced binds bind bound requires require required commits commit committed make makes
      must legally automatically really every each other one another all everyone fight defend help protect go war aid come military militarily treaty pact alliance them another any`,
  },
  {
    form: 'invoked',
    names: '',
    requires: [
      /\barticle N\b/,
      /\b(invoked?|triggered|trigger|activated|used?|invocations?)\b/,
      /^(?!.*\b(?:can|may|must|would)\b)/,
    ],
    allows:
      'article N invoke invoked triggered trigger activated use used invocation invocations ever many times once only often last most recent recently latest history actually anyone someone any anybody country countries member members who by real life',
  },
  {
    form: 'invoked',
    names: 'B',
    requires: [
      /\b(invoked?|triggered|trigger|activated|used?|invocations?)\b/,
      /^(?!.*\b(?:can|may|must|would)\b)/,
    ],
    allows:
      'article N invoke invoked triggered trigger activated use used invocation invocations ever many times once often first last only treaty history after following collective its 9 11 september attacks actually anyone someone any anybody country countries member members who by real life clause mutual defense defence',
  },
  {
    form: 'leaving',
    names: 'B',
    requires: [
      /\b(leave|leaves|leaving|quit|quitting|exit|withdraw|withdrawal|withdrawing|pull out|pulling out|expelled|expel|kicked|get out|terminate|terminated|cancel|cancelled|canceled|scrap|be ended)\b/,
      /\b(how|can|could|process|steps|rules?|way|possible|procedure|clause|article|allowed|mechanism|provision|notice|anything|something)\b/,
    ],
    allows: `${people} long take takes leave leaving quit quitting exit withdraw withdrawal withdrawing pull pulling expelled expel kicked process
      steps rules rule way possible procedure allowed want wants if leaves clause article mechanism provision notice lets let
      legally could say says treaty anything something someone anyone any wanted decides decide must give period long treaty leaver terminate terminated cancel cancelled canceled scrap ended many notice months formally just allow allows about deal deals cover covers alliance organization`,
  },
  {
    form: 'joining',
    names: 'B',
    requires: [
      /\b(join|joining|become|becoming|get in|get into|enter|entry|apply|invited)\b/,
      /\b(how|who can|what|steps|requirements|rules|need|process|procedure|conditions|criteria)\b/,
    ],
    allows: `${people} join joining become becoming enter entry apply steps requirements rules need process procedure conditions criteria new
      requirement takes take required invited invite according treaty eligible may`,
  },
]
