/** One entry of a case's append-only history; `hash` covers the entry and the hash before it. */
export interface AuditEntry {
  seq: number;
  /** ISO instant. */
  at: string;
  /** Person id, or `makker` for what time alone did. */
  by: string;
  what: string;
  details: Record<string, string | number | boolean>;
  hash: string;
}
