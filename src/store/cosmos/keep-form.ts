import { ErrorResponse, type Container } from '@azure/cosmos';

/**
 * What the documents and the indexes of the database are like. It goes up with whatever a Makker from before cannot go
 * on with: an index it asks for is gone, or it would drop part of a document that it writes.
 */
const FORM = 1;

const MARK = { id: 'form', municipality: 'directory' } as const;
type Mark = typeof MARK & { form: number };

/** Somebody else marked it in between. */
const wasFirst = (error: unknown): boolean =>
  error instanceof ErrorResponse && (error.code === 409 || error.code === 412);

/** Marks the database with the form that it has from now on. One of a newer Makker is refused: this one could damage it. */
export const keepForm = async (register: Container, database: string): Promise<void> => {
  const mark = register.item(MARK.id, MARK.municipality);
  for (;;) {
    const { resource, etag } = await mark.read<Mark>();
    if (resource !== undefined && resource.form > FORM)
      throw new Error(
        `the database ${database} has form ${resource.form}, this Makker knows forms up to ${FORM}: start the newer Makker, or name another database in COSMOS_DATABASE`,
      );
    if (resource?.form === FORM) return;
    const next: Mark = { ...MARK, form: FORM };
    try {
      if (resource === undefined) await register.items.create(next);
      else await mark.replace(next, { accessCondition: { type: 'IfMatch', condition: etag } });
      return;
    } catch (error) {
      if (!wasFirst(error)) throw error;
    }
  }
};
