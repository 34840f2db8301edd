import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import {
  type Case,
  type CatalogueItem,
  type Matter,
  caseSchema,
  catalogueItemSchema,
  matterSchema,
} from '../contract/case.ts';
import { type Person, type Team, personSchema, teamSchema } from '../contract/people.ts';
import { sentenceWithDates, withDates } from './relative-dates.ts';

/** An invented municipality to try Makker in: complete records, with every date already a date. */
export interface Demo {
  municipality: string;
  /** Its own: people are told apart by tenant and object id. */
  tenantId: string;
  /** Whether the Playgrounds show it when nobody asks for a certain municipality. */
  shownFirst: boolean;
  /** Person ids: whose chats the two Playgrounds show. */
  viewers: { caseworker: string; lead: string };
  /** Things to say as the caseworker, each with a word on what comes back. */
  ask: { say: string; shows: string }[];
  people: Person[];
  teams: Team[];
  catalogue: CatalogueItem[];
  cases: Case[];
  /** Enquiries and complaints, each with a clock of its own. */
  matters: Matter[];
}

const documentSchema = z.strictObject({
  municipality: z.string(),
  tenantId: z.string(),
  shown: z.literal('first').optional(),
  viewers: z.strictObject({ caseworker: z.string(), lead: z.string() }),
  ask: z.array(z.strictObject({ say: z.string(), shows: z.string() })),
  people: z.array(z.record(z.string(), z.unknown())),
  teams: z.array(z.record(z.string(), z.unknown())),
  catalogue: z.array(catalogueItemSchema),
  cases: z.array(z.record(z.string(), z.unknown())),
  matters: z.array(z.record(z.string(), z.unknown())).default([]),
});

/**
 * Reads a demo file. Dates may be relative (`today - 3 months`, `today - 2 days at 09:30`); the municipality and the tenant are added to each
 * record, and each is then checked by the contract's own schema. Throws what zod or the YAML reader found wrong, with its path.
 */
export const readDemo = (source: string, today: string, format: (iso: string) => string): Demo => {
  const document = documentSchema.parse(withDates(load(source, { schema: CORE_SCHEMA }), today));
  const { municipality, tenantId } = document;
  return {
    municipality,
    tenantId,
    shownFirst: document.shown === 'first',
    viewers: document.viewers,
    ask: document.ask.map(({ say, shows }) => ({ say: sentenceWithDates(say, today, format), shows })),
    people: z.array(personSchema).parse(document.people.map((person) => ({ ...person, municipality, tenantId }))),
    teams: z.array(teamSchema).parse(document.teams.map((team) => ({ ...team, municipality }))),
    catalogue: document.catalogue,
    cases: z.array(caseSchema).parse(document.cases.map((record) => ({ ...record, municipality }))),
    matters: z.array(matterSchema).parse(document.matters.map((matter) => ({ ...matter, municipality }))),
  };
};
