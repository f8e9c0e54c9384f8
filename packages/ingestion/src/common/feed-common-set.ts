import {
  commonSourcePrefix,
  ExpectedError,
  ingestionOptionsSchema,
  type CommonChange,
  type CommonSet,
  type IngestionJob,
  type IngestionReport,
} from '@personate/contracts';
import type { CommonContent } from '@personate/records';

export interface FeedCommonSetDeps {
  common: {
    get(setId: string): Promise<CommonSet>;
    feed(setId: string, content: CommonContent): Promise<IngestionJob[]>;
  };
  /** `inspectExport` with its deps bound. */
  inspect(input: {
    blobId: string;
    fileName: string;
    personaId: null;
    options: ReturnType<typeof ingestionOptionsSchema.parse>;
    signal: AbortSignal;
  }): Promise<IngestionReport>;
}

/**
 * Replaces what a common set holds by an upload that was looked through first: one that cannot be read, or not whole,
 * changes nothing. @throws ExpectedError `common.missing`, `common.nothing-in-it`, `common.not-whole`, `export.*`.
 */
export async function feedCommonSet(
  deps: FeedCommonSetDeps,
  input: {
    setId: string;
    blobId: string;
    fileName: string;
    sha256: string;
    sizeBytes: number;
    signal: AbortSignal;
  },
): Promise<CommonChange> {
  const { setId, blobId, fileName, sha256, sizeBytes, signal } = input;
  await deps.common.get(setId);
  const options = ingestionOptionsSchema.parse({
    source: `${commonSourcePrefix}${setId}`,
    kind: 'common',
    stance: 'about',
  });
  const report = await deps.inspect({ blobId, fileName, personaId: null, options, signal });
  const { added: documents, problems, problemCount } = report;
  if (problemCount > 0) throw notWhole(problems[0], problemCount);
  if (documents === 0) throw nothingInIt(fileName);
  const ingestions = await deps.common.feed(setId, {
    blobId,
    fileName,
    sha256,
    sizeBytes,
    documents,
  });
  return { set: await deps.common.get(setId), ingestions };
}

function nothingInIt(fileName: string): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'common.nothing-in-it',
    `"${fileName}" holds no document.`,
    { fix: 'See what it holds with `personate inspect`.' },
  );
}

function notWhole(
  problem: IngestionReport['problems'][number] | undefined,
  count: number,
): ExpectedError {
  const where = problem === undefined ? '' : ` ${problem.file}: ${problem.message}`;
  return new ExpectedError(
    'unprocessable',
    'common.not-whole',
    `${count} records of it cannot be read, so that personas would lose documents.${where}`,
    { fix: 'Mend them; `personate inspect` names them all.' },
  );
}
