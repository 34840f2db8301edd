/** A fact's path as the id of its input: ids are ASCII, and most paths are as they stand. */
export const inputId = (path: string): string => encodeURIComponent(path.toWellFormed());

/** The fact's path of an input's id, as it comes back in a click; undefined for an id that is none of ours. */
export const inputPath = (id: string): string | undefined => {
  try {
    return decodeURIComponent(id);
  } catch {
    return undefined;
  }
};
