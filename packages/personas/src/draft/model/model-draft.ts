import { z } from 'zod';

/** Numbers of excerpts. Small models write them as text, or in brackets. */
const evidence = z
  .array(
    z.preprocess(
      (value) =>
        typeof value === 'string' ? Number(/\d+/u.exec(value)?.[0] ?? Number.NaN) : value,
      z.int().min(1),
    ),
  )
  .min(1)
  .max(20);
const short = z.string().trim().min(2).max(80);
const sentence = z.string().trim().min(3).max(300);
const strength = z.preprocess(
  // "80" and "8 of 10" are meant as shares.
  (value) =>
    typeof value === 'number' && value > 1 ? (value <= 10 ? value / 10 : value / 100) : value,
  z.number().min(0).max(1),
);

/** One question to the model each: a small model answers a small question better. */
export const sectionSchemas = {
  traits: z.object({
    traits: z.array(z.object({ name: short, strength, note: sentence, evidence })).max(8),
  }),
  voice: z.object({
    register: z.object({ text: sentence, evidence }).optional(),
    humour: z.object({ text: sentence, evidence }).optional(),
    behaviours: z
      .array(z.object({ text: sentence, evidence }))
      .max(6)
      .default([]),
  }),
  goals: z.object({
    goals: z
      .array(
        z.object({
          goal: sentence,
          priority: z.int().min(1).max(5).catch(3),
          influence: sentence,
          evidence,
        }),
      )
      .max(6),
  }),
  skills: z.object({
    skills: z
      .array(
        z.object({
          skill: short,
          level: z.enum(['dabbled', 'practised', 'professional', 'expert', 'world-class']),
          note: sentence,
          evidence,
        }),
      )
      .max(8),
  }),
  life: z.object({
    events: z
      .array(
        z.object({
          year: z.preprocess(
            (value) => (typeof value === 'number' ? String(value) : value === null ? '' : value),
            // llama.cpp holds a model to the pattern, and knows no \d.
            z.string().regex(/^(?:[0-9]{4}(?:-[0-9]{2}){0,2})?$/),
          ),
          what: sentence,
          evidence,
        }),
      )
      .max(12),
    people: z
      .array(z.object({ role: short, note: sentence, evidence }))
      .max(10)
      .default([]),
  }),
  summary: z.object({ summary: z.string().trim().min(20).max(900), evidence }),
} as const;

export type SectionName = keyof typeof sectionSchemas;
export type ModelDraft = { [Name in SectionName]?: z.output<(typeof sectionSchemas)[Name]> };
