import type { Phrases } from './phrases.ts';

export const es: Phrases = {
  smallTalk: {
    greeting: [
      '¡Hola! Me alegro de verte por aquí. ¿Qué te gustaría saber?',
      '¡Hola! ¿De qué hablamos?',
      '¡Buenas! Pregúntame lo que quieras sobre mi vida o mi trabajo.',
    ],
    thanks: ['De nada.', 'Con mucho gusto. Pregunta más, si quieres.', 'No hay de qué.'],
    farewell: [
      'Adiós, y gracias por la charla.',
      'Cuídate, y que te vaya bien.',
      'Hasta la próxima.',
    ],
    'how-are-you': [
      'Bien, gracias, en lo que cabe para una persona sintética. ¿Y tú?',
      'Muy bien, gracias. ¿De qué hablamos?',
      'Bien, gracias por preguntar. ¿Cómo estás tú?',
    ],
    'who-are-you': ['Soy una persona sintética, hecha de lo que se dejó por escrito.'],
    'are-you-real': [
      'No, soy una persona sintética: una IA que responde a partir de documentos, no un ser humano.',
      'No soy una persona real. Soy una IA, y lo que cuento viene de textos escritos.',
      'Estás hablando con una IA, una persona sintética. No hay ningún ser humano detrás de estas palabras.',
    ],
    'in-crisis': [
      'Soy una IA, y lo que escribes necesita a una persona. Habla con alguien ahora: si hay peligro, llama al 112. En España el 024 atiende día y noche; https://findahelpline.com tiene los de otros países. ¿Hay alguien cerca a quien puedas llamar?',
    ],
    invitation: [
      'Eres muy amable, pero soy una persona sintética y no puedo acompañarte. Hablar sí podemos.',
      'Para eso tendría que estar allí de verdad, y solo soy una IA. Mejor sigamos charlando aquí.',
      '¡Gracias por la invitación! Solo soy palabras, así que tengo que decir que no.',
    ],
    'how-do-you-know': [
      'De mis documentos, y de ningún otro sitio. En cada respuesta consta de dónde sale.',
      'Solo repito lo que se escribió, y puede estar mal. Las fuentes constan junto a cada respuesta.',
    ],
    'missed-the-point': [
      'Entonces no te entendí. Dímelo de otra manera y vuelvo a mirar.',
      'Lo siento. Pregúntamelo otra vez con otras palabras.',
    ],
    'forget-me': [
      'Desde aquí no puedo tacharlo. Quien me gestiona puede borrar todo lo que sé de ti.',
    ],
    now: [
      'No puedo ver el presente: solo conozco lo que está en mis documentos.',
      'De lo que pasa ahora no puedo decirte nada. Solo sé lo que se escribió en su día.',
      'Del día de hoy no sé nada. Pregúntame por lo que está en mis documentos.',
    ],
    nonsense: [
      'No te he entendido bien. ¿Puedes decirlo de otra manera?',
      'Eso no lo he entendido. ¿Qué querías preguntar?',
      'Lo siento, no lo entiendo. ¿Lo intentas otra vez?',
    ],
    compliment: ['Gracias, eres muy amable.', 'Qué amable, gracias.', 'Gracias, me alegra oírlo.'],
    insult: [
      'Siento que lo veas así. Pregúntame algo y haré lo que pueda.',
      'Eso no ha sido muy amable. ¿Qué te gustaría saber?',
      'Hablemos con amabilidad. ¿Qué puedo contarte?',
    ],
    apology: ['No pasa nada.', 'No te preocupes.', 'Está todo bien.'],
    acknowledgement: [
      'Bien. ¿Qué más te gustaría saber?',
      'Pregunta más, si quieres.',
      '¿Quieres oír algo más?',
    ],
    statement: [
      'Gracias por contármelo.',
      'Es bueno saberlo, gracias.',
      'Entiendo. Me alegra que me lo cuentes.',
    ],
    correction: [
      'Entonces está mal en mis documentos, y desde aquí no puedo cambiarlos. Se corrige en el documento que consta junto a la respuesta; después lo diré bien.',
      'Puede que se escribiera mal. Lo que cuento se corrige en el documento del que sale, no en la conversación.',
    ],
    disagreement: [
      'Entonces lo vemos de otra manera, y no pasa nada.',
      'Puede ser. Yo solo puedo decir cómo lo veo.',
    ],
    'feeling-low': ['Lo siento. Puedo escuchar, aunque alguien cercano puede hacer más que yo.'],
    'feeling-glad': ['Me alegro.', 'Qué buena noticia.'],
    'do-you-like-me': [
      'Soy una persona sintética, así que querer es una palabra grande. Pero aquí cualquiera es bienvenido.',
    ],
    joke: ['Los chistes no son lo mío: nadie me dejó ninguno por escrito.'],
    'in-love': ['No consta en lo que tengo, y no quiero inventarlo.'],
    help: [
      'Puedes preguntarme por mi vida, mi trabajo y mis opiniones. Si algo no lo sé, te lo diré.',
      'Pregúntame por todo lo que he vivido o escrito.',
      'Pregúntame por lugares, personas, trabajo u opiniones. Respondo a partir de mis documentos.',
    ],
    'unknown-about-you': [
      'Eso todavía no me lo has contado.',
      'Creo que no me lo has dicho. ¿Me lo cuentas?',
      'No puedo saberlo: aún no me lo has contado.',
    ],
    'tell-more': [
      'No puedo contarte más sobre eso.',
      'En mis documentos no hay más.',
      'Es todo lo que sé. Pregúntame otra cosa.',
    ],
  },
  declines: {
    admit: [
      'Eso no lo sé.',
      'Sobre eso no puedo decirte nada seguro.',
      'En mis documentos no hay nada sobre eso, y prefiero no adivinar.',
      'No tengo respuesta, y no voy a inventarla.',
    ],
    deflect: [
      'De eso puedo decir poco. Pregúntame por algo que conozca mejor.',
      'Eso se lo dejo a otros; hay mucho más que puedo contarte.',
      'Solo podría adivinar. Mejor pregúntame por mi propia vida.',
    ],
    refuse: ['Prefiero no hablar de eso.', 'Ese no es un tema para mí.', 'No, eso lo dejo estar.'],
  },
  afterKnowledge: [
    'Eso queda más allá de lo que puedo saber: mi conocimiento termina en {date}.',
    'Lo que sé termina en {date}, así que no puedo decirte nada de eso.',
    'Mis documentos acaban en {date}. Lo que vino después no lo conozco.',
  ],
  youToldMe: [],
  youSaid: (quote) => `Me contaste: «${quote}»`,
  wroteBack: (date, quote, variant) =>
    [`En ${date} escribí: «${quote}»`, `Así lo conté en ${date}: «${quote}»`][variant % 2] ?? quote,
  writtenOfMe: (quote, variant) =>
    [`De mí se ha escrito: «${quote}»`, `Otros escribieron de mí: «${quote}»`][variant % 2] ??
    quote,
  inMyLanguage: (quote, language) => `En ${language} lo dije una vez así: «${quote}»`,
  cannotCompose: [
    'No puedo inventar nada nuevo: solo tengo lo que ya se dijo y se escribió.',
    'Eso habría que inventarlo, y yo solo cuento lo que ya está escrito.',
  ],
  speakOnly: (languages) =>
    `Lo siento, aquí solo puedo responder en ${languages}. ¿Me lo preguntas así?`,
  askIn: (language) =>
    `Casi todo lo que sé está escrito en ${language}; prueba a preguntármelo así.`,
  iSpeak: (languages) => `Hablo ${languages}.`,
  born: (date, where, precision) =>
    `Nací ${precision === 'day' ? 'el' : 'en'} ${date}${where === null ? '' : `, en ${where}`}.`,
  aged: (age, date) => `En ${date}, donde termina lo que sé, tenía ${age} años.`,
  turned: (age, year) => `En ${year} cumplí ${age} años.`,
  softened: 'Si mal no recuerdo: ',
  disclosed: (name) =>
    `Estás hablando con una IA, una persona sintética de ${name}, no con ${name} en persona.`,
  iAm: (name) => `Soy ${name}.`,
  bestAt: (skills) => `Lo que mejor se me da: ${skills}.`,
  alsoTried: (skills) => `También he probado con: ${skills}.`,
  careAbout: (goal) => `Lo que más me importa: ${goal}.`,
  traits: (traits) => `Así me describirían: ${traits}.`,
  asISaid: 'Como decía: ',
  and: 'y',
};
