import type { FrameWords } from './fact-frames.ts';

/** A frame whose fact has one of several values. */
interface ValueFrame extends FrameWords {
  value: string;
}

const goal = `mål, målet, målene, målsætning~, målsætter, formål, formålet, sigtet, sigter, sigter mod, sigter efter, stiler mod, stile mod, går efter, gå efter, rettet mod, retter sig mod, satser på, satse på, goal~, aim~, objective~, purpose~, target~, ambition~, ambitionen`;
const ground = `grund~, begrund~, formål~, årsag~, fordi, pladsen, plads, skal, handler om, drejer sig om, bruge~, for at, træne~, træning, øve~, øvelse, teste~, afprøv~, afklar~, afdæk~, styrke~, udvikle~, opbyg~, skyldes, valgt på grund af, problem~, udfordring~, mangler, mangel på, svag~, dårlig~, ustabil~, lacks, lack of, weak, poor,
  reason~, ground~, purpose~, because, is for, to practi~, to train, training, to test, testing, to clarify, clarify~, to build, build~, to check, check~, to strengthen, to find out, about, due to, justif~, to work on, work on`;

/** Facts that are one of several values; the first frame that is told speaks. */
export const valueFrames: Readonly<Record<string, readonly ValueFrame[]>> = {
  fixedPlaceGround: [
    {
      value: 'availability',
      topic: `rådighed, rådigheden, rådighedsafprøv~, rådighedsvurder~, availability, available for work, available`,
      told: ground,
    },
    {
      value: 'attendance',
      topic: `fremmøde~, stabilt fremmøde, mødestabil~, møde stabilt, komme til tiden, mødepligt, møde op, attendance, attend regularly, showing up, turning up, show up on time, punctual~`,
      told: ground,
    },
    {
      value: 'job-goal',
      topic: `jobmål~, jobønske~, beskæftigelsesmål~, hvad ~ vil arbejde med, jobretning, brancheafklaring, job goal~, job aim~, career goal~, job target~, employment goal~`,
      told: `afklar~, afdæk~, find~, undersøg~, afprøv~, teste~, grund~, begrund~, præciser~, uafklar~, clarif~, find~ out, settl~, explor~, reason~, ground~, unclear, work~ out, figur~ out, test~`,
    },
    {
      value: 'social-skills',
      topic: `det sociale, sociale, sociale kompetence~, sociale færdighed~, sociale evner, kollegialt, samvær, social skill~, social competenc~, socially, social side, being around people`,
      told: ground,
    },
    {
      value: 'other-problems',
      topic: `andre problem~, andre udfordring~, problemer ud over ledighed~, problemer udover ledighed~, andet end ledighed~, other problems, other challenges, other issues, problems other than unemployment, problems besides unemployment, problems beyond unemployment`,
      told: ground,
    },
  ],
  goal: [
    {
      value: 'employment',
      topic: `job, et job, jobbet, arbejde, beskæftigelse, ansættelse, ordinært job, ordinær beskæftigelse, selvforsørgelse, jobrettet, employment, a job, job, work, getting hired`,
      told: goal,
    },
    {
      value: 'education',
      topic: `uddannelse, udd, en uddannelse, ordinær uddannelse, læreplads, en læreplads, studie, skole, education, an education, school, apprenticeship, studies, a degree, schooling`,
      told: goal,
    },
    {
      value: 'education',
      topic: `uddannelsesmål, uddannelsesmålet, uddannelsesrettet mål, education goal, educational goal`,
    },
    {
      value: 'employment',
      topic: `jobmål, jobmålet, beskæftigelsesmål, beskæftigelsesmålet, beskæftigelsesrettet mål, employment goal, job goal`,
    },
    {
      value: 'none',
      topic: `dropper mål~, droppe mål~, dropper … mål~, fjerner mål~, stryger mål~, drop the goal, drop the aim, intet mål, intet … mål, ingen mål, ingen … mål, uden mål, uden … mål, ikke har mål, ikke … noget mål, ikke … et mål, ikke … nogen mål, ikke … målsætning, ingen målsætning, uden målsætning, målløs, no goal, no … goal, without goal, without … goal, no aim, no … aim, no objective, no particular goal, doesn't have … goal, not have … goal, without … aim, goal … none, mål~ … ingen, hverken job eller uddannelse`,
    },
  ],
  placement: [
    {
      value: 'individual',
      topic: `ind plads, indiv plads, individuel, individuelt, individuelle plads~, individuelle praktik~, enkeltplads~, individual, individually, tailor-made place~, one-off place~`,
    },
    {
      value: 'fixed',
      topic: `fast plads, faste pladser, fast … plads, faste … pladser, fastplads~, fast placering, fast praktik~, faste praktik~, virksomhedscenter~, fixed place~, fixed placement~, fixed … place~, fixed one, fixed spot~, permanent place~, standing place~`,
    },
  ],
  integrationGroup: [
    { value: 'displaced-ukraine', topic: `ukrain~, fordrevet, fordrevne, særloven, displaced` },
    {
      value: 'family-reunified',
      topic: `familiesammenfør~, familie-sammenfør~, sammenført, ægtefællesammenfør~, family-reuni~, family reuni~, reunified, reunited … family`,
    },
    { value: 'refugee', topic: `flygtning~, kvoteflygtning~, asyl~, refugee~, asylum~` },
    { value: 'immigrant', topic: `indvandr~, indvandrer~, immigrant~, migrant~` },
  ],
};
