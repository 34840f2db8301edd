/**
 * How a fact is told: a topic and what is said of it, in either order within a clause. `~` stands for any beginning or
 * ending of a word, `…` for up to six words. A frame without `told` is told by its topic alone. What stands under
 * `against` is said of it in the negative.
 */
export interface FrameWords {
  topic: string;
  told?: string;
  against?: string;
}

const considered = `overvej~, vurder~, afvej~, vendt, vende, kigget på, kigge på, kigget nærmere på, set på, drøft~, afprøv~, prøvet, prøvet af, undersøg~,
  diskuter~, overvejelser~, taget stilling, tage stilling, stillingtagen, på bordet, i spil, på tale, tænkt på, tænkt over, tænkt igennem, snakket om, talt om, talt med hende om, talt med ham om, talt med borger~ om, snakket med hende om, snakket med ham om, snakket med borger~ om, talt med dem om, afvist, forkastet, fravalgt, valgt fra, rejected, dismissed, talked to her about, talked to him about, talked with her about, talked with him about, spoken about, spoken to her about, spoken to him about, talt igennem, afsøgt, gennemgået,
  været inde på, tjekket, regnet på, afdækket, forsøgt, testet, sondere~,
  consider~, look~ at, look~ into, discuss~, weighed, weigh~ up, explor~, tried, tried out, assess~, examin~, evaluat~, thought about, thought of, think about,
  talked about, talked through, on the table, gone through, been through, gone over, investigat~, review~, checked, tested`;
const notConsidered = `sprunget over, springer over, spring~ … over, skipped, skip, udestår, overset, overlooked, left out, udeladt, ignored, ignoreret`;
const possible = `mulig, muligt, muligheder, muligheden, en mulighed, mulighed, mulighed for, option, optionen, realistisk~, på tale, i spil, inden for rækkevidde, aktuel, aktuelt, oplagt, gangbar~,
  gennemførlig~, lade sig gøre, lader sig gøre, lod sig gøre, kan laves, kunne laves, kan gennemføre~, kunne gennemføre~, kan klare, kan tage, kunne tage, kan komme i, kan komme ud, kan starte på, kan begynde på, kan påbegynde, kan begynde, kunne begynde, gå direkte, gå … i gang, komme direkte, go straight, go … into, can enter, could enter, begin straight, er åben, står åben, en vej, farbar~, kan bruges,
  kan etableres, kan findes, kan skaffes,
  possible, an option, the options, possibility, a possibility, realistic, feasible, viable, on the cards, on the table, within reach, doable, can be arranged, could be arranged, can be done, can do, could do, open to, manageable, achievable, can take, could take, able to, a way forward`;
const impossible = `udelukk~, umulig~, urealistisk~, ude af billedet, ude af spillet, utænkelig~, uaktuel~, lukket land, af bordet, afskåret, uoverkommelig~, urimelig~,
  impossible, out of the question, ruled out, rule out, rules out, off the table, unrealistic, unthinkable, not on, excluded, infeasible, beyond reach, out of reach, off the cards`;
const outcome = `jobudsigt~, jobchance~, jobtilsagn~, ansættelsestilsagn~, jobmulighed~, fastansæt~, ansætter, ansættes, vil … ansætte, going to hire, will hire, wants to hire, want to hire, plans to hire, hires, take~ … on, leads nowhere, lead nowhere, fører ingen steder, ender blindt, blindgyde~, dead end, job, jobbet, jobs, ~arbejde, ansæt~, ansat, fastansæt~, fastansat, ~uddannelse~, udd, læreplads~, elevplads~, praktikplads som elev, lærling, beskæftigelse, fast stilling, en stilling, stilling, fast arbejde, fast job, kontrakt, ordinære timer, studie, erhvervsuddannelse,
  a job, jobs, work, paid work, employment, employed, hired, apprentice~, education, a contract, a position, training place, studies, a permanent post, permanent position, post`;
const labourMarket = `arbejdsmarked~, arbejdskraft~, faget, branche~, hænder, efterspørgsel~, rift om, mangel på, mangelområde~, mangelfag~, mangelprofession~, flaskehals~, shortage~, in demand, demand for, den slags folk, virksomhederne, arbejdsgiverne, området, egnen, uddannelsen, kompetencer~, ~folk, ~uddannede, profil~,
  labour market, labor market, labour, labor, workforce, the trade, the field, the sector, the industry, employers, local companies, local firms, that kind of people, such people, the area, skills, workers`;

