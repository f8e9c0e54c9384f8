import { z } from 'zod';

/** What makes up a reply beside its evidence: each a step that can be switched off, and measured alone. */
export const aspectNames = ['understanding', 'tone', 'humour'] as const;
export type AspectName = (typeof aspectNames)[number];

/** `embedded`: rules and the bundled transformer; `model`: a call to a model of its own. */
export const aspectBySchema = z.enum(['off', 'embedded', 'model']);
export type AspectBy = z.infer<typeof aspectBySchema>;

const aspectSchema = z.object({
  by: aspectBySchema,
  /** By the name that the server's endpoint knows, with `by: model`; absent: the server's for this aspect, else the one that speaks. */
  model: z.string().min(1).max(200).optional(),
});

/** Most replies of which one is chosen: each is a call to the model. */
export const mostCandidates = 4;

/** How a persona wants its aspects; what it leaves out is as the server is set. */
export const aspectsModuleSchema = z.object({
  /** Makes a follow-up a question that stands alone. */
  understanding: aspectSchema.optional(),
  /** Judges how much a text sounds like the persona. */
  tone: aspectSchema
    .extend({
      /** Replies that the model is asked for at once, of which the one that sounds most like it is given. */
      candidates: z.number().int().min(1).max(mostCandidates).optional(),
      /** Asks once more for a reply that sounds more like others than like it. */
      rewrite: z.boolean().optional(),
    })
    .optional(),
  /** Whether a moment calls for humour, and of which kind. */
  humour: aspectSchema.optional(),
});
export type AspectsModule = z.infer<typeof aspectsModuleSchema>;

/** A request's own, for measuring: see `personate.aspects`. */
export const aspectChoiceSchema = z.strictObject({
  understanding: aspectBySchema.optional(),
  tone: aspectBySchema.optional(),
  humour: aspectBySchema.optional(),
});
export type AspectChoice = z.infer<typeof aspectChoiceSchema>;

/** Why a moment calls for humour, or does not. Stable: evaluations count by it. */
export const humourReasonSchema = z.enum([
  'asked-for',
  'playful', // the one who asks jests
  'its-nature',
  'switched-off',
  'plain', // the dial is at its plain end
  'declined',
  'sincere', // asks what it is
  'feeling', // somebody is sad, or hurt
  'painful', // grief, illness, death, violence
  'not-its-nature',
  'not-now', // one reply in a few is enough
  'nothing-humorous', // it has no humorous words on this
]);
export type HumourReason = z.infer<typeof humourReasonSchema>;

/** What the aspects did in a turn. */
export const aspectsReportSchema = z.object({
  understanding: z.object({
    by: aspectBySchema,
    /** The question was made to stand alone. */
    resolved: z.boolean(),
    /** A model was to do it and gave nothing usable in time. */
    fellBack: z.boolean().optional(),
  }),
  tone: z.object({
    by: aspectBySchema,
    /** Replies that were weighed; absent where there was one. */
    candidates: z.number().int().optional(),
    /** 0..1 of the one that was given; a half is as much like others as like the persona. */
    score: z.number().optional(),
    rewritten: z.boolean().optional(),
  }),
  humour: z.object({
    by: aspectBySchema,
    called: z.boolean(),
    reason: humourReasonSchema,
    fellBack: z.boolean().optional(),
  }),
});
export type AspectsReport = z.infer<typeof aspectsReportSchema>;
