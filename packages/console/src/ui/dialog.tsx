import { useEffect, useRef, type ReactNode } from 'react';

/**
 * A modal of the browser's own: it holds the focus, Escape closes it, and what lies behind is inert.
 * `held`: it stays while something is being done that its user must hear of.
 */
export function Dialog({
  label,
  open,
  held = false,
  onClose,
  className,
  children,
}: {
  label: string;
  open: boolean;
  held?: boolean;
  onClose: () => void;
  className: string;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && dialog.current?.open === false) dialog.current.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  // The close of a second Escape comes late: what was waited for may have come by then, and would go unseen.
  useEffect(() => {
    if (!held) return;
    const refuse = (event: KeyboardEvent) => {
      if (event.key === 'Escape') event.preventDefault();
    };
    document.addEventListener('keydown', refuse, true);
    return () => document.removeEventListener('keydown', refuse, true);
  }, [held]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- The backdrop is the dialog itself; Escape does the same.
    <dialog
      ref={dialog}
      aria-label={label}
      className={`bg-raised text-ink backdrop:bg-black/40 ${className}`}
      onCancel={(event) => {
        if (held) event.preventDefault();
      }}
      // A browser lets Escape be refused once, and closes at the next one.
      onClose={() => (held ? dialog.current?.showModal() : onClose())}
      onClick={(event) => {
        if (!held && event.target === dialog.current) onClose();
      }}
    >
      {open && children}
    </dialog>
  );
}