/** Facts that are so or not so. */
export const frames: Readonly<Record<string, FrameWords>> = {
  wageSubsidyConsidered: {
    topic: `løntilskud~, lt, ansættelse med tilskud, wage subsid~, wage-subsid~, subsidi~ job~, subsidi~ employment, salary subsid~`,
    told: considered,
    against: notConsidered,
  },
  paidWorkConsidered: {
    topic: `ordinær~ arbejde, ordinær~ job, ordinær~ beskæftigelse, ordinær~ ansættelse, ordinær~ … time~, ordinær~ løn~, ordinær~, lønnet arbejde, lønnede timer, lønnet beskæftigelse, lønarbejde, løntime~, småjob~, smaajob~, timejob~, minijob~, timer med løn, arbejde med løn, rigtig løn, almindelig~ job, almindelig~ lønarbejde,
      paid work, paid hours, paid job, paid employment, ordinary work, ordinary job, ordinary hours, ordinary employment, ordinary paid, regular work, regular job, regular paid~, regular employment, small job~, mini job~, mini-job~, wage hours, waged work, waged hours, real wages`,
    told: considered,
    against: notConsidered,
  },
  effectPerPriceWeighed: {
    topic: `pris~ … effekt~, effekt~ … pris~, effekt~ … krone~, udbytte~ … pris~, pris~ … udbytte~, effekt~ … økonomi~, værdi for pengene, price~ … effect~, effect~ … price~, effect~ … cost~, cost~ … effect~, cost~ … benefit~, value for money, effect~ per krone, effekt~ … kost~`,
    told: `vej~, afvej~, opvej~, vurder~, sammenlign~, hold~ op mod, hold~ op imod, stillet op mod, sat op mod, sat i forhold, overvej~, regn~ på, kigget på, set på, afstemt, holdt sammen, drøft~, weigh~, compar~, set against, held up, assess~, evaluat~, consider~, balanc~, look~ at, measured, judged, checked`,
    against: notConsidered,
  },
  educationPossible: {
    topic: `uddannelse, uddannelser, udd, uddannelsen, en uddannelse, ordinær~ uddannelse~, skole~, studie~, studier~, education, an education, schooling, studies, studying, training, school`,
    told: possible,
    against: impossible,
  },
  companyOfferPossible: {
    topic: `virksomhedsrettet~, virksomhedsrettede, virksomhedstilbud~, virksomheds~, en virksomhed, virksomhed, praktik, praktikplads, virksomhedspraktik, løntilskud, nyttejob, company-based, company based, company offer~, company placement, business-oriented, a company, at a company, internship, wage subsidy, company measures`,
    told: possible,
    against: impossible,
  },
  preparesForThose: {
    topic: `forbered~, klæd~ … på til, gør~ … klar til, gør~ … parat til, leder hen mod, leder frem mod, fører frem mod, peger hen mod, peger frem mod, bygger op til, baner vejen for, bro til, optakt til, forløber for,
      prepar~, gets … ready for, get … ready for, makes … ready for, make … ready for, leads up to, lead up to, builds up to, build up to, paves the way, pave the way, stepping stone, stepping-stone, springboard, bridge to, groundwork for`,
  },
  labourMarketNeed: {
    topic: labourMarket,
    told: `behov~, mangel, mangel på, mangelområde~, mangelfag~, mangelprofession~, flaskehals~, mangler, mangle, brug for, efterspørg~, efterspurgt~, rift om, skriger efter, skriger på, råber efter, råber på, hungrer efter, tørster efter, søger, leder efter, hårdt brug for, kan bruge, need~, shortage~, short of, demand~, crying out, cry out, in want of, wants, lack~, look~ for, call~ for, searching for, sought after, sought-after`,
    against: `overskud~, mættet, mættede, oversvømmet, overudbud, for mange, rigeligt med, nok af dem, dødt, surplus, saturated, glut, too many, oversuppl~, oversupply, flooded`,
  },
  likelyJobOrEducation: {
    topic: outcome,
    told: `jobudsigt~, jobchance~, jobtilsagn~, ansættelsestilsagn~, jobmulighed~, fastansæt~, ansætter, ansættes, vil … ansætte, going to hire, will hire, wants to hire, want to hire, plans to hire, hires, take~ … on, sandsynlig~, overvejende sandsynlig~, sandsynlighed~, overvejende sandsynlighed~, udsigt~, ender, ende, endte, endt, munder … ud i, munder ud, munde ud, fører … til, føre til, førte til, leder til, lede til, resulterer, resultere, giver, give, gav, kaster … af sig, kommer … ud af, kaste … af sig, chance~, håb~, tro på, tiltro til, stillet … i udsigt, lovet, forvent~, i sigte, på vej, på trapperne, i sikte, kommer i, komme i, kommer ud i, lander, lande, får, få, tilsagn~, venter, i vente, i den anden ende, bagefter, ret sikker på, sikker på, sikkert, gode muligheder, god mulighed, højst sandsynlig~, perspektiv~, på hånden, på den anden side,
      likely, likelihood, lead~ to, led to, result~ in, end~ in, end~ up, ended up, prospect~, chance~, hope~, promis~, expect~, land~, get~, got, probab~, lined up, in sight, on the horizon, waiting, at the end, offered, bound to, sure of, sure to, odds, realistic, outlook, comes out, coming out, comes of, come of, afterwards`,
    against: `leads nowhere, lead nowhere, fører ingen steder, ender blindt, blindgyde~, dead end, lille, små, ringe, minimal~, begrænset, lav, slim, small, low, remote, poor, tvivlsom~, tvivler~, tvivl om, usikker~, doubt~, uncertain, usandsynlig~, urealistisk~, udelukket, umulig~, udsigtsløs~, utopi, unlikely, improbable, implausible, far-fetched, ruled out, impossible, out of the question`,
  },
  hasEmployer: {
    topic: `ansættelsen, ansættelsesforhold~, mistet sit job, mistet jobbet, mistet arbejdet, mistet sit arbejde, fyret, fyres, afskediget, afskediges, opsagt, blevet sagt op, bliver sagt op, sagt sit job op, sagt sit arbejde op, siger sit job op, fratrådt, fratræder,
      lost … job, loses … job, fired, laid off, dismissed, sacked, made redundant, resigned, quit, out of a job, let go`,
    against: `ophørt, ophører, ophør, udløbet, afsluttet, er slut, er forbi, ended, terminated, is over, mistet~, mist~, fyret, fyres, afskedig~, opsagt, sagt op, sagt … op, siger … op, fratrådt, fratræder, lost, loses, fired, laid off, dismissed, sacked, redundant, resigned, quit, out of a job, let go`,
  },
  jobBrokerDeclined: {
    topic: `jobformidl~, formidleren, formidler, en formidler, job broker, job-broker, jobbroker, broker`,
    told: `fravælg~, fravalg~, vælger … fra, valgt … fra, vælge … fra, valgte … fra, vælger fra, valgt fra, takk~ nej, takk~ … nej, sagde nej, sagt nej, siger nej, sige nej, nej tak, nej til, afvis~, afslå~, afslog, afslår, vrager, sagt fra, siger fra, droppet, dropper, drop~,
      declin~, turn~ down, turn~ … down, refus~, reject~, said no, says no, say no, saying no, opt~ out, waiv~, no thanks, passed on, pass~ on`,
    against: `ønsker~, ønske, vil have, vil gerne, ville have, ville gerne, tager imod, tage imod, taget imod, tilvalgt, tilvælger, valgt til, vælger til, sagt ja, siger ja, sagde ja, takk~ ja, ja tak, ja til, accepter~, har fået, tilknyttet, want~, accept~, said yes, says yes, takes, take up, took up, like~, keen on, happy with, has got`,
  },
  atRiskOfLongIncapacity: {
    topic: `sygemelding~, sygdom~, sygefravær~, uarbejdsdygtighed~, sickness, illness, absence, incapacity, risiko~, risikerer, risikere, fare for, truet af, truer med, i fare, risk~, danger of, in danger, threat of, at risk`,
    told: `lang, langvarig~, længerevarende, længere, langtids~, lang tid, længe, trækker ud, trække ud, uarbejdsdygtig~, lange, long, long-term, lengthy, longer, prolonged, drags on, drag on, months`,
  },
  exemptFromActivity: {
    topic: `fritag~, dispensation, dispenser~, undtaget, exempt~, excused`,
    against: `falder bort, falder væk, bortfald~, ophør~, ophæv~, trækkes tilbage, trukket tilbage, udløb~, er slut, er forbi, lapse~, lifted, withdrawn, expire~, is over, ends, ended`,
  },
  foreignCitizenship: {
    topic: `statsborger~, pas, citizenship~, danish citizen~, citizen of, nationality, passport~`,
    told: `udenlandsk~, dobbelt~, fremmed~, anden, andet, andet land, to pas, tysk~, svensk~, norsk~, polsk~, syrisk~, tyrkisk~, irakisk~, iransk~, afghansk~, somalisk~, britisk~, rumænsk~, german, swedish, norwegian, polish, syrian, turkish, iraqi, iranian, afghan, somali, british, romanian, foreign, dual, double, another, other, second, non-danish`,
    against: `kun dansk, kun danske, dansk statsborger~, dansk pas, only danish, danish citizen~, danish national, danish passport`,
  },
  progress: {
    topic: `progression~, fremgang~, fremskridt~, forbedring~, udviklet sig, udvikler sig, i udvikling, positiv udvikling, god udvikling, rykket sig, rykker sig, flyttet sig, flytter sig, gået fremad, går fremad, gået frem, bedring~, tilbagegang, stilstand, står stille, står i stampe, gået i stå, gået baglæns, tilbageskridt, tilbagefald,
      progress~, improve~, improving, moved forward, moving forward, moving on, headway, getting better, got better, come along, step~ forward, advance~, stalled, stagnat~, standstill, setback~, worse, going backwards, gone backwards, regress~, relapse~, deteriorat~`,
    against: `tilbagegang, stilstand, står stille, står i stampe, gået i stå, gået baglæns, tilbageskridt, tilbagefald, udebliver, udeblevet, stalled, stagnat~, standstill, setback~, worse, going backwards, gone backwards, regress~, relapse~, deteriorat~`,
  },
  asAgreed: {
    topic: `aftalt, aftalen, aftalerne, aftaler, en aftale, sin aftale, sine aftaler, vores aftale, vi aftalte, det aftalte, der aftaltes, efter bogen, efter planen, planmæssig~, det lovede, har lovet, de lovede,
      as agreed, was agreed, were agreed, is agreed, been agreed, we agreed, they agreed, he agreed, she agreed, what's agreed, had agreed, have agreed, agreed on, agreed with, agreement~, the deal, contract, as planned, to plan, according to plan, was promised, they promised, it promised, promised us`,
    told: `lever~, leverer, holder, holde, holdt, følger, følge, følges, fulgt, overhold~, lever … op til, leve op til, levet op, kører, køre, kørt, forløber, går, gå, gået, gør, gjort, sker, som aftalt, planmæssig~, opfyld~, deliver~, keep~, kept, honour~, honor~, stick~, stuck, follow~, met, meet~, run~, going, goes, went, as agreed, to plan, as planned, live~ up, do, does, doing, provides, provided, complies, comply`,
    against: `miss~, bryder, brudt, brud på, misligehold~, mislighold~, svigter, svigtet, afviger, afveget, skrider, skredet, breach~, break~, broke, broken, deviat~, depart~, fall~ short, ignor~, differ~`,
  },
  ownWorkplace: {
    topic: `eg~ arb~plads, eg~ … arb~plads, eg~ arbejdsgiver~, eg~ job, eget arbejde, nuværende arb~plads, nuværende arbejdsgiver~, hvor ~ er ansat, gamle arb~plads, own workplace, own … workplace, own work place, own employer, own job, current employer, current workplace, present employer, present workplace, where ~ is employed, where ~ already works, where ~ works already, where ~ already work`,
  },
  mentallyVulnerable: {
    topic: `psyk~ sårbar~, psyk~ lidelse~, psyk~ syg~, psyk~ diagnose~, psyk~ udfordr~, psyk~ problem~, psyk~ skrøbelig~, sårbar~ … psyk~, sindslidende, sindslidelse~, angst, depression~, skizofren~, mentally vulnerable, mentally ill, mentally fragile, mental health problem~, mental health issue~, mental illness~, mental disorder~, psychologically vulnerable, psychiatric diagnos~, psychiatric disorder~`,
  },
  newGraduate: {
    topic: `nyuddannet~, nyuddannede, dimittend~, nyudklækk~, lige færdiguddannet, lige blevet færdiguddannet, netop færdiguddannet, lige blevet færdig, lige dimitteret, netop dimitteret, new graduate~, newly graduated, newly qualified, recent graduate~, just graduated, recently graduated, fresh graduate~, fresh out of`,
  },
  disability: {
    topic: `handicap~, funktionsnedsæt~, funktionsnedsat~, kørestol~, disab~, impairment~, wheelchair`,
  },
};
