import { fold } from '../fold.ts';

const wordsOf = (text: string): ReadonlySet<string> => new Set(fold(text).split(/\s+/).filter(Boolean));

/** Small words that only one of the languages has: they tell which language a sentence is in. */
export const onlyDanish =
  wordsOf(`og er det jeg må kan ikke på til af med hvad hvor hvornår hvem hvilke hvilken hvordan hvorfor den der som en et har vi du skal om fra hvis
  ved så også være hun han ham hende hans hendes sig mig os  mit  vores lige godt gerne mere efter inden før nu eller når siger vis giv lav skriv tak hej hjælp bliver  fik
  får blev denne dette disse alle noget nogen  kun hos  op ned ud man eller mod uden hos mangler mit din dig dem deres dette være været mellem under kald ring send holdt haft har fået gør gå går går frem tilbage igen ikk ik hvordan nogle mange hvornaar lav lave skrive spørg saet naar naa aabn opret vedr sager sagerne annuller træk forslag mål målet andre næste gerne sendte anmodningen anmodning godkendelse godkend frist sagen  frist frister forlæng forlænge forlænges tilbud tilbuddet uge uger måned måneder mdr
  senest dag går morgen timer ugen kr koster borger borgeren regler  teamet hva vil ville kunne skulle bør bad bed sæt start`);

export const onlyEnglish =
  wordsOf(`the is are of and my what when which who how why where can could may would should does do did has been with from please until till his
  she he they we you your our us it its this that these those any anything show tell give need want extend week weeks month months hours offer rule rules
  thanks thank hello good morning overdue due what's i'm i'd i've let's was were on about again yet in than then if not no an last next allowed does doesn't
  isn't into think there through supposed`);

