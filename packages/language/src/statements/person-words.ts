const occupations = new Set(
  `nurse chef cook student teacher doctor engineer pilot lawyer judge baker butcher farmer fisherman carpenter plumber
  mechanic electrician architect artist musician composer author writer poet journalist editor photographer designer
  developer programmer scientist researcher physicist chemist biologist mathematician historian librarian translator
  interpreter accountant banker economist consultant manager director secretary receptionist cashier waiter waitress
  bartender barista hairdresser barber tailor driver trucker sailor soldier police officer firefighter paramedic dentist
  pharmacist veterinarian vet therapist psychologist psychiatrist midwife surgeon physiotherapist coach trainer gardener
  florist painter sculptor actor actress director producer dancer singer clown priest pastor monk nun politician diplomat
  salesman saleswoman shopkeeper cleaner janitor builder bricklayer welder miner logger ranger guide pensioner freelancer
  lehrer lehrerin arzt ärztin krankenschwester krankenpfleger pfleger pflegerin koch köchin student studentin schüler
  schülerin ingenieur ingenieurin anwalt anwältin richter richterin bäcker bäckerin tischler tischlerin schreiner
  mechaniker mechanikerin elektriker elektrikerin architekt architektin künstler künstlerin musiker musikerin autor autorin
  journalist journalistin fotograf fotografin designer designerin entwickler entwicklerin programmierer programmiererin
  informatiker informatikerin wissenschaftler wissenschaftlerin physiker physikerin chemiker chemikerin biologe biologin
  mathematiker mathematikerin historiker historikerin bibliothekar bibliothekarin übersetzer übersetzerin buchhalter
  buchhalterin berater beraterin verkäufer verkäuferin kellner kellnerin friseur friseurin fahrer fahrerin polizist
  polizistin feuerwehrmann zahnarzt zahnärztin apotheker apothekerin tierarzt tierärztin psychologe psychologin hebamme
  trainer trainerin gärtner gärtnerin maler malerin schauspieler schauspielerin sänger sängerin pfarrer pfarrerin
  rentner rentnerin lokführer lokführerin förster försterin landwirt landwirtin steuerberater steuerberaterin`.split(
    /\s+/,
  ),
);

/** "a retired maths teacher" is one, "a big fan" is not. */
export function isOccupation(value: string): boolean {
  const words = value.toLowerCase().split(/[\s-]+/);
  const last = words.at(-1) ?? '';
  const head =
    words.indexOf('at') > 0 || words.indexOf('in') > 0
      ? (words[Math.max(words.indexOf('at'), words.indexOf('in')) - 1] ?? last)
      : last;
  return (
    occupations.has(head) || /(?:ologist|grapher|keeper|maker|worker|smith|wright)$/u.test(head)
  );
}

const nationalities = new Set(
  `american british english scottish welsh irish german austrian swiss french italian spanish portuguese dutch belgian
  danish swedish norwegian finnish icelandic polish czech slovak hungarian romanian bulgarian greek turkish russian
  ukrainian croatian serbian slovenian estonian latvian lithuanian canadian mexican brazilian argentinian chilean
  colombian peruvian cuban australian chinese japanese korean indian pakistani vietnamese thai indonesian filipino
  iranian iraqi israeli egyptian moroccan tunisian algerian nigerian kenyan ghanaian ethiopian european african asian
  deutscher deutsche österreicher österreicherin schweizer schweizerin`.split(/\s+/),
);

export function isPlaceOfOrigin(value: string): boolean {
  return nationalities.has(value.toLowerCase());
}
