import { FileUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

/** Takes one file, dropped anywhere on the page or chosen. A folder has to be zipped: browsers hand over files. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const drag = (event: DragEvent) => {
      event.preventDefault();
      setOver(event.type === 'dragover');
      const file = event.type === 'drop' ? event.dataTransfer?.files[0] : undefined;
      if (file) onFile(file);
    };
    for (const type of ['dragover', 'dragleave', 'drop'] as const)
      document.addEventListener(type, drag);
    return () => {
      for (const type of ['dragover', 'dragleave', 'drop'] as const)
        document.removeEventListener(type, drag);
    };
  }, [onFile]);
  return (
    <button
      type="button"
      onClick={() => input.current?.click()}
      className={`flex w-full flex-col items-center gap-3 rounded-lg border-2 border-dashed px-6 py-14 text-center ${over ? 'border-accent bg-accent-soft' : 'border-line bg-raised hover:border-accent'}`}
    >
      <FileUp size={28} aria-hidden className="text-accent" />
      <span className="text-xl font-medium">Drop an X or LinkedIn export, or notes</span>
      <span className="max-w-md text-sm text-muted">
        A zip as you downloaded it, a zipped folder of Markdown or text, or a .jsonl file. It stays
        on this machine, and nothing is kept before you say so.
      </span>
      <input
        ref={input}
        type="file"
        aria-label="Choose an export"
        className="sr-only"
        tabIndex={-1}
        accept=".zip,.jsonl,.md,.markdown,.txt,.csv"
        onClick={(event) => event.stopPropagation()}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          event.target.value = '';
        }}
      />
    </button>
  );
}
