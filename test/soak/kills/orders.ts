/** The store call, counted from the start, before or after which a process kills itself. */
export interface DieAt {
  call: number;
  when: 'before' | 'after';
}

/** What a process with Makker in it is told. Times in milliseconds; `began` is added to the machine's clock. */
export type Order =
  | {
      order: 'start';
      env: Record<string, string>;
      /** A folder of rulebooks, when it is not the usual one. */
      rulebooks?: string;
      began: number;
      passed: number;
      dieAt?: DieAt;
    }
  /** So much time has passed since the beginning, and it is time to look whether it is another day. */
  | { order: 'pass'; passed: number }
  | { order: 'stop' };

/** What it says; `calls`: the operations of the store it called since it was started, in their order. */
export type Report = { report: 'ready' } | { report: 'started'; port: number } | { report: 'stopped'; calls: string[] };
