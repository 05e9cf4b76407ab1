// What the words of short questions mean, whatever their order: "finland nato date" asks for a time.
import { fillers } from './framing-words.ts'
import { articles } from './pattern-words.ts'

/** Phrases by what they mean; "/" stands between words of which one stands there, and N is a number. */
const lexicon = {
  when: `when, whens, what/which year/date/day/month, date/day/year of, date, dates, year, day, dates
    from/back, dates from/back to what/which year, what time, when exactly, from when,
    signature/signing/accession/entry/joining date/year, which/what decade/century, what is/was founding/signing/signature/launch/start/birth/creation date/year/day, founding/signing/launch/start/birth/creation date/year/day`,
  since: `go/goes back to which/what year, since when, since which/what year/date, since, from when on, how long, for how long, from which/what
    year/date, from which/what year/date on/onward/onwards, how many years`,
  until: 'till/until/til when, till/until/til which/what year/date, up to when',
  join: `end/ended/ends up joining, wind/wound up joining, end/ended up in, sign/signed/signing on, sign/signed on to, hop/hopped in, hop/hopped into, made it in, made it into, get/got added to, join/joins/joined, accede/acceded/accedes, accession, entry, get/got in to, go/went into,
    enter/enters/entered, admitted, admission, accepted, let in, taken in, come/came/comes into,
    get/got/gets into, get/got/gets in, made it, made, become/became/becomes,
    given/granted/receive/received/gain/gained, designated, designation, named, added, promoted,
    sign/signed up, sign/signed up to/for, membership start/started/began`,
  joining: 'joining, entering, becoming, acceding',
  sign: 'put/puts pen to paper, put/puts pen to paper on, sign/signed/signs/signing, signature, ratify/ratified',
  member: `member, membership, memberships, part, make/makes part, belong/belongs/belonged/belonging, party,
    inside, one of, full/proper/regular/real/actual member, full, on list`,
  status: 'status, relationship, relation, role, standing',
  members: `which/what government/governments/powers, members, parties, participants, signatory, signatories, countries, states, nations, member/members
    states/countries/nations, who all, lands, navies, armies, militaries, which/what
    country/countries/nation/nations/state/states/member/members/ones/navies/armies`,
  who: 'who, whos, whose, whom, which, which one, by who/whom',
  what: `what, what exactly, which exactly`,
  list: `are/is left, still left, name, list, lists, full/complete/whole list, name all, names, all, every, everyone, everybody,
    roster, lineup, line up, give me, show, who/what is/are left`,
  count: `how many, number of, count, headcount, how big, how large, total, total number, how many of,
    how many times`,
  leave: `end/ended up leaving, walk/walked away, walk/walked away from, bail/bailed, pull/pulled plug on, pulled plug, no longer, leave/leaves/left/leaving, quit/quits/quitting, exit/exits/exited,
    withdraw/withdrew/withdrawn/withdrawing/withdrawal, pull/pulled/pulls/pulling out, drop/dropped out,
    walk/walked out, go/went/gone out, get/got out, out of, lose/lost/losing/loses, former, ex, revoked,
    revocation, stripped, gone, denounce/denounced, stop/stopped taking part, stop/stopped participating`,
  suspended: 'suspend/suspended/suspends, suspension, frozen, freeze/froze/freezes, on hold, put on ice',
  expel: `kick/kicks/kicked/kicking, kick/kicked/kicking off, throw/threw/thrown/throwing/throwed,
    expel/expelled/expels/expelling/expulsion, boot/booted, exclude/excludes/excluded/exclusion,
    remove/removed`,
  newest: `newest, newest one, latest, latest one, most recent, most recently, last/latest/newest to
    join/enter, last/latest/newest one/member/country/state/nation to join/enter/get, last/latest/newest
    member/country/joiner/addition/state/nation`,
  first: 'first, very first, first time, first to, first one/country/member/state',
  last: 'last, last to, last one',
  founder: `founder, founders, founding, founding member/members/state/states/nations/countries/country,
    original, original member/members/countries/signatories, cofounder, helped start/found/create/set,
    first members, founder/founders member/members/state/states, at/in/from start/beginning/outset, at
    very start/beginning, when it/they started/began, to begin/start with`,
  found: `found/founded, start/started/starts/starting, begin/began/begins/begun, create/created, creation,
    establish/established, establishment, form/formed, formation, set up, announce/announced,
    launch/launched, born, concluded, foundation, first held, first edition, first ever, invented, come/comes/came into being/existence/life, come/comes/came to life, birth, birthday, anniversary, made public, unveiled, inaugurated, initiated, conceived, introduced`,
  exist: `exist/exists/existing/existed, existence, been going, in existence, been around`,
  force: `kick/kicks/kicked in, enter/enters/entered/entering/come/comes/came/coming/go/went/goes into force/effect, entry into
    force/effect, into force/effect, in force, in effect, enter/entered force, take/took/takes/taking effect, effective,
    entry in force`,
  alive: `alive, active, valid, around, binding, in force or, going strong, still thing, operational, functioning`,
  end: `fold/folded, lapse/lapsed/lapses, expire/expired/expires, end/ends/ended/ending, dissolve/dissolved/dissolves/dissolution, disband/disbanded, finish/finished,
    over, collapse/collapsed, closed/close/shut/shuts down, cease/ceased, defunct, abolished, no more,
    last day, wound up, terminate/terminated, died, dead, fall/fell apart, broke/break/broken up,
    scrapped`,
  headquarters: `headquarters, headquarter, hq, hqs, headquartered, seat, main office, main building, home city, home
    town, head office, sit/sits/sitting/located, main headquarters`,
  where: `which/what region, what part of world, where, wheres, in/at which/what city/country/place/land/town/location, which/what
    city/place/location, location, venue, where at, off coast of which/what country, what/which part of, which/what waters/ocean/sea/coast/island/islands`,
  held: `held, hold/holds/holding, take/takes/took/taken/taking place, happen/happens/happened/happening,
    going on, staged, flown, edition, editions`,
  run: 'run/runs/running',
  often: `how often, how frequently, how regularly, every how many yrs/years/year/months, each year, every
    year, yearly, annual, annually, biennial, biennially, every 2/two/other/second/few years/yrs/year,
    odd/even years, odd/even years only, every single year, once a year, frequency, interval, more than once, once or twice, just once`,
  participate: `show/shows/showed/shown up, show/shows/showed/shown up at, turn/turns/turned up, turn/turns/turned up at, play/plays/played part, play/plays/played part in, sail/sailed/sails, take/takes/took/taken/taking part, participate/participates/participated/participating,
    participation, attend/attends/attended/attending, involved, go/goes/went to, rejoin/rejoins/rejoined, been to/at/in, ever been to/at/in, involving, involve/involves, featuring, show up`,
  sendForces: 'send/sends/sent/sending troops/ships/forces/soldiers/units',
  lead: `lead/leads/leading/led, leader, head/heads/headed, boss, bosses, chief, in charge,
    command/commands/commander/commanded, chair/chairs/chaired, heads up, lead nation/country, presidency, president, chairman, chairmanship, chairwoman, chairperson, presides, preside/presides/presiding over, framework nation/country, top official, head honcho, boss of, helm, at helm of, calls shots, ceo`,
  host: 'host/hosts/hosted/hosting, host country/nation/state, co host/hosts/hosted, cohost/cohosts/cohosted, putting on, stage/stages, organise/organize/organises/organizes',
  standsFor: `real name, actual name, proper name, spell/spells/spelled out, stand/stands/stood/standing for, stand/stands 4, short for, abbreviation, abbreviation of/for,
    acronym, acronym for/of, letters, initials, in full, full name, full official name, official name,
    full form, meaning of/behind letters/abbreviation/acronym, long form, written out, letter, meaning of name, name come/comes from`,
  alliance: `alliance, alliances, defensive alliance, defense/defence alliance, real/actual/formal/proper
    alliance`,
  militaryAlliance: 'military alliance, military pact, military bloc',
  ally: 'ally, allied',
  allies: 'allies',
  treatyAlly: 'treaty ally, formal/official ally, treaty partner',
  treatyAllies: 'treaty/formal/official allies, treaty partners',
  both: `at same time, both, in common, common, overlap, overlapping, shared, share/shares, simultaneously, intersection,
    common to, together`,
  also: 'also, as well, too',
  not: 'sit/sits/sitting out, no, not, nah, never, without, minus, except, but not, excluding, outside, and not, w o',
  neutral: 'neutral, neutrality, non aligned, nonaligned, military neutral/neutrality',
  observer:
    'permanent observer, observer, observers, observer status/state/states, observer seat, observer only',
  partner: `partner, partners, partner country/countries/state/states, dialogue partner/partners, associate
    partner, partner only`,
  candidate: `candidate, candidates, candidate status/country/countries, applicant, applicants, aspirant,
    aspirants, candidate states, waiting list, on waiting list`,
  before: 'before, earlier than, prior to',
  cover:
    'cover/covers/covered/covering, apply, applies, extend, extends, hold/holds good, reach/reaches, span/spans, apply/applies/applied to, extend/extends to',
  apply: `applied, applying, application, bid, want/wants/wanted to join, want/wants/wanted in, apply/applied
    for/to join, applied for membership, try/tries/tried/trying to join/enter/get, waiting to join/get`,
  article: 'article N',
  treatyArticle: 'article, art, clause, which/what article',
  say: `promise/promises/promised, say/says/said, wording, exact wording, text, exact text, full text, content, contents, quote,
    read/reads, mean/means, about, explain, commit/commits, oblige/obliges, require/requires, summarise, summarize, summary, summary of, gist, gist of, paraphrase, outline, details, stipulate/stipulates, provide/provides for, lay/lays/laid down, set/sets out, foresee/foresees, deal/deals with, talk/talks about, meaning, meaning of, word for word, verbatim, entail/entails, all about, contain/contains, allow/allows, let/lets, permit/permits, define/defines/defined`,
  invoke: `invoke/invoked/invokes/invoking, trigger/triggered/triggers, invocation, invocations,
    activated/activate, used/use, call/called upon, pulled/pull trigger on`,
  afterAttacks: `after 9 11, following 9 11, after september 11, after september 11 attacks, after 9 11 attacks,
    after 911`,
  may: `can, may, allowed, able, possible, permitted, is there way, how to, how, how can/do/does, procedure,
    process, rule, rules, right to, whenever`,
  notice:
    'how long does it take, how long does it take to, notice, how much notice, notice period, withdrawal clause, exit clause',
  law: `law, by law, legally, constitution, by constitution, constitutionally, legally speaking`,
  someone: `others, other members, rest, anyone, anybody, someone, somebody, any, country, state, nation, new
    country/countries/members/member, another, anyone else, anybody else`,
  defenseClause: `mutual/collective/common defense/defence, mutual/collective/common defense/defence
    clause/obligation/promise/guarantee/article/pledge/commitment, defense/defence clause/guarantee/promise/obligation/pledge/commitment/component, obligations,
    security/defense/defence guarantee/guarantees, guarantee, guarantees, mutual/collective defense/defence provision`,
  treaty: `founding/founder treaty/document/agreement/charter/text, charter, treaty, treaties, pact, pacts, agreement, defense/defence treaty/pact/agreement, mutual
    defense/defence treaty/pact/agreement, security treaty/pact/agreement, deal, accord, mutual/bilateral defense/defence deal/accord`,
  groups: 'orgs, groups, organizations, organisations, blocs, clubs',
  troops: `troops, soldiers, forces, service members, sailors, marines, personnel, military personnel,
    stationed, based, boots on ground, troop numbers, servicemen, deployed`,
  americans: 'americans, gis, american',
  military: `defense, defence, military, army, armed forces, militarily`,
  spend: `per gdp, spender/spenders, spend/spends/spending/spent, military/defense/defence spending/budget/expenditure/spend, budget,
    percent, per cent, pct, of gdp, gdp, share of gdp, gdp share, percentage, what
    percentage/percent/share, how much percent, in percent, percent of gdp, how much, how much of gdp,
    spending percent, relative to gdp, put/puts into, invest/invests/invested in, devote/devotes/devoted to, allocate/allocates/allocated to, dedicate/dedicates/dedicated to, spends in, outlay, outlays`,
  most: `most, highest, biggest, largest, top, ranks, rank, ranked, ranking, top three/five/ten, top 3/5/10`,
  least: 'least, lowest, smallest, fewest',
  purpose: `purpose, goal, goals, aim, aims, what for, point of, idea behind, mission, objective, objectives, supposed to do, meant to do, good for, reason for, rationale, function, role of, task, tasks`,
  older: 'older, came first, earlier, older one, founded/signed/started/created first',
  larger: `bigger, larger, more members/countries/states/nations, more, fewer members/countries, fewer, less`,
  same: `same, same day/date/time/year, same thing, alike, identical, similar, interchangeable, one and same`,
  must: `must, owe/owes/owed, have/has/had to, obliged, obligated, bound, required, obligation to, duty, duty to, gotta,
    hafta, need/needs to, supposed to, forced, commit/committed to, legally
    bound/obliged/obligated/required, under obligation, pledged to, promised to, vowed to, sworn to, committed by treaty to, legally bound to, responsible for, treaty bound to, duty bound to, on hook, on hook for, meant to, expected to, obligation`,
  defend: `defend/defends/defending, protect/protects/protecting, fight/fights/fighting, fight for, help/helps,
    help defend, aid, come/comes to aid/help/defense, come/comes help, assist, go to war for, step in
    for, rescue, do something/anything, intervene, to back, back up, backing, stand up for, stand with, come/comes to rescue, save, shield, defended, protected, helped, assist/assists, support/supports militarily`,
  attacked: `attacked, bombed, bombs, bombing, bomb, attack, gets/get attacked/hit, hit, invaded, gets invaded, in case of attack/war, in case,
    attack happens/comes, when attack happens/comes, under attack, is/was hit, being attacked, in war, in case of war/attack/invasion, in event of war/attack/invasion, if war breaks out, at war, if it comes to war, when attacked, invasion`,
  if: 'if, when attacked',
  would: 'would, will, could',
  recent: 'recently, lately, in recent years',
  atLeast: 'at least, no less than',
  automatic: 'automatic, automatically',
  area: `area, areas, region, regions, territory, territories, geographic/geographical area/scope/region, scope, geographic,
    geographically, geography, zone, boundaries, worldwide, globally, global, anywhere, everywhere, all over world`,
  oldest: 'oldest, longest standing/lasting/running/lived, longest',
  number: `what/which number, second/third/fourth/fifth/sixth/seventh/eighth/ninth/tenth member,
    two/three/four/five/six/seven/eight/nine/ten/eleven/twelve`,
  difference: `difference, differences, differ/differs, different, diff, vs, v, versus, compare, compared,
    comparison, compare to/with, compared to/with, differ from, different from`,
  exercise:
    'exercise, exercises, drill, drills, wargame, military exercise/exercises/drill/drills, naval/joint/air exercise/exercises/drill/drills, wargames, war games, maneuvers, manoeuvres',
  or: `yes no, yes or no, or, or just, or only, or is it, or more, or are they, or even, or rather, or was it, or still, or
    actually, or like, or did they, or has it, or do they, above or below, or below, or above`,
  past: 'was, were, did, had, has been, have been, been, used to be, once',
  ever: `ever, one time, only ever, only once, at any point, at some point, at any time, in history,
    ever been, only time, one time`,
  now: `current, new, now, today, currently, still, yet, already, at present, at moment, right now, nowadays, these days,
    presently, as of now, as of today, at all, continue/continues/continued, remain/remains/remained,
    stay/stays, being, last time, this time, so far`,
  one: 'one, one too, one of them/these/those',
  is: 'count/counts as, is, are, be, does, do, has, have, s, re, am, isnt, arent, wasnt, doesnt, hasnt',
  in: 'sit/sits in, in or out, in or out of, in, into, within, at',
  and: 'and, n, together with',
  get: 'give/gives, include/includes, get/got/gets/getting, come/comes/came, go/goes/went',
  empty: `world, guy, person, man, woman, on paper, behind, surely, joint, actual, to world, bilateral, under, my, your, our, than, whether, between, i mean, bother to, round, wave, batch, anything, how is/are/was called, how called, bunch, trio, with each other, of them, of those, of these, of,
    to, for, by, with, on, from, as, it, its, they, them, their, this, that, these, those, there, thing,
    things, stuff, ones, me, please, i, you, we, u, us, he, she, so, just, then, really, exactly,
    precisely, actually, officially, official, formally, formal, each, other, their own, own,
    guys, plus, off, out, kind, sort, whole, entire, club, group, bloc, organization, organisation, org,
    both of them, on earth, having, doing, get to, called, named as, known, such, up, back then, call,
    considered, counts, classed, counted, because, itself, in world, in whole world, of world, abroad, overseas`,
} as const

