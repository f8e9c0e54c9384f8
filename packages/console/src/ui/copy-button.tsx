import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';

const thanksMs = 1_500;

/** Copies a text, and says that it did. */
export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), thanksMs);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <button
      type="button"
      className="inline-flex items-center gap-1 hover:text-ink"
      // Absent where the page is neither of this machine nor https.
      onClick={() => void navigator.clipboard?.writeText(text).then(() => setDone(true))}
    >
      {done ? <Check size={12} aria-hidden /> : <Copy size={12} aria-hidden />}
      {done ? 'Copied' : label}
    </button>
  );
}
