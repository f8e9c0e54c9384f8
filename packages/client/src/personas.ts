import {
  consentSchema,
  explanationSchema,
  personaDetailSchema,
  personaDiffSchema,
  personaProposalSchema,
  personaSummarySchema,
  personaVersionSchema,
  proposalDetailSchema,
  proposalSummarySchema,
  toneReportSchema,
  versionSummarySchema,
  type Calibration,
  type Explanation,
  type ExplainOptions,
  type NewConsent,
  type NewPersona,
  type PersonaDocumentInput,
  type PersonaProposal,
  type ProposalChoice,
  type ToneReport,
  type ToneRequest,
} from '@personate/contracts';
import { z } from 'zod';
import { calibrate, type CalibrateInput } from './calibrate.ts';
import { at, type Http } from './http.ts';

const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });
const yaml = { 'content-type': 'application/yaml' };

export function personaCalls(http: Http) {
  return {
    async list() {
      return (await http.read({ path: '/v1/personas' }, listOf(personaSummarySchema))).items;
    },
    /** With its head's document. */
    get(id: string) {
      return http.read({ path: at`/v1/personas/${id}` }, personaDetailSchema);
    },
    /** Its head's document as YAML. */
    getYaml(id: string) {
      const headers = { accept: 'application/yaml' };
      return http.readText({ path: at`/v1/personas/${id}`, headers });
    },
    /** `{id, name}` makes a minimal one; a text is YAML. */
    create(persona: NewPersona | string) {
      const call = { method: 'POST' as const, path: '/v1/personas' };
      return http.read(
        typeof persona === 'string'
          ? { ...call, body: persona, headers: yaml }
          : { ...call, json: persona },
        personaVersionSchema,
      );
    },
    /** Appends a version. @param expectedHead the version it was made from; `*` overwrites whatever is there. */
    replace(
      id: string,
      persona: PersonaDocumentInput | string,
      options: { expectedHead: number | '*'; note?: string; confirmSubject?: boolean },
    ) {
      const { expectedHead, note, confirmSubject } = options;
      const match = { 'if-match': expectedHead === '*' ? '*' : `"${expectedHead}"` };
      const call = {
        method: 'PUT' as const,
        path: at`/v1/personas/${id}`,
        query: { note, confirmSubject },
      };
      return http.read(
        typeof persona === 'string'
          ? { ...call, body: persona, headers: { ...yaml, ...match } }
          : { ...call, json: persona, headers: match },
        personaVersionSchema,
      );
    },
    archive(id: string) {
      return http.done({ method: 'POST', path: at`/v1/personas/${id}/archive` });
    },
    unarchive(id: string) {
      return http.done({ method: 'POST', path: at`/v1/personas/${id}/unarchive` });
    },
    /** Whom it is made of, on what ground, and whether that was withdrawn. */
    consent(id: string) {
      return http.read({ path: at`/v1/personas/${id}/consent` }, consentSchema);
    },
    /** Stops it at once, answers under way too. */
    withdrawConsent(id: string, options: { note?: string } = {}) {
      const path = at`/v1/personas/${id}/consent/withdraw`;
      return http.read({ method: 'POST', path, json: options }, consentSchema);
    },
    /** For the first time or again. */
    giveConsent(id: string, consent: NewConsent) {
      const path = at`/v1/personas/${id}/consent`;
      return http.read({ method: 'POST', path, json: consent }, consentSchema);
    },
    /** Drafts it from its documents, as a proposal; a configured model reads excerpts unless `model` is false. */
    derive(
      id: string,
      { model = true, signal }: { model?: boolean; signal?: AbortSignal } = {},
    ): Promise<PersonaProposal> {
      const path = at`/v1/personas/${id}/derive`;
      return http.read(
        {
          method: 'POST',
          path,
          timeoutMs: 660_000,
          ...(model ? {} : { json: { model } }),
          ...(signal === undefined ? {} : { signal }),
        },
        personaProposalSchema,
      );
    },
    /** Trains and measures its tone; scores texts by it, and shows some of its own. */
    tone(id: string, asked: Partial<ToneRequest> = {}, signal?: AbortSignal): Promise<ToneReport> {
      const path = at`/v1/personas/${id}/tone`;
      const call = { method: 'POST' as const, path, json: asked, signal, timeoutMs: 660_000 };
      return http.read(call, toneReportSchema);
    },
    /** What a question would put before a model; nothing is answered. */
    explain(id: string, options: ExplainOptions, signal?: AbortSignal): Promise<Explanation> {
      const path = at`/v1/personas/${id}/explain`;
      return http.read({ method: 'POST', path, json: options, signal }, explanationSchema);
    },
    /** Measures where its knowledge ends; proposes, or applies, the threshold that comes of it. */
    calibrate(id: string, options: Omit<CalibrateInput, 'personaId'> = {}): Promise<Calibration> {
      return calibrate(http, { personaId: id, ...options });
    },
  };
}

export function versionCalls(http: Http) {
  return {
    async list(id: string, query: { limit?: number; before?: number } = {}) {
      const path = at`/v1/personas/${id}/versions`;
      return (await http.read({ path, query }, listOf(versionSummarySchema))).items;
    },
    get(id: string, version: number) {
      return http.read({ path: at`/v1/personas/${id}/versions/${version}` }, personaVersionSchema);
    },
    diff(id: string, from: number, to: number) {
      const path = at`/v1/personas/${id}/versions/${from}/diff/${to}`;
      return http.read({ path }, personaDiffSchema);
    },
    rollback(
      id: string,
      version: number,
      { confirmSubject, ...rest }: { expectedHead?: number; confirmSubject?: boolean } = {},
    ) {
      const path = at`/v1/personas/${id}/rollback`;
      return http.read(
        { method: 'POST', path, query: { confirmSubject }, json: { version, ...rest } },
        personaVersionSchema,
      );
    },
  };
}

export function proposalCalls(http: Http) {
  return {
    async list(id: string, query: { status?: PersonaProposal['status'] } = {}) {
      const path = at`/v1/personas/${id}/proposals`;
      return (await http.read({ path, query }, listOf(proposalSummarySchema))).items;
    },
    /** With what it would change. */
    get(id: string, proposalId: string) {
      return http.read(
        { path: at`/v1/personas/${id}/proposals/${proposalId}` },
        proposalDetailSchema,
      );
    },
    /** Whole, or those of its changes that are chosen. */
    accept(
      id: string,
      proposalId: string,
      {
        force,
        confirmSubject,
        ...choice
      }: { force?: boolean; confirmSubject?: boolean } & ProposalChoice = {},
    ) {
      const path = at`/v1/personas/${id}/proposals/${proposalId}/accept`;
      const isWhole = choice.only === undefined && choice.except === undefined;
      return http.read(
        {
          method: 'POST',
          path,
          query: { force, confirmSubject },
          ...(isWhole ? {} : { json: choice }),
        },
        personaVersionSchema,
      );
    },
    dismiss(id: string, proposalId: string) {
      const path = at`/v1/personas/${id}/proposals/${proposalId}/dismiss`;
      return http.done({ method: 'POST', path });
    },
  };
}
