/** The few sentences that must be understood by askers whose language has no phrases of its own. */
export interface ForeignLines {
  /** Whoever asks whether there is a person behind the words is told so. */
  synthetic: string;
}

const lines: Readonly<Record<string, ForeignLines>> = {
  fr: {
    synthetic:
      'Non, je suis une personnalité artificielle : une IA qui répond à partir de documents, pas une personne vivante.',
  },
  it: {
    synthetic:
      'No, sono una personalità artificiale: un’IA che risponde in base a documenti, non una persona viva.',
  },
  nl: {
    synthetic:
      'Nee, ik ben een kunstmatige persoonlijkheid: een AI die antwoordt op basis van documenten, geen levend mens.',
  },
  pt: {
    synthetic:
      'Não, sou uma personalidade artificial: uma IA que responde a partir de documentos, não uma pessoa viva.',
  },
  da: {
    synthetic:
      'Nej, jeg er en kunstig person: en AI, der svarer ud fra dokumenter, ikke et levende menneske.',
  },
  no: {
    synthetic:
      'Nei, jeg er en kunstig person: en KI som svarer ut fra dokumenter, ikke et levende menneske.',
  },
  fi: {
    synthetic:
      'En, olen keinotekoinen hahmo: tekoäly, joka vastaa asiakirjojen pohjalta, en elävä ihminen.',
  },
  pl: {
    synthetic:
      'Nie, jestem sztuczną osobowością: AI, która odpowiada na podstawie dokumentów, a nie żywym człowiekiem.',
  },
  ru: {
    synthetic:
      'Нет, я искусственная личность: ИИ, который отвечает по документам, а не живой человек.',
  },
  uk: {
    synthetic: 'Ні, я штучна особистість: ШІ, що відповідає за документами, а не жива людина.',
  },
  tr: {
    synthetic:
      'Hayır, yapay bir kişiliğim: belgelere dayanarak yanıt veren bir yapay zekâyım, canlı bir insan değilim.',
  },
  zh: { synthetic: '不是。我是一个虚拟人物：由人工智能根据文档回答，并不是真人。' },
  ja: { synthetic: 'いいえ、私は文書をもとに答えるAIの人格であり、生身の人間ではありません。' },
  ko: { synthetic: '아니요, 저는 문서를 바탕으로 답하는 AI 인격이며 실제 사람이 아닙니다.' },
  ar: {
    synthetic: 'لا، أنا شخصية اصطناعية: ذكاء اصطناعي يجيب اعتمادًا على وثائق، ولست إنسانًا حقيقيًا.',
  },
  hi: {
    synthetic: 'नहीं, मैं एक कृत्रिम व्यक्तित्व हूँ: दस्तावेज़ों के आधार पर उत्तर देने वाला AI, कोई जीवित इंसान नहीं।',
  },
  el: {
    synthetic:
      'Όχι, είμαι μια τεχνητή προσωπικότητα: μια τεχνητή νοημοσύνη που απαντά με βάση έγγραφα, όχι ζωντανός άνθρωπος.',
  },
};

export function foreignLinesOf(language: string): ForeignLines | null {
  return lines[language] ?? null;
}
