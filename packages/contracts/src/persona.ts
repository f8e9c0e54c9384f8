import { z } from 'zod';
import { aspectsModuleSchema } from './aspects.ts';
import { instantSchema, personaIdSchema } from './ids.ts';

const strength = z.number().min(0).max(1);
/** Passages (or documents) an item rests on, and how sure we are of it; filled by derive. */
const provenance = { evidence: z.array(z.string()).optional(), confidence: strength.optional() };

/** The style dial: 0 plain, 100 the persona's full quirks. */
export const styleDialSchema = z
  .number({ error: 'expected a whole number from 0 (plain) to 100 (all quirks)' })
  .int('expected a whole number from 0 (plain) to 100 (all quirks)')
  .min(0)
  .max(100);
/** Where it stands unless a request or the persona says otherwise. */
export const usualStyle = 70;

export const personaModuleSchema = z.object({
  /** One paragraph, third person: who this is. */
  summary: z.string().default(''),
  traits: z
    .array(z.object({ name: z.string(), strength, note: z.string().optional(), ...provenance }))
    .default([]),
  bigFive: z
    .object({
      openness: strength,
      conscientiousness: strength,
      extraversion: strength,
      agreeableness: strength,
      neuroticism: strength,
    })
    .partial()
    .optional(),
  behaviours: z.array(z.string()).default([]),
  voice: z
    .object({
      register: z.string().optional(),
      rhythm: z.string().optional(),
      humour: z.string().optional(),
      languages: z.array(z.string()).default(['en']),
      favouriteWords: z.array(z.string()).default([]),
      neverSays: z.array(z.string()).default([]),
      /** Ways they begin and end what they say; the extractive speaker uses them. */
      openings: z.array(z.string()).default([]),
      closings: z.array(z.string()).default([]),
      greetings: z.array(z.string()).default([]),
      /** How much of its manner it shows; absent: 70. A request may say otherwise. */
      style: styleDialSchema.optional(),
      /** Measured features, by name; see `derive`. */
      measured: z.record(z.string(), z.number()).optional(),
    })
    .prefault({}),
  typicalResponses: z
    .array(z.object({ prompt: z.string(), response: z.string(), ...provenance }))
    .max(10_000)
    .default([]),
  /** The life time line: places, jobs, education. */
  timeline: z
    .array(
      z.object({
        from: z.string().optional(),
        to: z.string().optional(),
        what: z.string(),
        where: z.string().optional(),
        ...provenance,
      }),
    )
    .default([]),
  /** The people of that life as what they are to the persona ("uncle"), never by name. */
  people: z
    .array(z.object({ role: z.string(), note: z.string().optional(), ...provenance }))
    .optional(),
});

export const goalsModuleSchema = z.object({
  goals: z
    .array(
      z.object({
        goal: z.string(),
        priority: z.number().int().min(1).max(5).default(3),
        influence: z.string().optional(),
        ...provenance,
      }),
    )
    .default([]),
});

export const skillLevelSchema = z.enum([
  'dabbled',
  'practised',
  'professional',
  'expert',
  'world-class',
]);
export const skillsModuleSchema = z.object({
  skills: z
    .array(
      z.object({
        skill: z.string(),
        level: skillLevelSchema,
        note: z.string().optional(),
        keywords: z.array(z.string()).default([]),
        ...provenance,
      }),
    )
    .default([]),
});

export const beyondLimitSchema = z.enum(['deflect', 'admit', 'refuse']);
/** What becomes of a model's sentence that nothing given to it supports. */
export const checkPolicySchema = z.enum(['strict', 'balanced', 'off']);
/** What a turn was checked by: `balanced` where something may be made up. */
export const appliedPolicySchema = z.enum([...checkPolicySchema.options, 'improvise']);
export type AppliedPolicy = z.infer<typeof appliedPolicySchema>;
/** Each is a call to the model. */
export const mostRegenerations = 2;
export type CheckPolicy = z.infer<typeof checkPolicySchema>;

export const limitsModuleSchema = z.object({
  enabled: z.boolean().default(true),
  /** Topics with words that point to them. */
  known: z
    .array(z.object({ domain: z.string(), keywords: z.array(z.string()).default([]) }))
    .default([]),
  unknown: z
    .array(z.object({ domain: z.string(), keywords: z.array(z.string()).default([]) }))
    .default([]),
  /** Nothing later than this is known. A date or an instant. */
  asOf: z.union([z.iso.date(), instantSchema]).optional(),
  /** 0..1 on the scale of the decision's confidence; an absent one means the default. */
  threshold: strength.optional(),
  beyond: beyondLimitSchema.default('admit'),
  /** Absent: `balanced` while the limits are enabled, else `off`. */
  check: checkPolicySchema.optional(),
  /**
   * Of fictional subjects: what nothing tells of its own life may be made up, within its canon. A member of its own and
   * no policy of `check`: an older process reads on, and goes by `balanced`.
   */
  improvise: z.boolean().optional(),
  /** Times that a reply is asked for again of which the check leaves too little; absent: as the server is set. */
  regenerate: z.number().int().min(0).max(mostRegenerations).optional(),
  /** In-voice sentences for declining; `{topic}` is replaced by what was asked about. */
  declines: z.array(z.string()).default([]),
  /** In-voice sentences for small talk, by occasion (greeting, thanks, farewell, how-are-you, who-are-you, are-you-real, invitation, now, nonsense). */
  smallTalk: z.record(z.string(), z.array(z.string())).default({}),
});

