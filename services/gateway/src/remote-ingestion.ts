import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import {
  trainingSetSchema,
  type TaskInput,
  type TaskKind,
  type TraceContext,
} from '@personate/contracts';
import { feedCommonSet, importCharacter, unpackPersona } from '@personate/ingestion';
import type { BlobStore, Repositories } from '@personate/records';
import { openExport } from '@personate/sources';
import { askIngestion } from './ask-ingestion.ts';
import type { GatewayParts } from './compose-gateway.ts';

export interface RemoteIngestionParts {
  records: Pick<Repositories, 'tasks' | 'personas' | 'common'>;
  blobs: Pick<BlobStore, 'path' | 'put' | 'delete'>;
  /** Of what is under way: ingestion's part goes on from it. */
  trace: () => TraceContext | undefined;
}

/** Ingestion as a gateway has it that is another process: what needs the documents' texts is asked for, over the records. */
export function remoteIngestion({
  records,
  blobs,
  trace,
}: RemoteIngestionParts): GatewayParts['ingestion'] {
  const { tasks, personas, common } = records;
  const ask = <Kind extends TaskKind>(kind: Kind, input: TaskInput<Kind>, signal: AbortSignal) =>
    askIngestion({ tasks, trace }, kind, input, signal);
  const inspect: GatewayParts['ingestion']['inspect'] = ({ signal, ...input }) =>
    ask('inspect', input, signal);
  const into = {
    uploads: blobs,
    personas,
    exports: {
      open: (path: string, name: string, signal: AbortSignal) => openExport(path, { name, signal }),
    },
  };

  /** Gone from the blob store once it was read, or was not. */
  async function read(blobId: string, signal: AbortSignal): Promise<Readable> {
    const content = createReadStream(await blobs.path(blobId, signal));
    content.once('close', () => void blobs.delete(blobId).catch(() => undefined));
    return content;
  }

  return {
    inspect,
    derive: ({ signal, ...input }) => ask('derive', input, signal),
    map: ({ signal, audience, ...input }) =>
      ask('map', { ...input, audience: [...audience] }, signal),
    removeDocument: ({ signal, ...input }) => ask('remove-document', input, signal),
    erase: ({ signal, ...input }) => ask('erase', { ...input, personaId: null }, signal),
    checkErasure: ({ signal, ...input }) =>
      ask('check-erasure', { ...input, personaId: null }, signal),
    packs: {
      async exportKnowledge({ signal, ...input }) {
        const { blobId } = await ask('export-knowledge', input, signal);
        return (await read(blobId, signal)).setEncoding('utf8');
      },
      async pack({ signal, ...input }) {
        return read((await ask('pack', input, signal)).blobId, signal);
      },
      unpack: (input) => unpackPersona(into, input),
      importCharacter: (input) => importCharacter(into, input),
    },
    training: {
      async set({ signal, audience, ...input }) {
        const asked = { ...input, audience: [...audience] };
        const { blobId } = await ask('training-set', asked, signal);
        return trainingSetSchema.parse(JSON.parse(await text(await read(blobId, signal))));
      },
    },
    common: {
      list: () => common.list(),
      get: (setId) => common.get(setId),
      create: (set) => common.create(set),
      attach: (setId, personaId) => common.attach(setId, personaId),
      detach: (setId, personaId) => common.detach(setId, personaId),
      erase: (setId) => common.erase(setId),
      feed: (input) => feedCommonSet({ common, inspect }, input),
    },
  };
}
