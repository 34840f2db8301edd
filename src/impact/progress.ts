/** Where progress is shown. */
interface Lines {
  /** Writes the bottom line of a terminal anew; absent where there is no terminal. */
  status?: (line: string) => void;
  err: (line: string) => void;
}

const WIDTH = 30;
/** Without a terminal there is a line each time another tenth is done. */
const TENTHS = 10;

/** Tells how far the work is, in the words given: a bar on a terminal, else a line now and then. `total` of what is to be done. */
export const createProgress = (total: number, { status, err }: Lines) => {
  let told = 0;
  return {
    at: (done: number, words: string): void => {
      const share = total === 0 ? 1 : Math.min(1, done / total);
      if (status !== undefined) {
        const full = Math.round(share * WIDTH);
        status(`${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${Math.floor(share * 100)} %  ${words}`);
        return;
      }
      const tenth = Math.floor(share * TENTHS);
      if (tenth === told) return;
      told = tenth;
      err(`${Math.floor(share * 100)} %: ${words}`);
    },
    /** Takes the bar away. */
    end: (): void => status?.(''),
  };
};
