import { fold } from '../fold.ts';

const table = (text: string): ReadonlyMap<string, string> =>
  new Map(
    fold(text)
      .split(/\s+/)
      .filter(Boolean)
      .map((pair): [string, string] => {
        const [short = '', whole = ''] = pair.split('=');
        return [short, whole];
      }),
  );

/** What caseworkers shorten with a dot → the word it stands for. Only with its dot: "t. 31/8", "m. Kaj". */
export const dotted =
  table(`t=til m=med v=ved f=for p=på u=uden h=hos anm=anmodning anmodn=anmodning ansøgn=ansøgning forl=forlæng godk=godkendelse
  tilb=tilbud samt=samtale saml=samtale afh=afholdt opf=opfølgning opfølgn=opfølgning opflg=opfølgning opsamt=opfølgningssamtale overskr=overskredne oversk=overskredne vis=visiteres visit=visiteret visiter=visiteret
  progr=progression prog=progression ekst=ekstern ext=ekstern int=intern ordin=ordinær udd=uddannelse vejl=vejledning prakt=praktik virk=virksomhed virks=virksomhed begr=begrundelse
  not=notat journ=journal henv=henvist udl=udløber led=leder lign=lignende målgr=målgruppe kat=kategori reg=registrer registr=registrer bev=bevilge bevill=bevilling
  stat=status afsl=afslut opd=opdateret opdat=opdateret rep=repatriering repatr=repatriering dagsord=dagsorden dagso=dagsorden kons=konsulent jobkons=jobkonsulent
  fagkons=fagkonsulent forv=forventet grp=gruppe gr=gruppe tilk=tilknyttet tilkn=tilknyttet afv=afventer mgl=mangler mangl=mangler frem=fremgang sen=senest
  igangs=igangsæt opst=opstart løntilsk=løntilskud raskm=raskmelding delv=delvis nyttej=nyttejob kth=kontanthjælp sdp=sygedagpenge revis=revision sb=sagsbehandler
  spm=spørgsmål spørgsm=spørgsmål komm=kommune br=borger brg=borger borg=borger medarb=medarbejder tilbudsl=tilbudsliste res=ressource ress=ressource fleksj=fleksjob hvorn=hvornår hvn=hvornår`);

/** Shortened with or without a dot. */
export const plain =
  table(`hvn=hvornår hvorn=hvornår anm=anmodning forl=forlæng godk=godkendelse jobkons=jobkonsulent fagkons=fagkonsulent frl=forlæng opf=opfølgning opflg=opfølgning tilb=tilbud
 ang=angående vdr=vedrørende ml=mellem sagsb=sagsbehandler funkl=funktionsleder fktl=funktionsleder fktleder=funktionsleder
  mgl=mangler sbh=sagsbehandler rykk=rykker`);

/** Two shortened words in one ("res.forl."), with the dot between them left out. */
export const joined =
  table(`resforl=ressourceforløb ressforl=ressourceforløb resforløb=ressourceforløb ressforløb=ressourceforløb funktleder=funktionsleder funkleder=funktionsleder fktleder=funktionsleder
  virkpraktik=virksomhedspraktik virkprakt=virksomhedspraktik virkspraktik=virksomhedspraktik virksprakt=virksomhedspraktik virkpr=virksomhedspraktik virkspr=virksomhedspraktik uddhj=uddannelseshjælp uddhjælp=uddannelseshjælp
  konthj=kontanthjælp konthjælp=kontanthjælp kthj=kontanthjælp ledyd=ledighedsydelse ledydelse=ledighedsydelse sygedp=sygedagpenge sygdp=sygedagpenge adp=a-dagpenge jobkons=jobkonsulent jobafkl=jobafklaring jobafklforl=jobafklaringsforløb
  raskmeld=raskmelding delvrask=delvis delvraskm=delvis løntilsk=løntilskud teaml=teamleder afdl=afdelingsleder integrationsyd=integrationsydelse intyd=integrationsydelse overgyd=overgangsydelse fleksl=fleksjob
  vejlforl=vejledningsforløb mentorforl=mentorforløb praktikforl=praktikforløb digjobs=jobsøgning jobs=jobsøgning danskudd=danskuddannelse danskund=danskundervisning førtidsp=førtidspension`);
