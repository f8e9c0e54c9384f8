import type { Command } from 'commander';
import type { Cli } from '../../program/cli.ts';
import { addArchive } from './archive.ts';
import { addCalibrate } from './calibrate.ts';
import { addConsent } from './consent.ts';
import { addCreate } from './create.ts';
import { addDerive } from './derive.ts';
import { addDiff } from './diff.ts';
import { addEdit } from './edit.ts';
import { addExplain } from './explain.ts';
import { addExport } from './export.ts';
import { addImport } from './import.ts';
import { addList } from './list.ts';
import { addProposals } from './proposals.ts';
import { addShow } from './show.ts';
import { addTone } from './tone.ts';
import { addVersions } from './versions.ts';

export function addPersona(program: Command, cli: Cli): void {
  const group = program
    .command('persona')
    .description('make, read and change personas, their versions and proposals');
  for (const add of [
    addList,
    addShow,
    addCreate,
    addEdit,
    addDerive,
    addCalibrate,
    addExplain,
    addTone,
    addDiff,
    addVersions,
    addProposals,
    addExport,
    addImport,
    addConsent,
    addArchive,
  ]) {
    add(group, cli);
  }
}
