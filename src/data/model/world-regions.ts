// Countries by region, as The World Factbook groups them (Central Intelligence Agency, 2026; public domain).

/** By name, the two-letter codes of its countries. */
export const worldRegions: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    Africa:
      'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW',
    'Australia and Oceania': 'AS AU CC CK CX FJ FM GU KI MH MP NC NF NR NU NZ PF PN PW SB TK TO TV VU WF WS',
    'Central America and the Caribbean':
      'AG AI AW BB BS BZ CR CU DM DO GD GT HN HT JM KN KY LC MS NI PA PR SV SX TC TT VC VG VI',
    'Central Asia': 'AM AZ GE KG KZ RU TJ TM UZ',
    'East and Southeast Asia': 'BN CN ID JP KH KP KR LA MM MN MO MY PG PH SG TH TL TW VN',
    Europe:
      'AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM UA VA XK',
    'Middle East': 'AE BH IL IQ IR JO KW LB OM PS QA SA SY TR YE',
    'North America': 'BM CA GL MX PM US',
    'South America': 'AR BO BR CL CO EC GY PE PY SR UY VE',
    'South Asia': 'AF BD BT IN IO LK MV NP PK',
  }).map(([name, codes]) => [name, new Set(codes.split(' '))]),
)

/** Where else a country may be counted. */
export const alsoCounted: Readonly<Record<string, readonly string[]>> = {
  AM: ['Europe', 'Middle East'],
  AZ: ['Europe', 'Middle East'],
  CY: ['Middle East'],
  EG: ['Middle East'],
  GE: ['Europe', 'Middle East'],
  KZ: ['Europe'],
  RU: ['Europe'],
  TR: ['Europe'],
}
