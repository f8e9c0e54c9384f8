import { readFileSync, writeFileSync } from 'node:fs';
import { keyOf, payloads, toFrozen, type Frozen } from './payloads.ts';

// Adds what is not frozen yet, and touches nothing that is:
//   node --conditions=@personate/source --import tsx packages/contracts/tests/support/freeze-payloads.ts
const file = new URL('../payloads/schemas.json', import.meta.url);
const frozen = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Frozen>;
for (const payload of payloads) frozen[keyOf(payload)] ??= toFrozen(payload.schema);
writeFileSync(file, `${JSON.stringify(frozen, null, 1)}\n`);
