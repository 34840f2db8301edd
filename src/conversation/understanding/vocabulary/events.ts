import type { Words } from './words.ts';

/**
 * More ways to tell that something has happened. `done-word` says so only of an event; `flag:NAME` is what was said or
 * done at it, and by whom.
 */
export const events: { da: Words; en: Words } = {
  da: {
    'event:referral-job-consultant': `jobkonsulent~ er sat på, jobkonsulent~ blev sat på, jobkonsulent~ sat på, sat jobkonsulent~ på, sat en jobkonsulent på, jobkonsulent~ er på, jobkonsulent~ koblet på, koblet jobkonsulent~ på, koblet en jobkonsulent på,
      jobkonsulent~ er koblet på, jobkonsulent~ er tilknyttet, jobkonsulent~ tilknyttet, tilknyttet jobkonsulent~, tilknyttet en jobkonsulent, fået jobkonsulent~, fået en jobkonsulent, fik jobkonsulent~, fik en jobkonsulent, jobkons er sat på, jobkons sat på, jobkons er på,
      jobkons tilknyttet, tilknyttet jobkons, visiteret til en jobkonsulent, henvist til en jobkonsulent, visiteret ham til jobkonsulent~, visiteret hende til jobkonsulent~, visiteret borgeren til jobkonsulent~, henvist ham til jobkonsulent~, henvist hende til jobkonsulent~,
      henvist borgeren til jobkonsulent~, visiteret ham til jobkons, visiteret hende til jobkons, henvist ham til jobkons, henvist hende til jobkons`,
    'event:job-broker-offered': `jobformidler~ er tilbudt, jobformidler~ blev tilbudt, jobformidler~ tilbudt, tilbud om en jobformidler`,
    'event:job-broker-assigned': `jobformidler~ er sat på, jobformidler~ sat på, jobformidler~ er koblet på, jobformidler~ koblet på, jobformidler~ blev tilknyttet, fik jobformidler~, fik en jobformidler, tilknyttet sin jobformidler`,
    'event:counsellor-assigned': `fast rådgiver, en rådgiver, tilknyttet rådgiver~, fået rådgiver, fået en rådgiver, rådgiver er tilknyttet, rådgiveren er tilknyttet, rådgiver på, rådgiver tildelt, koordinerende sagsbehandler~, personlig rådgiver~`,
    'event:effort-agreed': `indsats~ blev aftalt, indsats~ er aftalt, indsats~ aftalt, aftalt indsats~, aftalt indsatsen, aftalt hvilken indsats, aftalt en plan for indsatsen, enige om indsatsen, indsats~ er på plads`,
    'event:rehabilitation-started': `rehabiliteringsforløb~, rehabforløb~`,
    'event:cv-updated': `opdateret sit cv, opdateret hendes cv, opdateret hans cv, lagt cv ind, cv er på plads, cv er godkendt, cv lagt ind`,
    'event:education-plan': `lagt en uddannelsesplan, uddannelsesplan~ er på plads`,
    'event:literacy-screening': `screenet for ordblindhed, læse skrive screening, test for ordblindhed, testet for ordblindhed, læsescreenet`,
    'event:internship-considered': `overvejet en praktik, overvejet en virksomhedspraktik, praktik har været overvejet, virksomhedspraktik overvejet, virksomhedspraktik har været overvejet, drøftet virksomhedspraktik`,
    'event:danish-offered': `danskuddannelse er tilbudt, danskundervisning er tilbudt, danskundervisning tilbudt, danskuddannelse tilbudt, tilbudt en danskuddannelse`,
    'event:follow-up': `opf`,
    'event:follow-up-job-consultant': `opfølgning~ hos jobkonsulenten, opfølgning~ sammen med jobkonsulent~, opf med jobkons, opf m jobkons, opfølgning m jobkons, opfølgning~ med jobkons`,
    'event:note': `noteret i sagen, noteret på sagen, notér i sagen, noter i sagen, note i sagen, note på sagen, skrevet notat, skrevet et notat, notat er skrevet, notatet er skrevet, skrevet i sagen, skrevet begrundelse~, begrundelsen er skrevet`,
    'done-word': `er sat på, sat på, er på, koblet på, er koblet på, er på plads, på plads, taget, er taget, startede, er startet, startet, begyndte, er begyndt, aftalt, blev aftalt, er aftalt, overvejet, er overvejet, tilbudt, er tilbudt, blev tilbudt,
      tilknyttet, er tilknyttet, opdateret, er opdateret, lavet, blev lavet, gennemgået, overstået, noteret i sagen, noteret på sagen, skrevet notat, skrevet et notat, notatet er skrevet, notat er skrevet, skrevet begrundelse~, begrundelsen er skrevet`,
    'flag:repatriationInfo': `vejledt om hjemrejse, vejledt om repatriering, vejledt om hjemrejsemuligheder, vejledt om muligheden for hjemrejse, vejledt om muligheden for repatriering, vejledt hende om hjemrejse, vejledt ham om hjemrejse, vejledt borgeren om hjemrejse, vejledt hende om repatriering,
      vejledt ham om repatriering, vejledt borgeren om repatriering, vejledning om hjemrejse, vejledning om repatriering, hjemrejsevejledning~, repatrieringsvejledning~, informeret om hjemrejse, informeret om repatriering, orienteret om hjemrejse, orienteret om repatriering,
      fortalt om hjemrejse, fortalt om repatriering, talt om hjemrejse, talt om repatriering, vejledte om hjemrejse, vejledte om repatriering`,
    'flag:vacanciesTold': `ledige stillinger, ledige job, ledige jobs, stillingsopslag~, jobopslag~, hvor der er ledige, job at søge, job der kan søges, jobåbninger`,
    'flag:byRepatriationStaff': `repatrieringsmedarbejder~, hjemrejsemedarbejder~, repatrieringskonsulent~, hjemrejsekonsulent~, repatrieringsteam~, hjemrejseteam~`,
  },
  en: {
    'event:referral-job-consultant': `job consultant is assigned, job consultant was assigned, job consultant assigned, assigned a job consultant, assigned job consultant, got a job consultant, job consultant is on the case, job consultant is on,
      referred him to the job consultant, referred her to the job consultant, referred him to a job consultant, referred her to a job consultant`,
    'event:job-broker-offered': `job broker is offered`,
    'event:job-broker-assigned': `job broker is assigned, assigned job broker`,
    'event:counsellor-assigned': `counsellor was assigned, counsellor is assigned, assigned counsellor, got a counsellor, assigned a counselor`,
    'event:effort-agreed': `effort was agreed, effort is agreed, agreed the effort, agreed on an effort, efforts were agreed`,
    'event:cv-updated': `cv is updated, cv has been updated, updated her cv, updated his cv, updated the cv`,
    'event:internship-considered': `internship has been considered, considered the internship, considered internships`,
    'event:danish-offered': `danish lessons offered, danish lessons were offered`,
    'event:follow-up-job-consultant': `follow-up with the job consultant, followed up with the job consultant`,
    'event:note': `noted in the case, noted on the case, note in the case, wrote a note, written a note, note was written`,
    'done-word': `is assigned, was assigned, assigned, was updated, is updated, updated, made, was made, got, started, has started, begun, agreed, was agreed, considered, was considered, offered, was offered, taken, noted in the case, noted on the case, wrote a note, written a note, note was written`,
    'flag:repatriationInfo': `repatriation guidance~, guidance on repatriation, guidance about repatriation, informed about repatriation, told about repatriation, guided on repatriation, advised on repatriation, information on repatriation`,
    'flag:vacanciesTold': `vacancies, vacancy, job openings, open positions`,
    'flag:byRepatriationStaff': `repatriation staff, repatriation officer~, repatriation worker~, repatriation team`,
  },
};
