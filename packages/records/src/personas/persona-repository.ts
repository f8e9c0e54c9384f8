import {
  consentState,
  ExpectedError,
  personaArchived,
  personaMissing,
  type Consent,
  type ConsentState,
  type ConsentWithdrawal,
  type NewConsent,
  type PersonaDocument,
  type PersonaProposal,
  type PersonaSummary,
  type PersonaVersion,
  type StoppedPersona,
  type VersionOrigin,
  type VersionSummary,
} from '@personate/contracts';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { toJson } from '../to-json.ts';
import { appendVersion, type NextVersion } from './append-version.ts';
import {
  amongStopped,
  amongWithdrawn,
  giveConsent,
  readConsent,
  withdrawConsent,
  withdrawConsentAgain,
} from './persona-consent.ts';
import {
  acceptProposal,
  dismissProposal,
  propose,
  readProposal,
  type MergeProposal,
  type NextProposal,
} from './persona-proposals.ts';
import { readPersonaSummaries } from './persona-summaries.ts';
import { personaExists, toProposal, toVersion, toVersionSummary } from './persona-rows.ts';
import { restorePersona, type RestoreInput } from './restore-persona.ts';

/** Personas, their versions and proposals. Every call throws `persona.missing` for an unknown persona. */
export class PersonaRepository {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** Version 1. @throws ExpectedError `persona.exists`. */
  async create(
    document: PersonaDocument,
    options: { origin: VersionOrigin; note: string; seedHash?: string },
  ): Promise<PersonaVersion> {
    return this.#db.transaction().execute(async (trx) => {
      const made = await trx
        .insertInto('records.persona')
        .values({
          id: document.id,
          name: document.name,
          head_version: 1,
          serving_generation: null,
          seed_hash: options.seedHash ?? null,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!made) throw personaExists(document.id);
      const row = await trx
        .insertInto('records.persona_version')
        .values({
          persona_id: document.id,
          version: 1,
          parent: null,
          document: toJson(document),
          origin: options.origin,
          note: options.note,
          caused_by: [],
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return toVersion(row);
    });
  }

  /** One from elsewhere, with all its versions. @throws ExpectedError `persona.exists`, `pack.versions-broken`. */
  restore(input: RestoreInput) {
    return restorePersona(this.#db, input);
  }

  /** The head, or the version asked for; what its subject agreed to, always by the head. @throws ExpectedError `persona.archived`, `persona.version-missing`. */
  async serving(
    personaId: string,
    version?: number,
  ): Promise<{
    uid: string;
    version: PersonaVersion;
    knowledgeRevision: number;
    consent: ConsentState;
  }> {
    const row = await this.#db
      .selectFrom('records.persona as p')
      .innerJoin('records.persona_version as h', (join) =>
        join.onRef('h.persona_id', '=', 'p.id').onRef('h.version', '=', 'p.head_version'),
      )
      .leftJoin('records.persona_version as v', (join) =>
        join
          .onRef('v.persona_id', '=', 'p.id')
          .on(
            'v.version',
            '=',
            version === undefined ? sql.ref('p.head_version') : smallInt(version),
          ),
      )
      .selectAll('v')
      .select(['p.uid', 'p.status as persona_status'])
      .select(['p.knowledge_revision', 'p.consent_withdrawn_at'])
      .select([
        sql<PersonaDocument['subject']>`h.document -> 'subject'`.as('head_subject'),
        sql<PersonaDocument['consent'] | null>`h.document -> 'consent'`.as('head_consent'),
      ])
      .where('p.id', '=', personaId)
      .executeTakeFirst();
    if (!row) throw personaMissing(personaId);
    if (row.persona_status === 'archived') throw personaArchived(personaId);
    if (row.version === null) throw versionMissing(personaId, version ?? 0);
    return {
      uid: row.uid,
      version: toVersion(row as Parameters<typeof toVersion>[0]),
      knowledgeRevision: Number(row.knowledge_revision),
      consent: consentState(
        { subject: row.head_subject, consent: row.head_consent ?? undefined },
        row.consent_withdrawn_at !== null,
      ),
    };
  }

  consent(personaId: string): Promise<Consent> {
    return readConsent(this.#db, personaId);
  }

  /** It answers no more, and no version of it changes that. */
  async withdrawConsent(
    personaId: string,
    options: { by: string; note?: string | undefined },
  ): Promise<Consent> {
    await withdrawConsent(this.#db, personaId, options);
    return readConsent(this.#db, personaId);
  }

  /** As `withdrawConsentAgain`; an unknown persona is none of this ledger's. */
  withdrawConsentAgain(entry: ConsentWithdrawal): Promise<boolean> {
    return withdrawConsentAgain(this.#db, entry);
  }

  /** As a version; lifts a withdrawal. @throws ExpectedError `persona.consent-incomplete`. */
  async giveConsent(personaId: string, given: NewConsent): Promise<Consent> {
    await this.#db.transaction().execute((trx) => giveConsent(trx, personaId, given));
    return readConsent(this.#db, personaId);
  }

  /** Those of them that answer nobody any more: withdrawn, erased or unknown. */
  amongStopped(personaIds: readonly string[]): Promise<StoppedPersona[]> {
    return amongStopped(this.#db, personaIds);
  }

  /** Those of them whose consent is withdrawn; unknown ones are left out. */
  amongWithdrawn(personaIds: readonly string[]): Promise<string[]> {
    return amongWithdrawn(this.#db, personaIds);
  }

  /** By id; archived ones too, marked so. */
  list(): Promise<PersonaSummary[]> {
    return readPersonaSummaries(this.#db, null);
  }

  async get(personaId: string): Promise<PersonaSummary> {
    const [summary] = await readPersonaSummaries(this.#db, personaId);
    if (!summary) throw personaMissing(personaId);
    return summary;
  }

  /** The internal id that names its tables and collections. */
  async uid(personaId: string): Promise<string> {
    return (await this.#column(personaId, 'uid')) as string;
  }

  /** Newest first, those below `before`, at most `limit`. */
  async versions(
    personaId: string,
    page: { limit: number; before?: number } = { limit: 100 },
  ): Promise<VersionSummary[]> {
    await this.uid(personaId);
    const rows = await this.#db
      .selectFrom('records.persona_version')
      .select(['persona_id', 'version', 'parent', 'origin', 'note', 'caused_by', 'created_at'])
      .where('persona_id', '=', personaId)
      .$if(page.before !== undefined, (query) => query.where('version', '<', page.before ?? 0))
      .orderBy('version', 'desc')
      .limit(page.limit)
      .execute();
    return rows.map(toVersionSummary);
  }

  /** Of an archived persona too. @throws ExpectedError `persona.version-missing`. */
  async version(personaId: string, version: number): Promise<PersonaVersion> {
    await this.uid(personaId);
    const row = await this.#db
      .selectFrom('records.persona_version')
      .selectAll()
      .where('persona_id', '=', personaId)
      .where('version', '=', smallInt(version))
      .executeTakeFirst();
    if (!row) throw versionMissing(personaId, version);
    return toVersion(row);
  }

  /** @throws ExpectedError `persona.head-moved`. */
  append(personaId: string, next: NextVersion & { expectedHead: number }): Promise<PersonaVersion> {
    return this.#db
      .transaction()
      .execute((trx) => appendVersion(trx, personaId, next.expectedHead, next));
  }

  /** It answers no more; nothing of it is lost. */
  archive(personaId: string): Promise<void> {
    return this.#set(personaId, { status: 'archived' });
  }

  unarchive(personaId: string): Promise<void> {
    return this.#set(personaId, { status: 'active' });
  }

  /** Digest of the YAML file the persona was seeded from. */
  seedHash(personaId: string): Promise<string | null> {
    return this.#column(personaId, 'seed_hash');
  }

  setSeedHash(personaId: string, seedHash: string): Promise<void> {
    return this.#set(personaId, { seed_hash: seedHash });
  }

  /** An open one of the same origin is superseded by it. */
  propose(personaId: string, next: NextProposal): Promise<PersonaProposal> {
    return this.#db.transaction().execute((trx) => propose(trx, personaId, next));
  }

  /** Newest first, the decided ones too. */
  async listProposals(personaId: string): Promise<PersonaProposal[]> {
    await this.uid(personaId);
    const rows = await this.#db
      .selectFrom('records.persona_proposal')
      .selectAll()
      .where('persona_id', '=', personaId)
      .orderBy('created_at', 'desc')
      .limit(200)
      .execute();
    return rows.map(toProposal);
  }

  /** @throws ExpectedError `persona.proposal-missing`. */
  getProposal(personaId: string, proposalId: string): Promise<PersonaProposal> {
    return readProposal(this.#db, personaId, proposalId);
  }

  /** Appends what `merge` makes of it as a version; what that throws changes nothing. @throws ExpectedError `persona.proposal-closed`. */
  acceptProposal(
    personaId: string,
    proposalId: string,
    merge: MergeProposal,
  ): Promise<PersonaVersion> {
    return this.#db
      .transaction()
      .execute((trx) => acceptProposal(trx, personaId, proposalId, merge));
  }

  dismissProposal(personaId: string, proposalId: string): Promise<void> {
    return this.#db.transaction().execute((trx) => dismissProposal(trx, personaId, proposalId));
  }

  async #column<C extends 'uid' | 'seed_hash'>(
    personaId: string,
    column: C,
  ): Promise<{ uid: string; seed_hash: string | null }[C]> {
    const row = await this.#db
      .selectFrom('records.persona')
      .select(['uid', 'seed_hash'])
      .where('id', '=', personaId)
      .executeTakeFirst();
    if (!row) throw personaMissing(personaId);
    return row[column];
  }

  async #set(
    personaId: string,
    values: { status?: 'active' | 'archived'; seed_hash?: string },
  ): Promise<void> {
    const row = await this.#db
      .updateTable('records.persona')
      .set(values)
      .where('id', '=', personaId)
      .returning('id')
      .executeTakeFirst();
    if (!row) throw personaMissing(personaId);
  }
}

/** A number that no int4 can hold is no version, and no error of the database either. */
function smallInt(version: number): number {
  return Number.isInteger(version) && version > 0 && version < 2 ** 31 ? version : -1;
}

function versionMissing(personaId: string, version: number): ExpectedError {
  return new ExpectedError(
    'missing',
    'persona.version-missing',
    `Persona "${personaId}" has no version ${version}.`,
    { fix: `List its versions with GET /v1/personas/${personaId}/versions.` },
  );
}
