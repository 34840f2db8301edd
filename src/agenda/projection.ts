/** By which rulebooks the stored agendas of a municipality were projected, and how far projecting them anew has come. */
export interface Projection {
  id: 'agenda';
  municipality: string;
  /** The form of what was stored, and the hashes of all its rulebooks. */
  rulebooks: string;
  /** The `next` of the last page that is done; absent once all are. */
  after?: string;
  done: boolean;
}
