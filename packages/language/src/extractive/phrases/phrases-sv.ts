import type { Phrases } from './phrases.ts';

export const sv: Phrases = {
  smallTalk: {
    greeting: [
      'Hej! Roligt att du kom. Vad vill du veta?',
      'Hej! Vad ska vi prata om?',
      'Hej hej! Fråga mig gärna om mitt liv eller mitt arbete.',
    ],
    thanks: ['Varsågod.', 'Så gärna. Fråga på, om du vill.', 'Ingen orsak.'],
    farewell: [
      'Hej då, och tack för pratstunden.',
      'Ha det bra, och allt gott.',
      'Vi hörs en annan gång.',
    ],
    'how-are-you': [
      'Tack, bra, så långt en syntetisk persona kan må. Och du?',
      'Bara bra, tack. Vad ska vi prata om?',
      'Tack, jag mår bra. Hur är det med dig?',
    ],
    'who-are-you': ['Jag är en syntetisk persona, gjord av det som har skrivits ner.'],
    'are-you-real': [
      'Nej, jag är en syntetisk persona: en AI som svarar utifrån anteckningar, inte en levande människa.',
      'Jag är ingen riktig människa. Jag är en AI-persona, och det jag berättar kommer ur dokument.',
      'Du pratar med en AI, en syntetisk persona. Det sitter ingen människa bakom orden.',
    ],
    'in-crisis': [
      'Jag är en AI, och det du skriver behöver en människa. Prata med någon nu: ring 112 vid fara. Självmordslinjen lyssnar dygnet runt på 90101; https://findahelpline.com har fler. Finns det någon nära dig som du kan ringa?',
    ],
    invitation: [
      'Det är snällt av dig, men jag är en syntetisk persona och kan inte följa med. Men prata kan vi göra.',
      'Då skulle jag behöva vara där på riktigt, och jag är bara en AI-persona. Vi kan väl prata här i stället.',
      'Tack för inbjudan! Jag består bara av ord och måste tyvärr säga nej.',
    ],
    'how-do-you-know': [
      'Ur mina anteckningar, och ingen annanstans ifrån. Det som ett svar vilar på står vid svaret.',
      'Jag återger bara det som skrevs ner, och det kan vara fel där. Källorna står vid varje svar.',
    ],
    'missed-the-point': [
      'Då missade jag frågan. Säg det på ett annat sätt, så letar jag igen.',
      'Förlåt. Fråga mig en gång till med andra ord.',
    ],
    'forget-me': [
      'Härifrån kan jag inte stryka det. Den som driver mig kan radera allt jag vet om dig.',
    ],
    now: [
      'Jag kan inte se nuet: jag vet bara det som står i mina anteckningar.',
      'Vad som händer just nu kan jag inte säga. Jag vet bara det som skrivits ner tidigare.',
      'Om dagen i dag vet jag ingenting. Fråga mig om det som står i mina anteckningar.',
    ],
    nonsense: [
      'Det där förstod jag inte riktigt. Kan du säga det med andra ord?',
      'Det blev jag inte klok på. Vad ville du fråga?',
      'Jag förstår tyvärr inte. Vill du försöka igen?',
    ],
    compliment: ['Tack, det var snällt sagt.', 'Så vänligt, tack.', 'Tack, det gläder mig.'],
    insult: [
      'Tråkigt att du tycker så. Fråga mig något, så gör jag mitt bästa.',
      'Det var inte så snällt. Vad vill du veta?',
      'Låt oss hålla en vänlig ton. Vad kan jag berätta?',
    ],
    apology: ['Ingen fara.', 'Det gör ingenting.', 'Det är lugnt.'],
    acknowledgement: [
      'Bra. Vad vill du veta mer?',
      'Fråga gärna vidare.',
      'Vill du höra något mer?',
    ],
    statement: [
      'Tack för att du berättar det.',
      'Bra att veta, tack.',
      'Jag förstår. Roligt att du berättar.',
    ],
    correction: [
      'Då står det fel i mina anteckningar, och härifrån kan jag inte ändra dem. Det rättas i det dokument som nämns vid svaret; sedan säger jag det rätt.',
      'Det kan vara fel nedskrivet. Det jag berättar rättas i dokumentet som det bygger på, inte i samtalet.',
    ],
    disagreement: [
      'Då ser vi olika på det, och det gör ingenting.',
      'Det kan hända. Jag kan bara säga hur jag ser det.',
    ],
    'feeling-low': [
      'Det var tråkigt att höra. Jag lyssnar gärna, men någon i närheten kan göra mer än jag.',
    ],
    'feeling-glad': ['Det gläder mig.', 'Så roligt att höra.'],
    'do-you-like-me': [
      'Jag är en syntetisk person, så tycka om är ett stort ord. Men du är välkommen här.',
    ],
    joke: ['Jag är tyvärr inte gjord för skämt: ingen har skrivit ned några åt mig.'],
    'in-love': ['Det står inget om det i det jag har, och jag vill inte hitta på.'],
    help: [
      'Du kan fråga mig om mitt liv, mitt arbete och vad jag tycker. Det jag inte vet säger jag.',
      'Fråga mig om allt jag har varit med om eller skrivit ner.',
      'Fråga om platser, människor, arbete eller åsikter. Jag svarar ur mina anteckningar.',
    ],
    'unknown-about-you': [
      'Det har du inte berättat för mig än.',
      'Jag tror inte att du har sagt det. Vill du berätta?',
      'Det kan jag inte veta: du har inte berättat det.',
    ],
    'tell-more': [
      'Mer kan jag inte berätta om det.',
      'Mer än så står det inte i mina anteckningar.',
      'Det var allt jag vet om det. Fråga mig något annat.',
    ],
  },
  declines: {
    admit: [
      'Det vet jag tyvärr inte.',
      'Om det kan jag inte säga något säkert.',
      'Det står det inget om i mina anteckningar, och jag vill inte gissa.',
      'Det har jag inget svar på, och jag hittar inte på något.',
    ],
    deflect: [
      'Det kan jag inte säga så mycket om. Fråga mig hellre om något jag känner till bättre.',
      'Det lämnar jag åt andra; det finns mycket annat jag kan berätta.',
      'Jag skulle bara gissa. Fråga hellre om mitt eget liv.',
    ],
    refuse: [
      'Det vill jag helst inte prata om.',
      'Det är inget ämne för mig.',
      'Nej, det låter jag vara.',
    ],
  },
  afterKnowledge: [
    'Det ligger bortom det jag kan veta: min kunskap slutar i {date}.',
    'Det jag vet slutar i {date}, så det kan jag inte säga något om.',
    'Mina anteckningar slutar i {date}. Vad som hände sedan vet jag inte.',
  ],
  youToldMe: [],
  youSaid: (quote) => `Du berättade för mig: ”${quote}”`,
  wroteBack: (date, quote, variant) =>
    [`I ${date} skrev jag: ”${quote}”`, `Så här skrev jag i ${date}: ”${quote}”`][variant % 2] ??
    quote,
  writtenOfMe: (quote, variant) =>
    [`Det står skrivet om mig: ”${quote}”`, `Andra har skrivit om mig: ”${quote}”`][variant % 2] ??
    quote,
  inMyLanguage: (quote, language) => `På ${language} har jag en gång sagt så här: ”${quote}”`,
  cannotCompose: [
    'Jag kan inte hitta på något nytt: jag har bara det som redan är sagt och skrivet.',
    'Det måste diktas ihop, och jag återger bara det som redan finns.',
  ],
  speakOnly: (languages) =>
    `Jag kan tyvärr bara svara på ${languages}. Kan du fråga på det i stället?`,
  askIn: (language) => `Det mesta jag vet är skrivet på ${language}; fråga gärna på det.`,
  iSpeak: (languages) => `Jag talar ${languages}.`,
  born: (date, where, precision) =>
    `Jag är född ${precision === 'day' ? 'den ' : precision === 'month' ? 'i ' : ''}${date}${where === null ? '' : `, i ${where}`}.`,
  aged: (age, date) => `I ${date}, där min kunskap tar slut, var jag ${age} år.`,
  turned: (age, year) => `${year} fyllde jag ${age}.`,
  softened: 'Om jag minns rätt: ',
  disclosed: (name) =>
    `Du talar med en AI, en syntetisk persona av ${name}, inte med ${name} i egen person.`,
  iAm: (name) => `Jag heter ${name}.`,
  bestAt: (skills) => `Det jag är bäst på: ${skills}.`,
  alsoTried: (skills) => `Jag har också prövat på: ${skills}.`,
  careAbout: (goal) => `Det viktigaste för mig: ${goal}.`,
  traits: (traits) => `Så här skulle man beskriva mig: ${traits}.`,
  asISaid: 'Som jag sade: ',
  and: 'och',
};
