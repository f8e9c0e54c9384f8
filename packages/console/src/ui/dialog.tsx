import { useEffect, useRef, type ReactNode } from 'react';

/** A modal of the browser's own: it holds the focus, Escape closes it, and what lies behind is inert. */
export function Dialog({
  label,
  open,
  onClose,
  className,
  children,
}: {
  label: string;
  open: boolean;
  onClose: () => void;
  className: string;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && dialog.current?.open === false) dialog.current.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- The backdrop is the dialog itself; Escape does the same.
    <dialog
      ref={dialog}
      aria-label={label}
      className={`bg-raised text-ink backdrop:bg-black/40 ${className}`}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {open && children}
    </dialog>
  );
}
