import type { Assistant } from '../conversation/assistant.ts';
import type { Log } from '../log.ts';
import type { Messenger } from '../outbox/messenger.ts';
import type { Counts } from './metrics.ts';

/** The messenger, and how each of its attempts ends is counted. */
export const countedMessenger = (messenger: Messenger, counts: Pick<Counts, 'sent'>): Messenger => ({
  post: async (to, message) => {
    const end = await messenger.post(to, message);
    counts.sent('post', end);
    return end;
  },
  edit: async (to, activityId, message) => {
    const end = await messenger.edit(to, activityId, message);
    counts.sent('edit', end);
    return end;
  },
});

/** The log, and each line with a code is counted. */
export const countedLog = (log: Log, counts: Pick<Counts, 'problem'>): Log => ({
  info: (message, details) => log.info(message, details),
  problem: (code, details) => {
    counts.problem(code);
    log.problem(code, details);
  },
});

/** The assistant, and whether it answers is counted by what came in. */
export const countedAssistant = (assistant: Assistant, counts: Pick<Counts, 'turn'>): Assistant => {
  const counted = async <T>(kind: string, answer: () => Promise<T>): Promise<T> => {
    try {
      const answered = await answer();
      counts.turn(kind, 'answered');
      return answered;
    } catch (error) {
      counts.turn(kind, 'failed');
      throw error;
    }
  };
  return {
    say: (of, text) => counted('message', () => assistant.say(of, text)),
    click: (of, click) => counted('click', () => assistant.click(of, click)),
    welcome: (of) => counted('welcome', () => assistant.welcome(of)),
    search: (of, search) => counted('search', () => assistant.search(of, search)),
    caseCard: (of, caseId) => counted('case-card', () => assistant.caseCard(of, caseId)),
  };
};
