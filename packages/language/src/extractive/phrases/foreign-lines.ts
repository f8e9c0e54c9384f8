import { ownOf } from '@personate/contracts';

/** The few sentences that must be understood by askers whose language has no phrases of its own. */
export interface ForeignLines {
  /** Whoever asks whether there is a person behind the words is told so. */
  synthetic: string;
  /** The persona does not speak the language; `{languages}` are those that it does, two or more. */
  speakOnly: string;
  /** The same of a persona that speaks one: `{language}`. */
  speakOne: string;
}

const lines: Readonly<Record<string, ForeignLines>> = {
  fr: {
    synthetic:
      'Non, je suis une personnalité artificielle : une IA qui répond à partir de documents, pas une personne vivante.',
    speakOnly:
      'Je ne peux malheureusement pas répondre en français. Posez-moi la question dans l’une de ces langues : {languages}.',
    speakOne:
      'Je ne peux malheureusement pas répondre en français. Posez-moi la question en {language}.',
  },
  it: {
    synthetic:
      'No, sono una personalità artificiale: un’IA che risponde in base a documenti, non una persona viva.',
    speakOnly:
      'Purtroppo non posso rispondere in italiano. Me lo chieda in una di queste lingue: {languages}.',
    speakOne: 'Purtroppo non posso rispondere in italiano. Me lo chieda in {language}.',
  },
  nl: {
    synthetic:
      'Nee, ik ben een kunstmatige persoonlijkheid: een AI die antwoordt op basis van documenten, geen levend mens.',
    speakOnly:
      'Helaas kan ik niet in het Nederlands antwoorden. Vraag het me in een van deze talen: {languages}.',
    speakOne: 'Helaas kan ik niet in het Nederlands antwoorden. Vraag het me in het {language}.',
  },
  pt: {
    synthetic:
      'Não, sou uma personalidade artificial: uma IA que responde a partir de documentos, não uma pessoa viva.',
    speakOnly:
      'Infelizmente não posso responder em português. Pergunte-me numa destas línguas: {languages}.',
    speakOne: 'Infelizmente não posso responder em português. Pergunte-me em {language}.',
  },
  da: {
    synthetic:
      'Nej, jeg er en kunstig person: en AI, der svarer ud fra dokumenter, ikke et levende menneske.',
    speakOnly: 'Jeg taler desværre ikke dansk. Spørg mig på et af disse sprog: {languages}.',
    speakOne: 'Jeg taler desværre ikke dansk. Spørg mig på {language}.',
  },
  no: {
    synthetic:
      'Nei, jeg er en kunstig person: en KI som svarer ut fra dokumenter, ikke et levende menneske.',
    speakOnly: 'Jeg snakker dessverre ikke norsk. Spør meg på et av disse språkene: {languages}.',
    speakOne: 'Jeg snakker dessverre ikke norsk. Spør meg på {language}.',
  },
  fi: {
    synthetic:
      'En, olen keinotekoinen hahmo: tekoäly, joka vastaa asiakirjojen pohjalta, en elävä ihminen.',
    speakOnly: 'Valitettavasti en puhu suomea. Kysy jollakin näistä kielistä: {languages}.',
    speakOne: 'Valitettavasti en puhu suomea. Kysy tällä kielellä: {language}.',
  },
  pl: {
    synthetic:
      'Nie, jestem sztuczną osobowością: AI, która odpowiada na podstawie dokumentów, a nie żywym człowiekiem.',
    speakOnly: 'Niestety nie mówię po polsku. Zapytaj mnie w jednym z tych języków: {languages}.',
    speakOne: 'Niestety nie mówię po polsku. Zapytaj mnie w tym języku: {language}.',
  },
  ru: {
    synthetic:
      'Нет, я искусственная личность: ИИ, который отвечает по документам, а не живой человек.',
    speakOnly:
      'К сожалению, я не говорю по-русски. Спросите меня на одном из этих языков: {languages}.',
    speakOne: 'К сожалению, я не говорю по-русски. Спросите меня на этом языке: {language}.',
  },
  uk: {
    synthetic: 'Ні, я штучна особистість: ШІ, що відповідає за документами, а не жива людина.',
    speakOnly: 'На жаль, я не розмовляю українською. Запитайте мене однією з цих мов: {languages}.',
    speakOne: 'На жаль, я не розмовляю українською. Запитайте мене цією мовою: {language}.',
  },
  tr: {
    synthetic:
      'Hayır, yapay bir kişiliğim: belgelere dayanarak yanıt veren bir yapay zekâyım, canlı bir insan değilim.',
    speakOnly: 'Ne yazık ki Türkçe konuşamıyorum. Lütfen şu dillerden birinde sorun: {languages}.',
    speakOne: 'Ne yazık ki Türkçe konuşamıyorum. Lütfen şu dilde sorun: {language}.',
  },
  zh: {
    synthetic: '不是。我是一个虚拟人物：由人工智能根据文档回答，并不是真人。',
    speakOnly: '抱歉，我不会说中文。请用以下语言之一问我：{languages}。',
    speakOne: '抱歉，我不会说中文。请用{language}问我。',
  },
  ja: {
    synthetic: 'いいえ、私は文書をもとに答えるAIの人格であり、生身の人間ではありません。',
    speakOnly: '申し訳ありませんが、日本語は話せません。次の言語でお尋ねください：{languages}。',
    speakOne: '申し訳ありませんが、日本語は話せません。{language}でお尋ねください。',
  },
  ko: {
    synthetic: '아니요, 저는 문서를 바탕으로 답하는 AI 인격이며 실제 사람이 아닙니다.',
    speakOnly: '죄송하지만 저는 한국어를 하지 못합니다. 다음 언어로 물어봐 주세요: {languages}.',
    speakOne: '죄송하지만 저는 한국어를 하지 못합니다. 다음 언어로 물어봐 주세요: {language}.',
  },
  ar: {
    synthetic: 'لا، أنا شخصية اصطناعية: ذكاء اصطناعي يجيب اعتمادًا على وثائق، ولست إنسانًا حقيقيًا.',
    speakOnly: 'عذرًا، لا أتحدث العربية. اسألني بإحدى هذه اللغات: {languages}.',
    speakOne: 'عذرًا، لا أتحدث العربية. اسألني بهذه اللغة: {language}.',
  },
  hi: {
    synthetic: 'नहीं, मैं एक कृत्रिम व्यक्तित्व हूँ: दस्तावेज़ों के आधार पर उत्तर देने वाला AI, कोई जीवित इंसान नहीं।',
    speakOnly: 'क्षमा करें, मैं हिन्दी नहीं बोलता। कृपया इनमें से किसी भाषा में पूछें: {languages}।',
    speakOne: 'क्षमा करें, मैं हिन्दी नहीं बोलता। कृपया इस भाषा में पूछें: {language}।',
  },
  el: {
    synthetic:
      'Όχι, είμαι μια τεχνητή προσωπικότητα: μια τεχνητή νοημοσύνη που απαντά με βάση έγγραφα, όχι ζωντανός άνθρωπος.',
    speakOnly: 'Δυστυχώς δεν μιλάω ελληνικά. Ρωτήστε με σε μία από αυτές τις γλώσσες: {languages}.',
    speakOne: 'Δυστυχώς δεν μιλάω ελληνικά. Ρωτήστε με σε αυτή τη γλώσσα: {language}.',
  },
};

/** The same as a statement, where nobody has asked: without the "no" that it begins with. */
export function foreignStatement({ synthetic }: ForeignLines): string {
  const statement = synthetic.replace(/^\p{L}+[,，、،。]\s*/u, '');
  return statement.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

export function allForeignLines(): ForeignLines[] {
  return Object.values(lines);
}

export function foreignLinesOf(language: string): ForeignLines | null {
  return ownOf(lines, language) ?? null;
}
