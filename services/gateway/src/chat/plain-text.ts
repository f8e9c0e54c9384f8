import { ExpectedError, type ChatRequest } from '@personate/contracts';

type Content = ChatRequest['messages'][number]['content'];

/** A message's text; parts are joined by lines. @throws ExpectedError `chat.content-unsupported`. */
export function plainText(content: Content, param: string): string {
  if (content === null || content === undefined) return '';
  if (typeof content === 'string') return content;
  return content
    .map((part, index) => {
      if (part.type === 'text' || part.type === 'input_text') return part.text ?? '';
      if (part.type === 'refusal') return '';
      throw new ExpectedError(
        'invalid',
        'chat.content-unsupported',
        `A persona reads text; a content part of type "${part.type.slice(0, 40)}" it cannot.`,
        { fix: 'Send text parts only.', param: `${param}[${index}]` },
      );
    })
    .join('\n');
}
