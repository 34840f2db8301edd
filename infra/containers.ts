import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTAINERS } from '../src/store/cosmos/containers.ts';

const file = join(import.meta.dirname, 'containers.json');

/** The containers of Cosmos DB, in the form in which main.bicep hands them on. */
export const containersForBicep = (): unknown[] =>
  Object.entries(CONTAINERS).map(([id, { partitionKey, ...rest }]) => ({
    id,
    partitionKey: { ...(typeof partitionKey === 'object' && partitionKey), kind: 'Hash' },
    ...rest,
  }));

if (import.meta.main) writeFileSync(file, `${JSON.stringify(containersForBicep(), undefined, 2)}\n`);
