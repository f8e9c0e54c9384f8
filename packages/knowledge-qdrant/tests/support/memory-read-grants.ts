import { generationName, type GenerationSpec } from '@personate/knowledge';
import type { ReadGrant, ReadGrants } from '../../src/index.ts';

/** The rows of the records, where no records stand behind the stores. */
export class MemoryReadGrants implements ReadGrants {
  readonly rows = new Map<string, { spec: GenerationSpec; grant: ReadGrant }>();
  /** How often a row was asked for. */
  finds = 0;

  async find(spec: GenerationSpec): Promise<ReadGrant | null> {
    this.finds += 1;
    return this.rows.get(generationName(spec))?.grant ?? null;
  }

  async save(spec: GenerationSpec, grant: ReadGrant): Promise<void> {
    this.rows.set(generationName(spec), { spec, grant });
  }

  async remove(spec: GenerationSpec): Promise<void> {
    this.rows.delete(generationName(spec));
  }

  async page(
    after: GenerationSpec | null,
    limit: number,
  ): Promise<Array<{ spec: GenerationSpec; grant: ReadGrant }>> {
    const from = after === null ? '' : generationName(after);
    return [...this.rows]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .filter(([name]) => name > from)
      .slice(0, limit)
      .map(([, row]) => row);
  }
}
