import type { Words } from './words.ts';

/** Colours of offers, the team, and the marks of whose work is meant. */
export const misc: { da: Words; en: Words } = {
  da: {
    'tier:red': `rød, røde, rødt, roed`,
    'tier:yellow': `gul, gule, gult`,
    'tier:green': `grøn, grønne, grønt, groen`,
    colour: `farve~, farven~, farver~, kategori~, kategorien~, farvekode~, kategoriseret, inddeling~, farvekategori~, trafiklys`,
    team: `team, teamet, teamets, teams, afdelingen, afdelingens, gruppen, holdets`,
    mine: `mine sager, min portefølje, mig, mine, hos mig, jeg, mit, min`,
    'own-cases': `mine, mine sager, min portefølje`,
    'it-works': `hurtigst muligt`,
  },
  en: {
    'tier:red': `red`,
    'tier:yellow': `yellow, amber`,
    'tier:green': `green`,
    colour: `colour~, color~, tier~, category~, categories, traffic light`,
    team: `team, teams, team's, department, unit`,
    mine: `my cases, my caseload, mine, my, me, i`,
    'own-cases': `mine, my, my cases, my caseload`,
  },
};
