// What is asked of a body or a treaty by itself, and of two of them.
import { anyone, counting, isDated, listing, type Row } from './frame.ts'

const invoking = 'who members someone count number ever once past when often last or afterAttacks'
const ifInvoked = `${anyone} invoke say promise must may defend`
const ofArticle = `${anyone} say promise must may sendForces defend attacked if law treaty purpose past join leave`
/** What may be asked of a place that a body may not cover. */
export const place =
  'neutral past law must treaty or treatyArticle if would someone not force inForce area defend also military defenseClause invoke'
/** What may be asked of shares of spending. */
export const spending = 'number military count who what past or someone members'

export const thingFrames: readonly Row[] = [
  // A status that brings no promise.
  [
    'is-not',
    'S',
    'defend|defenseClause|treaty|treatyAlly|treatyAllies',
    'must may attacked if what say promise someone difference same would military automatic',
  ],
  ['purpose', 'S', 'what get', 'members someone may'],
  // A body.
  ['article', 'B', 'article if', ifInvoked],
  ['article', 'B', 'article', ofArticle],
  ['invoked', 'c B', 'invoke', 'article ever once past when often count also number'],
  ['invoked', 'c', 'article invoke', 'ever once past when often count also'],
  ['invoked', 'B', 'article force', 'ever once past when count often'],
  ['invoked', 'B', 'article invoke what past|ever', 'once treaty often count who'],
  ['invoked', '', 'article invoke what past|ever', 'once treaty often count who'],
  ['invoked', 'B', 'invoke', `${invoking} article defenseClause`],
  ['lasted', 'T', 'lifespan', 'what past exist alive of'],
  ['lasted', 'T', 'found end when|since', 'past exist'],
  ['lasted', 'T', 'since past exist|alive', 'what'],
  ['founded', 'B', 'force|inForce when|since', 'past sign treaty what', { detail: 'force' }],
  ['lasted', 'T', 'until when|since', 'past found exist alive'],
  ['founded', 'B', 'force past', 'sign treaty', { detail: 'force' }],
  ['ended', 'T', 'end|exist|alive|inForce', 'when past until or leave law treaty'],
  ['ended', 'T', 'until', 'past found exist'],
  ['lasted', 'T', 'since exist|alive', 'past found'],
  ['founded', 'T', 'when|since', 'found sign past treaty alliance exist'],
  ['founded', 'c+ T', 'found when|since', 'past'],
  ['founded', 'c T', 'found when|since', 'past'],
  ['founded', 'T', 'found', 'past what'],
  ['ended', 'C', 'end', 'when past until exist law'],
  [
    'how-many',
    'T',
    'count',
    'who what members member list number participate past join sign exist someone',
    { isDated },
  ],
  [
    'where',
    'X',
    'headquarters',
    'what who where past or ever treaty alliance host',
    { detail: 'headquarters' },
  ],
  ['leader', 'T', 'lead first', 'who what past someone', { detail: 'first' }],
  ['leader', 'T', 'lead', 'who what past someone members exercise', { isDated }],
  ['leader', 'T', 'run who', 'past'],
  ['leader', 'p B', '', 'who what past lead'],
  ['leader', 'P', 'first', 'who what past lead', { detail: 'first' }],
  ['leader', 'P', '', 'who what past lead members list americans'],
  ['stands-for', 'X', 'standsFor', 'what say promise purpose past members'],
  [
    'article',
    'B',
    'treatyArticle defenseClause|military',
    'who what say promise members must one treaty someone',
  ],
  ['obligations', 'B', 'promise', `${anyone} must past treaty attacked if defend military also`],
  ['obligations', 'B', 'defend area', `${anyone} treaty must military`],
  [
    'obligations',
    'B',
    'defenseClause',
    'member or not members someone past what treaty say promise military must cover where area automatic held',
  ],
  [
    'obligations',
    'B',
    'automatic defend|must|attacked|military',
    `${anyone} treaty article treatyArticle say promise if`,
  ],
  [
    'obligations',
    'B',
    'cover where|area|what',
    `${anyone} treaty treatyArticle article military must defend attacked where`,
  ],
  ['obligations', '=nato', 'cover area article|treatyArticle', `not expel ${anyone} treaty military where`],
  ['obligations', 'B', 'treatyArticle area', `${anyone} say promise treaty cover where`],
  [
    'obligations',
    'B',
    'attacked',
    'who what members member list number someone if held must defend ally allies would automatic treaty past military',
  ],
  [
    'obligations',
    'B',
    'must defend',
    'members someone member treaty treatyArticle attacked if also or may law say promise ally allies what past military automatic',
  ],
  ['is-kind', 'B', 'militaryAlliance', 'or not would may past', { detail: 'military alliance' }],
  ['is-kind', 'B', 'alliance', 'or not would may past', { detail: 'alliance' }],
  ['purpose', 'T', 'purpose', 'what past would must found military'],
  ['most-spending', 'B', 'spend most', spending, { isDated }],
  ['least-spending', 'B', 'spend least', spending, { isDated }],
  [
    'who-in',
    'T',
    `${listing} in|is|members|sign|member|list|number|participate|past`,
    'exist join',
    { isDated },
  ],
  ['who-in', 'E', `${listing} in|is|members|member|list|number|past`, 'exist join exercise', { isDated }],
  ['most-spending', '', 'spend most', spending, { isDated }],
  // An article of NATO's treaty.
  ['article', '', 'article if', ifInvoked],
  ['article', '', 'article', ofArticle],
  ['invoked', '', 'article invoke|force', invoking],
  // A place that a body may not cover.
  ['defend', 'B L', 'cover|attacked|defend', `${place} article say allies members`],
  ['defend', 'B C', 'cover', `${place} article`],
  ['defend', '=nato C', 'cover article', place],
  ['defend', '=nato L', 'cover|attacked article', `${place} count`],
  // Two bodies.
  [
    'not-in',
    'B B2',
    'not',
    'who what members member list count number past join someone',
    { ordered: 'not' },
  ],
  ['in-both', 'B B2', `both|also ${counting}|what`, 'member number past'],
  ['lasted', 'T T2', 'longer exist|last|past|alive', 'who what or last past'],
  ['in-both', 'B B2', 'both', 'member members what number past ally allies'],
  ['in-both', 'B E', 'both', `${anyone} participate past`],
  [
    'in-both',
    'B E',
    `participate|join|in ${counting}`,
    `${anyone} participate past join also exercise sendForces`,
  ],
  [
    'in-both',
    'B B2',
    'who|count|what in|is|member|members|past',
    'who what count list members member number past join ally allies',
    { ordered: 'apart' },
  ],
  ['older', 'T T2', 'first or', 'who what past found sign'],
  ['older', 'T T2', 'before', 'past found sign exist alive'],
  [
    'older',
    'T T2',
    'older|oldest',
    'who what or past found sign exist alive alliance treaty difference since before after',
  ],
  ['larger', 'B B2', 'larger', 'who what or members member count difference number'],
  ['difference', 'X X2', 'difference', 'what say promise past attacked if member when must defend'],
  ['difference', 'T T2', 'same', 'or what not purpose'],
]
