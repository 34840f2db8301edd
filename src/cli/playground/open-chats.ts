import { join } from 'node:path';
import type { Person } from '../../contract/people.ts';
import type { Demo } from '../../demo/demo-document.ts';
import { playgroundConfig } from './playground-config.ts';
import { type Playground, startPlayground } from './playground.ts';

/** A Playground and the person whose chat it shows. */
export interface Chat extends Playground {
  person: Person;
}

const FIRST_PORT = 56_150;

/** Opens a Playground for each of the demo's two viewers, the caseworker's first. */
export const openChats = async (
  demo: Demo,
  options: { endpoint: string; directory: string; openBrowser: boolean },
): Promise<Chat[]> => {
  const viewers = [demo.viewers.caseworker, demo.viewers.lead].map((id) => {
    const person = demo.people.find((candidate) => candidate.id === id);
    if (person === undefined) throw new Error(`the demo's viewer ${id} is not among its people`);
    return person;
  });
  const chats: Chat[] = [];
  try {
    for (const [index, person] of viewers.entries()) {
      const playground = await startPlayground({
        directory: join(options.directory, person.municipality, person.id),
        config: playgroundConfig(person, demo.people, demo.tenantId),
        endpoint: options.endpoint,
        port: FIRST_PORT + index,
        openBrowser: options.openBrowser,
      });
      chats.push({ ...playground, person });
    }
  } catch (error) {
    for (const chat of chats) chat.stop();
    throw error;
  }
  return chats;
};
