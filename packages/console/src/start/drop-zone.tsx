import { FileUp } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Busy, Button, Trouble } from '../ui/parts.tsx';
import { chosenFiles, droppedFiles } from './dropped-files.ts';
import { packFiles, type PickedFile } from './pack-files.ts';

/** Takes an export, dropped anywhere on the page or chosen: a file, or a folder, which is packed here into one. */
export function DropZone({ onFile }: { onFile: (file: File) => Promise<void> }) {
  const [over, setOver] = useState(false);
  const [packing, setPacking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = useCallback(
    async (picking: Promise<PickedFile[]>) => {
      setError(null);
      setPacking(true);
      try {
        const picked = await picking;
        if (picked.length > 0) await onFile(await packFiles(picked));
      } catch (failure) {
        setError(failure);
      } finally {
        setPacking(false);
      }
    },
    [onFile],
  );
  useEffect(() => {
    const drag = (event: DragEvent) => {
      event.preventDefault();
      setOver(event.type === 'dragover');
      // Its items are gone once this handler has returned: they are asked for here.
      if (event.type === 'drop' && event.dataTransfer) void take(droppedFiles(event.dataTransfer));
    };
    for (const type of ['dragover', 'dragleave', 'drop'] as const)
      document.addEventListener(type, drag);
    return () => {
      for (const type of ['dragover', 'dragleave', 'drop'] as const)
        document.removeEventListener(type, drag);
    };
  }, [take]);
  const onChange = (event: React.ChangeEvent<HTMLInputElement>) => {
    void take(Promise.resolve(chosenFiles(event.target.files ?? [])));
    event.target.value = '';
  };
  return (
    <div className="flex flex-col gap-3">
      <div
        className={`flex w-full flex-col items-center gap-3 rounded-lg border-2 border-dashed px-6 py-10 text-center lg:py-12 ${over ? 'border-accent bg-accent-soft' : 'border-line bg-raised'}`}
      >
        <FileUp size={28} aria-hidden className="text-accent" />
        <p className="text-xl font-medium">Drop an X or LinkedIn export, or notes</p>
        <p className="max-w-md text-sm text-muted">
          A zip as you downloaded it, a folder of Markdown or text, or a .jsonl file; a downloaded
          persona or a character card too. It stays on this machine, and nothing is kept before you
          say so.
        </p>
        {packing ? (
          <Busy>Reading the files …</Busy>
        ) : (
          <p className="flex flex-wrap justify-center gap-2 pt-2">
            <Button onClick={() => file.current?.click()}>Choose a file</Button>
            <Button onClick={() => folder.current?.click()}>Choose a folder</Button>
          </p>
        )}
        <input
          ref={file}
          type="file"
          multiple
          aria-label="Choose an export"
          className="sr-only"
          tabIndex={-1}
          accept=".zip,.jsonl,.md,.markdown,.txt,.csv,.png,.charx,.json,.yaml,.yml"
          onChange={onChange}
        />
        <input
          ref={folder}
          type="file"
          webkitdirectory=""
          aria-label="Choose a folder of notes"
          className="sr-only"
          tabIndex={-1}
          onChange={onChange}
        />
      </div>
      {error !== null && <Trouble error={error} />}
    </div>
  );
}

declare module 'react' {
  interface InputHTMLAttributes<T> {
    /** Chooses a folder; every browser has it under this name. */
    webkitdirectory?: T extends HTMLInputElement ? string : never;
  }
}
