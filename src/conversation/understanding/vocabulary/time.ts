/** Words of the calendar and of counting, folded. */
const table = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .split(/\s+/)
      .filter((pair) => pair !== '')
      .map((pair): [string, number] => {
        const [word = '', number = '0'] = pair.split('=');
        return [word, Number(number)];
      }),
  );

/** Month names and abbreviations → 1 to 12. */
export const months =
  table(`januar=1 january=1 jan=1 februar=2 february=2 feb=2 febr=2 marts=3 march=3 mar=3 mart=3 mrs=3 april=4 apr=4 maj=5 may=5 juni=6 june=6
  jun=6 juli=7 july=7 jul=7 august=8 aug=8 september=9 sept=9 sep=9 oktober=10 october=10 okt=10 oct=10 november=11 nov=11 december=12 dec=12 januars=1
  februars=2 aprils=4 majs=5 junis=6 julis=7 augusts=8 septembers=9 oktobers=10 novembers=11 decembers=12 agust=8 augst=8 setember=9 septemer=9`);

/** Weekdays → 1 (Monday) to 7. */
export const weekdays =
  table(`mandag=1 monday=1 mon=1 tirsdag=2 tuesday=2 tue=2 tues=2 tirs=2 onsdag=3 wednesday=3 wed=3 ons=3 torsdag=4 thursday=4 thu=4
  thurs=4 tors=4 fredag=5 friday=5 fri=5 fre=5 loerdag=6 saturday=6 sat=6 soendag=7 sunday=7 sun=7 mandagen=1 tirsdagen=2 onsdagen=3 torsdagen=4 fredagen=5
  loerdagen=6 soendagen=7 mandags=1 tirsdags=2 onsdags=3 torsdags=4 fredags=5 loerdags=6 soendags=7 tirsag=2 trisdag=2 fredga=5 madag=1`);

/** Units of length: as days, weeks, months or years. */
export const units: ReadonlyMap<string, 'days' | 'weeks' | 'months' | 'years'> = new Map([
  ...'dag dage dages dagen day days dags dg dgs dges'.split(' ').map((word) => [word, 'days'] as const),
  ...'u uge uger ugers uges ugen week weeks wk wks ugerne ugr uer uegr ugger weks wekks'
    .split(' ')
    .map((word) => [word, 'weeks'] as const),
  ...'maaned maaneder maaneders maaneden md mdr mdrs mdrs mnd mdn month months mth mths maaneds maanedr maender mo monts mnths'
    .split(' ')
    .map((word) => [word, 'months'] as const),
  ...'aar aars year years yr yrs aaret'.split(' ').map((word) => [word, 'years'] as const),
]);

/** What hours are counted in, also as the last part of a longer word ("løntimer"). */
export const hourWords: ReadonlySet<string> = new Set(
  `timer time t hrs hours hour h tim hr ugetimer timers timernes loentimer arbejdstimer praktiktimer fremmoedetimer
  undervisningstimer lektioner lessons tiemr tmier timre huors hors`.split(/\s+/),
);

/** The tens of both languages, with the ones before (Danish) or after them (English). */
const onesDa = 'en=1 to=2 tre=3 fire=4 fem=5 seks=6 syv=7 otte=8 ni=9';
const tensDa = 'tyve=20 tredive=30 fyrre=40 halvtreds=50 tres=60 halvfjerds=70 firs=80 halvfems=90';
const onesEn = 'one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9';
const tensEn = 'twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90';

const paired = (
  tens: ReadonlyMap<string, number>,
  ones: ReadonlyMap<string, number>,
  join: (ten: string, one: string) => string[],
): [string, number][] =>
  [...tens].flatMap(([ten, value]) =>
    [...ones].flatMap(([one, more]) => join(ten, one).map((word): [string, number] => [word, value + more])),
  );

/** "attenhundrede", "totusind": a numeral written in one with what it counts. */
const inOne = (numerals: ReadonlyMap<string, number>, link: string, counted: Record<string, number>) =>
  [...numerals].flatMap(([word, value]) =>
    Object.entries(counted).map(([unit, times]): [string, number] => [`${word}${link}${unit}`, value * times]),
  );

const belowHundredDa: ReadonlyMap<string, number> = new Map([
  ...table(onesDa),
  ...table(
    `et=1 ti=10 elleve=11 elve=11 tolv=12 tretten=13 fjorten=14 femten=15 seksten=16 sytten=17 atten=18 nitten=19 niogfems=99 niogni=99 niognietti=99`,
  ),
  ...table(tensDa),
  ...paired(table(tensDa), table(onesDa), (ten, one) => [`${one}og${ten}`]),
]);
const belowHundredEn: ReadonlyMap<string, number> = new Map([
  ...table(onesEn),
  ...table(
    `ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 fourty=40`,
  ),
  ...table(tensEn),
  ...paired(table(tensEn), table(onesEn), (ten, one) => [`${ten}-${one}`]),
]);

/** Danish numerals, with those written in one with "hundrede" and "tusind". */
export const numeralsDa: ReadonlyMap<string, number> = new Map([
  ...belowHundredDa,
  ...inOne(belowHundredDa, '', { hundrede: 100, hundred: 100, tusind: 1000, tusinde: 1000 }),
]);

export const numeralsEn: ReadonlyMap<string, number> = new Map([
  ...table('a=1 an=1 another=1'),
  ...belowHundredEn,
  ...inOne(belowHundredEn, '-', { hundred: 100, thousand: 1000 }),
]);

/** Ordinals of the month's days, as words. */
export const ordinals =
  table(`foerste=1 anden=2 tredje=3 fjerde=4 femte=5 sjette=6 syvende=7 ottende=8 niende=9 tiende=10 ellevte=11 tolvte=12 trettende=13
  fjortende=14 femtende=15 sekstende=16 syttende=17 attende=18 nittende=19 tyvende=20 enogtyvende=21 toogtyvende=22 treogtyvende=23 fireogtyvende=24 femogtyvende=25
  seksogtyvende=26 syvogtyvende=27 otteogtyvende=28 niogtyvende=29 tredivte=30 enogtredivte=31 first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8
  ninth=9 tenth=10 fifteenth=15 twentieth=20 thirtieth=30 thirty-first=31`);
