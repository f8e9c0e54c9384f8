import { ArrowUp, Square } from 'lucide-react';
import { useRef, useState } from 'react';
import { useSlash } from '../ui/use-slash.ts';

export function Composer({
  name,
  busy,
  onAsk,
  onStop,
}: {
  name: string;
  busy: boolean;
  onAsk: (question: string) => void;
  onStop: () => void;
}) {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useSlash(field);

  const send = () => {
    const question = text.trim();
    if (question === '' || busy) return;
    onAsk(question);
    setText('');
  };
  return (
    <form
      className="flex items-end gap-2 rounded-lg border border-line bg-raised p-2 focus-within:border-accent"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={field}
        rows={Math.min(6, text.split('\n').length)}
        value={text}
        dir="auto"
        aria-label={`Ask ${name}`}
        placeholder={`Ask ${name} …`}
        className="max-h-40 min-h-8 min-w-0 flex-1 resize-none bg-transparent px-2 py-1 text-base outline-none placeholder:text-muted"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            send();
          }
        }}
      />
      {busy ? (
        <button
          type="button"
          aria-label="Stop"
          onClick={onStop}
          className="rounded-lg border border-line p-2 hover:bg-sunken"
        >
          <Square size={16} aria-hidden />
        </button>
      ) : (
        <button
          type="submit"
          aria-label="Send"
          disabled={text.trim() === ''}
          className="rounded-lg bg-accent p-2 text-accent-ink"
        >
          <ArrowUp size={16} aria-hidden />
        </button>
      )}
    </form>
  );
}
