export {
  CorpusRepository,
  type DocumentWrite,
  type KnownDocument,
  type Outcome,
} from './corpus-repository.ts';