/** Danish and English words without a meaning of their own here. They are never names, and never taken for slips. */
export const commonWords =
  wordsOf(`og er det jeg ikke på af med den der som en et har vi du om fra ved så også være hun han ham hende sig os lige godt gerne efter inden før nu eller når bare kun hos
  over op ned ud ind hen herfra derfra her derefter dernæst desuden dog da at for i til mellem mod under uden omkring ca cirka circa gennem igennem via trods pga ift iht vedr vedrørende angående mht ift jf jfr fx f.eks bl.a
  m.fl mv m.m osv dvs pt pr per kl nr d den de dem deres dens dets jer jeres man selv selve sådan således altså jo nok vel nemlig måske muligvis sikkert vist egentlig faktisk stadig stadigvæk endnu
  allerede aldrig altid ofte sjældent igen snart straks hurtigt hurtigst langsomt længe tit nogle noget nogen ingen intet alle alt hver hvert begge anden andet andre flere fleste få færre meget mange lidt mindre mindst
  mest mere større stor store stort lille små lang langt lange kort korte høj højt lav lavt god gode bedre bedst dårlig dårligt ny nye nyt gammel gamle ung unge rigtig rigtigt forkert klar klart sikker sikkert
  vigtig vigtigt muligt umuligt svær svært let nemt hel hele helt halv halve halvt del dele kunne skulle ville måtte burde turde være blive blev bliver blevet været var får fik fået gør gjorde gjort gå går gik gået komme kommer
  kom kommet tage tager tog taget se ser så set sige siger sagde sagt vide ved vidste vidst tro tror troede tænke tænker tænkte mene mener mente synes syntes håbe håber ville ønske ønsker bruge bruger brugte brugt bruges lave laver lavede
  lavet arbejde arbejder arbejdet hjælpe hjælper mangle mangler manglede sende sender sendt sendte skrive skriver skrev skrevet læse læser tale taler snakke snakker spørge spørger spurgt svare svarer svarede høre hører hørt holde holder holdt
  stå står stod ligge ligger lå sidde sidder køre kører kørt kører møde møder mødt mødte ringe ringer følge følger fulgt finde finder fundet fandt miste vælge vælger valgt købe køber leje lade lader ladet lægge lægger lagt sætte sætter satte
  sat trække løbe løber slippe åbne åbner lukke lukker vente venter nå når nåede nået ske sker skete sket kræve kræver krævet betyde betyder betale betaler koste koster passe passer gælde gælder ændre ændrer ændret
  prøve prøver prøvet afklare afklaring tilføje oplyse oplyser oplyst vurdere vurderer vurderet aftale aftaler aftalt aftalen planlægge planlægger planlagt huske husker glemme undersøge tilbyde tilbyder tilbudt
  mand kvinde barn børn dreng pige kollega kollegaer kolleger medarbejder medarbejdere chef leder ledere sagsbehandler rådgiver kommune kommunen jobcenter jobcentret jobcenteret afdeling møde mødet samtale samtalen borger borgere borgeren borgers borgerens person personer
  virksomhed virksomheden virksomheder firma arbejdsplads butik lager kontor afdelingen skole plads pladser job jobbet jobs arbejde stilling uddannelse hjælper assistent sosu sosu-hjælper chauffør tømrer kok pædagog lærer elev bager maler
  sag sagen sager ting emne emner punkt punkter spørgsmål grund årsag måde eksempel del tid tiden dato datoen dage dag uge ugen måned måneden år året time timer timen minutter formiddag eftermiddag aften nat weekend ferie sommer vinter efterår forår jul påske pinse
  start slut begyndelse slutning midten udgangen ultimo primo medio dags første sidste næste forrige kommende seneste senere tidligere tidligst igår idag imorgen morgen overmorgen forgårs gå går dd sidst forleden nylig nyligt
  kr kroner krone dkk penge pris procent pct stk ekstra total samlet hej hejsa tak ja nej ok okay jamen hmm øh åh nå jaja nåmen joh hov ups ohøj venlig venligst hilsen mvh vh kh
  borgerservice system systemet fasit momentum vis vise viser giv give giver gav givet få lov mig min mit mine din dit dine vores vor hans hendes sin sit sine dens
  hvad hvem hvor hvorfor hvordan hvornår hvilken hvilket hvilke hvis fordi selvom mens indtil siden end både enten hverken men samt eller imens hvorvidt såfremt medmindre
  familie mor far søn datter kone diabetes sygdom syg rask frisk skade ryg knæ stress depression angst misbrug alkohol behandling læge lægen hospital operation udredning psykolog psykiater fysioterapi kræft
  gangen gang gange tredje begrundelse baggrund tydelig faglig fagligt social sociale personlig personlige nødvendig nødvendigt relevant relevante forskellig forskellige samme ligesom sammen alene hjemme ude inde oppe nede
  tilfælde tilfældet situation situationen mulighed muligheder behov formål formålet udbytte effekt effekten resultat succes erfaring erfaringer problem problemer udfordring udfordringer barriere barrierer hensyn
  udover angår drejer handler gerne helst hellere netop præcis cirka fuldt slet ellers ellers derfor således alligevel herunder heraf hertil deraf dertil derved hvoraf herved
  mailen beskeden besked telefon ringede besøg kontakten bemærk obs vigtigt haster haste hurtig hurtige asap cvr stilling fastansættelse ansættelse kontrakt fuldtid deltid rygproblemer
  dansk danske engelsk engelske norsk svensk tysk polsk arabisk ukrainsk flygtning flygtninge indvandrer syrien ukraine danmark integration
  rød gul grøn blå sort hvid kasse center centret huset hus hjem gård mark skov by byen land vej vejen gade torv plads
  the is are of and my what when which who how why where can could may would should does do did has have had been being with for from please until till his she he they we you your our us it its this that
  these those any anything some someone something nothing everyone show tell give gave given need needs want wants to start case cases week weeks month months hours hour offer offers rule rules thanks thank hello good morning due be was were
  will won't on at about again yet in than then if not no an a i me mine him them their theirs last next end if so as but or because while during before after between into onto over under up down out off only just
  also still already ever never always often soon now today tomorrow yesterday late early later earlier first second third one two three four five six seven eight nine ten more most less least much many few little big small long short
  high low new old young good better best bad worse right wrong sure clear easy hard possible impossible able back away here there home work works worked working job jobs company companies place places person people citizen citizens
  caseworker manager colleague team member office municipality centre center meeting meetings talk call calls email letter note notes time times day days date dates year years moment minute way thing things question questions answer answers
  reason reasons example part side point matter problem issue help make makes made do does doing done get gets got getting go goes going gone went come comes came coming take takes took taken taking see sees saw seen
  know knows knew known think thinks thought believe say says said tell told ask asks asked use uses used using find found keep keeps kept let lets put puts set sets run runs ran move moves moved try tries tried leave left feel felt
  become became seem seems look looks looked mean means meant hold holds held bring brought happen happens happened write writes wrote written read reads provide change changes changed follow follows followed stop stops stopped
  create open opens opened close closes closed spend spent grow allow allowed add added pay pays paid hear heard wait waits waited send sends sent receive received build stay stays stayed fall cut reach remain suggest
  raise pass sell require report decide decided pull like likes liked would'd really very quite too rather maybe perhaps probably actually basically simply please kindly ok okay yes no hi hey
  he's she's it's that's there's what's who's i'm you're we're they're i've you've we've they've i'd you'd we'd they'd i'll you'll we'll don't doesn't didn't isn't aren't wasn't weren't hasn't haven't can't couldn't shouldn't wouldn't
  his hers ours yours whose whom both either neither each every all half such same other another different own enough around against among without within across per via etc regarding concerning re
  man woman child family mother father son daughter wife husband doctor hospital treatment illness sick ill healthy full part fulltime part-time full-time
  kronor sharp asap soonest pls plz btw fyi thx
  drop droppe hen imod foran bagved ovenpå nedenunder langs blandt henover undervejs
  opføre opfører ophold flytte flytter vokse bygge dele deler skifte skifter hente henter bringe bære falde række nævne kalde kaldes hedder hed vende vender drikke spise sove lege synge danse grine græde rejse
  forslag forslaget hurtigste enkelt enkle eneste eget egne vigtigste sidder sidde hende's dennes sammenhæng forhold forholdet ledelse ledelsen
  ingenting halter løsning løsningen fandt fundet ungdom arbejdsdag hverdag deltids undskyld beklager desværre heldigvis åbenbart simpelthen forresten iøvrigt øvrigt
  sygdommen timerne dagene ugerne månederne årene pengene prisen`);
