import type { Words } from './words.ts';

/** Colours of offers, the team, and the marks of whose work is meant. */
export const misc: { da: Words; en: Words } = {
  da: {
    'tier:red': `rød, røde, rødt, roed`,
    'tier:yellow': `gul, gule, gult, gulle, gullt`,
    'tier:green': `grøn, grønne, grønt, groen, gron, grøne, grønnt, grønn`,
    colour: `farve~, farven~, farver~, kategori~, kategorien~, farvekode~, kategoriseret, inddeling~, farvekategori~, trafiklys`,
    team: `team, teamet, teamets, teams, afdelingen, afdelingens, gruppen, holdets,
      temaet, teamt, taemet, team'et, vores afdeling, enheden, os alle, hele teamet, hele holdet, vores gruppe`,
    mine: `mine sager, min portefølje, mig, mine, hos mig, jeg, mit, min`,
    'own-cases': `mine, mine sager, min portefølje`,
    'it-works': `hurtigst muligt`,
    'before-holiday': `inden ferien, før ferien, efter ferien, inden sommerferien, før sommerferien, efter sommerferien, inden min ferie, før min ferie, inden jeg går på ferie, før jeg går på ferie, inden jul, før jul, inden påske, før påske, efter jul, over sommeren, i ferien, til sommerferien, inden jeg tager på ferie`,
  },
  en: {
    'tier:red': `red`,
    'tier:yellow': `yellow, amber`,
    'tier:green': `green`,
    colour: `colour~, color~, tier~, category~, categories, traffic light`,
    team: `team, teams, team's, department, unit`,
    mine: `my cases, my caseload, mine, my, me, i`,
    'own-cases': `mine, my, my cases, my caseload`,
    'before-holiday': `before the holidays, before my holiday, after the holidays, before summer, before christmas, after summer, before i go on holiday, before i go on leave, before my leave, over the summer`,
  },
};
