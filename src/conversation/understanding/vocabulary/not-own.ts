/** Whose health it is that a sentence tells of when it is not the citizen's, and how it is told when it is not certain. */

/** Somebody beside the citizen. */
export const otherPeople = `søn, sønnen~, søns, sønner~, stedsøn~, datter, datteren~, datters, døtre~, steddatter~, børn, børnene~, børns, barnebarn~, hans barn, hendes barn, sit barn, deres barn, et barn, barnet~, hans børn,
  bror, broren~, broderen~, brors, brødre~, lillebror~, storebror~, søster, søsteren~, søsters, søstre~, lillesøster~, storesøster~, søskende~, tvilling~,
  mor, moren~, moderen~, mors, hans far, hendes far, sin far, borgerens far, faren, faderen~, fars, forældre~, mormor~, morfar~, farmor~, farfar~, bedstemor~, bedstefar~, bedsteforældre~,
  hans kone, sin kone, konen~, kones, hustru~, hendes mand, hans mand, sin mand, borgerens mand, ægtefælle~, samlever~, kæreste~, samboende, hans partner, hendes partner, sin partner, partneren~, eksmand~, ekskone~,
  familie~, slægtning~, pårørende~, fætter~, kusine~, onkel~, tante~, moster~, faster~, nevø~, niece~, hans ven, hendes ven, sin ven, vennen~, veninde~, nabo~, kollega~, kolleger~,
  son, sons, son's, stepson~, daughter~, stepdaughter~, her child, his child, their child, the child, a child, children~, kids, kid, brother~, sister~, sibling~, twin~, mother~, father~, mum, mum's, mom, mom's, dad, dad's, parent~, grandmother~, grandfather~, grandparent~,
  wife, wife's, husband~, spouse~, partner, partner's, girlfriend~, boyfriend~, family~, relative, relatives, cousin~, uncle~, aunt, aunt's, nephew~, niece~, friend, friend's, neighbour~, neighbor~, colleague~, coworker~`;

/** It is looked into, or only thought. */
export const supposedDoubt = `udredning~, udredes, udredt, udrede, udreder, mistanke~, mistænk~, formodning~, formoder, formodes, undersøges for, undersøgt for, undersøgelse for, testes for, testet for, tegn på, træk af, autistiske træk, symptomer på, tyder på, antydning~, henvist til, under afklaring for, ikke afklaret, uafklaret, ikke udredt, venter på diagnose, afventer diagnose, venter på svar, afventer svar,
  assessment for, assessed for, being assessed, evaluated for, evaluation for, being evaluated, investigated for, being investigated, tested for, tested positive, suspect~, suspicion~, suspicious, signs of, traits, traits of, symptoms of, awaiting, undiagnosed, not confirmed, unconfirmed, ikke bekræftet, ubekræftet`;

/** The same, and what only somebody says or thinks. */
export const doubtWords = `${supposedDoubt}, måske, muligvis, formentlig, formodentlig, sandsynligvis, vistnok, angiveligt, har vist, er vist, vist nok, nok har, har nok, er nok, kan have, kan være, kunne have, kunne være, skulle have, skulle være, vil vide om, tror, troede, mener, mente, synes, gætter, påstår, virker, ligner, minder om, ser ud, lyder, selvdiagnos~, i tvivl, tvivler, uvist, usikker~, siger selv, efter eget udsagn,
  maybe, perhaps, possibly, possible, probably, allegedly, presumably, may have, might have, could have, may be, might be, could be, think, thinks, thought, believe, believes, believed, guess, claims, says she, says he, seems, seem, seemed, appears, appear, looks like, unsure, uncertain, doubt, doubts, self-diagnosed`;

/** It has been shown not to be so. */
export const ruledOutWords = `afkræft~, udeluk~, afvis~, frikendt, fejldiagnos~, fejlagtig~, ruled out, rule out, rules out, ruling out, exclude~, excluding, disprove~, dismiss~, misdiagnos~, rejected`;

/** It was so once. */
export const pastWords = `havde, haft, tidligere, førhen, engang, dengang, som barn, som ung, som lille, i barndommen, barndom~, var, har været, ikke længere, ikke mere, rask, raskmeldt, kureret, overstået, forhenværende, før i tiden,
  had, has had, previously, formerly, earlier, once, as a child, in childhood, used to, was, no longer, any more, anymore, recovered, cured, in the past`;
