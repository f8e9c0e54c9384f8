import { createHash } from 'node:crypto';
import type { Document } from '@personate/contracts';
import canonicalize from 'canonicalize';
import { v5 as uuidv5 } from 'uuid';

/** Fixed for ever: every document key and passage id hangs on it. */
const namespace = '6f1c2b0e-5c1d-4f0e-9a55-3f0c6a2d7b11';

/** UUIDv5 of (personaId, sourceId, externalId). The parts are joined by NUL, which none of them holds. */
export function documentKey(personaId: string, sourceId: string, externalId: string): string {
  return uuidv5([personaId, sourceId, externalId].join('\0'), namespace);
}

export function passageId(document: string, ordinal: number): string {
  return uuidv5(String(ordinal), document);
}

/**
 * SHA-256 (hex) over canonical JSON (RFC 8785) of what a document says. Counters such as likes, and where it
 * stood in the export, are not part of it: they move without the document having changed.
 */
export function documentHash(document: Omit<Document, 'hash' | 'documentKey'>): string {
  const said = canonicalize({
    text: document.text.normalize('NFC'),
    title: document.title,
    author: document.author,
    at: document.at,
    atPrecision: document.atPrecision,
    thread: document.thread,
    replyTo: document.replyTo,
    kind: document.kind,
    stance: document.stance,
    audience: document.audience.toSorted(),
    visibility: document.visibility,
    url: document.url,
  });
  return sha256(said ?? '');
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
