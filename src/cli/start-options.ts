import { parseArgs } from 'node:util';

export const START_USAGE = `usage: npm start -- [--municipality M] [--no-playground]
  --municipality   whose invented people the two Playgrounds show
  --no-playground  the bot only`;

export interface StartOptions {
  municipality: string | undefined;
  withPlaygrounds: boolean;
}

/** The options of `npm start`; undefined for a wrong usage. */
export const readStartOptions = (args: readonly string[]): StartOptions | undefined => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { municipality: { type: 'string' }, 'no-playground': { type: 'boolean', default: false } },
    });
    return { municipality: values.municipality, withPlaygrounds: !values['no-playground'] };
  } catch {
    return undefined;
  }
};