/** What it never speaks about, with words that point there; whatever its knowledge limits are. */
export const offLimitsSchema = z
  .array(z.object({ topic: z.string().min(1), keywords: z.array(z.string()).default([]) }))
  .max(200);

export const subjectKindSchema = z.enum([
  'self',
  'real',
  'historical',
  'deceased',
  'fictional',
  'parody',
  'composite',
]);

export const evolutionPolicySchema = z.object({
  mode: z.enum(['off', 'review', 'automatic']).default('automatic'),
  /** Most a trait's strength may move in one step. */
  driftBudget: strength.default(0.05),
});

/** How a folder's source file or folder is to be read at first start. */
export const personaSourceSchema = z.object({
  path: z.string(),
  source: z.string().optional(),
  format: z.string().optional(),
  self: z.string().optional(),
  stance: z.enum(['by', 'about', 'to']).optional(),
  kind: z.enum(['social', 'history', 'career', 'common']).optional(),
});

/** Its members alone, for schemas that are made of some of them. */
export const personaMembersSchema = z.object({
  id: personaIdSchema,
  name: z.string().min(1).max(200),
  subject: z.object({ kind: subjectKindSchema, note: z.string().optional() }),
  consent: z.object({ basis: z.string(), evidence: z.string().optional() }).optional(),
  /** Said with every answer; must make plain that the persona is synthetic. */
  disclosure: z.string().min(1),
  /** Questions to begin with, for somebody who does not know it yet; its documents answer them. */
  starters: z.array(z.string().min(1).max(300)).max(12).optional(),
  persona: personaModuleSchema.prefault({}),
  goals: goalsModuleSchema.prefault({}),
  skills: skillsModuleSchema.prefault({}),
  knowledgeLimits: limitsModuleSchema.prefault({}),
  offLimits: offLimitsSchema.optional(),
  /** How context is understood, tone judged and humour supplied; absent: as the server is set. */
  aspects: aspectsModuleSchema.optional(),
  evolution: evolutionPolicySchema.prefault({}),
  sources: z.array(personaSourceSchema).default([]),
  /** What it was imported from, whole: for writing it back. No prompt is made of it. */
  extensions: z.record(z.string(), z.unknown()).optional(),
});

/** The persona document: what a YAML file says, what a version holds. */
export const personaDocumentSchema = personaMembersSchema
  .superRefine(({ subject, knowledgeLimits }, context) => {
    if (knowledgeLimits.improvise !== true) return;
    const refuse = (message: string) =>
      context.addIssue({ code: 'custom', path: ['knowledgeLimits', 'improvise'], message });
    if (subject.kind !== 'fictional')
      refuse(
        `it makes up a life, which is for subjects of the kind "fictional" only; this one is "${subject.kind}": leave it out`,
      );
    if (knowledgeLimits.check === 'strict' || knowledgeLimits.check === 'off')
      refuse(`it goes with the check "balanced"; this one is "${knowledgeLimits.check}"`);
  })
  .meta({ id: 'Persona' });
export type PersonaDocument = z.infer<typeof personaDocumentSchema>;
export type PersonaDocumentInput = z.input<typeof personaDocumentSchema>;

export const versionOriginSchema = z.enum(['seed', 'operator', 'derive', 'evolution', 'rollback']);
export type VersionOrigin = z.infer<typeof versionOriginSchema>;

/** An append-only row; the head is the highest number. */
export const personaVersionSchema = z
  .object({
    personaId: personaIdSchema,
    version: z.number().int().min(1),
    parent: z.number().int().nullable(),
    document: personaDocumentSchema,
    origin: versionOriginSchema,
    /** Why, in one sentence. */
    note: z.string(),
    /** Turns that caused it, for evolution. */
    causedBy: z.array(z.string()),
    createdAt: instantSchema,
  })
  .meta({ id: 'PersonaVersion' });
export type PersonaVersion = z.infer<typeof personaVersionSchema>;

/** Where one thing that a draft adds comes from. */
export const draftItemSchema = z
  .object({
    /** As in `changes`: `persona.traits[patience]`. It covers what lies below it. */
    path: z.string(),
    /** Ids of documents it rests on, a few of them; empty for what all own words show together. */
    evidence: z.array(z.string()),
    /** Some of their words. */
    quotes: z.array(z.object({ documentId: z.string(), text: z.string() })).default([]),
    confidence: strength,
    /** What was counted, in words. */
    basis: z.string().optional(),
    from: z.enum(['counting', 'model']).default('counting'),
  })
  .meta({ id: 'PersonaDraftItem' });
export type StoredDraftItem = z.infer<typeof draftItemSchema>;

/** A version somebody may accept. */
export const personaProposalSchema = z
  .object({
    proposalId: z.uuid(),
    personaId: personaIdSchema,
    baseVersion: z.number().int(),
    document: personaDocumentSchema,
    origin: versionOriginSchema,
    note: z.string(),
    causedBy: z.array(z.string()),
    /** Of a draft: what each thing that it adds rests on. */
    items: z.array(draftItemSchema).default([]),
    /** Of a draft: what could not be drafted, and why. */
    notes: z.array(z.string()).default([]),
    status: z.enum(['open', 'accepted', 'dismissed', 'superseded']),
    createdAt: instantSchema,
  })
  .meta({ id: 'PersonaProposal' });
export type PersonaProposal = z.infer<typeof personaProposalSchema>;