export type Concept = keyof typeof lexicon

const maxPhraseWords = 6

/** "take/takes part" as its two phrases, without articles, as a question is. */
function expand(phrase: string): string[] {
  return phrase
    .split(/\s+/)
    .filter((word) => !articles.has(word))
    .map((word) => word.split('/'))
    .reduce<string[]>(
      (starts, words) => starts.flatMap((start) => words.map((word) => `${start} ${word}`.trim())),
      [''],
    )
}

/** "At any point" as a question has it; one word alone would mean too much. */
function withoutFillers(phrase: string): string {
  const words = phrase.split(' ').filter((word) => !fillers.has(word))
  return words.length > 1 ? words.join(' ') : phrase
}

const concepts = new Map<string, Concept>()
for (const [concept, phrases] of Object.entries(lexicon) as [Concept, string][])
  for (const phrase of phrases.split(/,\s*/).flatMap(expand))
    for (const asked of [phrase, withoutFillers(phrase)])
      if (!concepts.has(asked)) concepts.set(asked, concept)

/** Every word of a phrase. */
export const conceptWords: ReadonlySet<string> = new Set(
  [...concepts.keys()].flatMap((phrase) => phrase.split(' ')),
)

export type Tag = Concept | `@${string}`

/** "The country that": it asks nothing more. */
const relative = new Set<Tag>(['members', 'newest', 'founder', 'someone', 'one'])

/** What words mean in turn, with names as they are; undefined if one of them means nothing here. */
export function conceptsOf(words: readonly string[], article?: { index: number }): Tag[] | undefined {
  const plain = words.map((word, index) => (index === article?.index ? 'N' : word))
  const found: Tag[] = []
  for (let index = 0; index < plain.length;) {
    const word = plain[index] ?? ''
    if (word.startsWith('@')) {
      found.push(word as Tag)
      index += 1
      continue
    }
    let length = Math.min(maxPhraseWords, plain.length - index)
    while (length > 1 && !concepts.has(plain.slice(index, index + length).join(' '))) length--
    const phrase = plain.slice(index, index + length).join(' ')
    const concept = concepts.get(phrase) ?? (/^\d{1,2}$/.test(phrase) ? 'number' : undefined)
    if (concept === undefined) return undefined
    const before = found.at(-1)
    const isRelative =
      (concept === 'who' || concept === 'what') && before !== undefined && relative.has(before)
    if (before !== concept && !isRelative) found.push(concept)
    index += length
  }
  return found
}
