import { parseArgs } from 'node:util';

export const AUDIT_USAGE = `usage: makker audit verify [--municipality M] [--case ID] [--heads FILE]
       makker audit heads [--municipality M] > FILE
       makker audit show CASE-ID --municipality M [--json]
       makker audit seal [--municipality M]
  verify: whether every history is whole; --heads: and whether it goes on from what was kept in FILE
  heads:  where each history ends now, to be kept where nobody can write who can write to the store
  show:   the whole history of a case, with its requests and answers
  seal:   once, after an upgrade: seals the histories that were stored before there were seals`;

/** What `makker audit` is asked to do, and for which municipality; all of them without one. */
export type AuditOptions =
  | { does: 'verify'; municipality: string | undefined; caseId: string | undefined; heads: string | undefined }
  | { does: 'heads' | 'seal'; municipality: string | undefined }
  | { does: 'show'; municipality: string; caseId: string; json: boolean };

const text = { type: 'string' } as const;
const municipality = text;

const parsed = (does: string, args: string[]): AuditOptions | undefined => {
  switch (does) {
    case 'verify': {
      const { values } = parseArgs({ args, options: { municipality, case: text, heads: text } });
      return { does, municipality: values.municipality, caseId: values.case, heads: values.heads };
    }
    case 'heads':
    case 'seal':
      return { does, municipality: parseArgs({ args, options: { municipality } }).values.municipality };
    case 'show': {
      const json = { type: 'boolean', default: false } as const;
      const { values, positionals } = parseArgs({ args, options: { municipality, json }, allowPositionals: true });
      const [caseId, ...more] = positionals;
      if (caseId === undefined || more.length > 0 || values.municipality === undefined) return undefined;
      return { does, municipality: values.municipality, caseId, json: values.json };
    }
    default:
      return undefined;
  }
};

/** The options of `makker audit`; undefined for a wrong usage. */
export const readAuditOptions = ([does = '', ...args]: readonly string[]): AuditOptions | undefined => {
  try {
    return parsed(does, args);
  } catch {
    return undefined;
  }
};
