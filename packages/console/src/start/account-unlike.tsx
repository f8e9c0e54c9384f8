import { isPlainlyOther, type IngestionReport } from '@personate/contracts';

/** The export's account is plainly called otherwise than the persona: said, and left to whoever knows. */
export function AccountUnlike({ report, persona }: { report: IngestionReport; persona: string }) {
  const { self, candidates } = report;
  if (self === null || candidates.length > 0 || persona.trim() === '') return null;
  if (!isPlainlyOther(self, [persona])) return null;
  return (
    <p role="status" className="rounded-lg border border-line bg-paper px-3 py-2 text-sm">
      The account is that of <bdi className="font-medium">{self.name}</bdi>, the persona is called{' '}
      <bdi className="font-medium">{persona}</bdi>: what <bdi>{self.name}</bdi> wrote will count as
      the persona’s own words. Go on if it is the persona’s account.
    </p>
  );
}
