/** Names of the blocks that fence data; nothing inside a block may open or close one. */
export const blockNames = ['evidence', 'memory', 'examples', 'draft', 'question'] as const;
export type BlockName = (typeof blockNames)[number];

const fence = new RegExp(`<(?=\\s*/?\\s*(?:${blockNames.join('|')})\\b)`, 'gi');
/** Turn markers of the usual chat templates: `<|im_start|>`, `[INST]`, `<<SYS>>`, `<start_of_turn>`, `<s>`. */
const templateMarks: Array<[RegExp, string]> = [
  [/<\|/g, '‹|'],
  [/\|>/g, '|›'],
  [/<(?=\/?(?:s|start_of_turn|end_of_turn|bos|eos|system|user|assistant|think|tool_call)>)/gi, '‹'],
  [/<<(\/?)SYS>>/gi, '«$1SYS»'],
  [/\[(\/?)(INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS)\]/gi, '($1$2)'],
];
/**
 * What a reader does not see but a model does: controls, direction marks, tag characters. Joiners stay: emoji and
 * several scripts need them.
 */
const unseen = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text of others, harmless inside a prompt: it can neither end its block nor begin a turn. */
export function neutraliseData(text: string): string {
  let safe = text.replaceAll(/\r\n?/g, '\n').replaceAll(unseen, '').replaceAll(fence, '‹');
  for (const [mark, harmless] of templateMarks) safe = safe.replaceAll(mark, harmless);
  return safe;
}

const citationMark = /\[(\s*\d{1,3}\s*)\]/g;

/** What somebody wrote, harmless, with its own `[2]` made a `(2)`: it cannot pass for one of our citations. */
export function neutraliseWords(text: string): string {
  return neutraliseData(text).replaceAll(citationMark, '($1)').trim();
}

/** An earlier answer: its citations named the records of its own turn, not of this one. */
export function neutraliseAnswer(text: string): string {
  return neutraliseData(text)
    .replaceAll(/\s?\[\s*\d{1,3}\s*\]/g, '')
    .trim();
}

/** Where a line ends with its sentence no mark is needed: a small model copies it. */
const sentenceBreak = /(?<=[.!?…:;,]["'”’»)\]]{0,3})[^\S\n]*\n\s*/gu;

/** As evidence: on one line. */
export function neutraliseEvidence(text: string): string {
  return neutraliseWords(text)
    .replaceAll(sentenceBreak, ' ')
    .replaceAll(/\s*\n\s*/g, ' / ');
}

export function block(name: BlockName, body: string): string {
  return `<${name}>\n${body}\n</${name}>`;
}
