// Questions about what a thing is: neutral, a status, sealed by a treaty, older or larger than another.
import type { Bag } from './bags.ts'
import { people } from './bag-words.ts'

export const kindBags: readonly Bag[] = [
  {
    form: 'neutral',
    names: 'C C2',
    requires: [
      /\b(neutral|neutrality|nonaligned)\b/,
      /^(?!.*\b(?:since|when|why|no|not|stop|stopped|end|ended|longer)\b)/,
    ],
    allows:
      'and both neutral neutrality nonaligned always been still military militarily country considered state policy or',
  },
  {
    form: 'neutral',
    names: 'C',
    requires: [
      /\b(neutral|neutrality|nonaligned)\b/,
      /^(?!.*\b(?:since|when|why|no|not|stop|stopped|end|ended|longer)\b)/,
    ],
    allows:
      'neutral neutrality nonaligned always been still stay stays remain remains must law legally bound military militarily country considered state policy or',
  },
  {
    form: 'is-not',
    names: 'S',
    requires: [
      /\b(difference|differ|different|same|treaty|defend|defended|defense|protect|protected|protection|guarantee|guarantees|article|obliges?|obligation|obligated|promise|promises)\b/,
    ],
    allows: `${people} difference differ different same treaty defend defends defended defense defence protect protects protected protection being you we us
      guarantee guarantees security article N oblige obliges obligation obligated promise promises mean means mutual status formal
      actual real full between and than as like automatically give gives legally bound must come help if attacked include includes`,
  },
  {
    form: 'has-treaty',
    names: 'B',
    requires: [
      /\btreaty\b/,
      /^(?:is|does|do|was|has|there)\b/,
      /\b(there|based|behind|rest|rests|backed|underlying|have|has|own|written|founding)\b/,
    ],
    allows:
      'there treaty formal behind based rest rests backed by own written underlying founding any actual legally binding have has',
  },
  {
    form: 'older',
    names: 'T T2',
    requires: [
      /\b(older|newer|younger|earlier|came first|came before)\b|\b(oldest|first|before)\b.*\b(or|than|and)\b|\b(?:or|which)\b.*\b(first|earlier)\b/,
    ],
    allows:
      'older oldest newer younger first before earlier or and than came founded formed created signed made started begin begun established alliance treaty pact exist existed between one organization',
  },
  {
    form: 'larger',
    names: 'B B2',
    requires: [
      /\b(more|bigger|larger|fewer|most)\b/,
      /\b(members?|countries|nations|states|bigger|larger)\b/,
    ],
    allows: `${people} more bigger larger fewer most or and than many between one`,
  },
]
