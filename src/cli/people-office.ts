import type { Config } from '../config.ts';
import type { Author } from '../people/person-change.ts';
import type { PersonItem, TeamItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import type { ExitStatus } from './command.ts';
import type { PeopleOptions } from './people-options.ts';

/** A subcommand at work in one municipality. */
export interface PeopleOffice {
  out: (line: string) => void;
  err: (line: string) => void;
  store: Store;
  config: Config;
  municipality: string;
  staff: PersonItem[];
  teams: TeamItem[];
  today: string;
  author: Author;
}

/** What a subcommand does; a refusal has told why, and nothing has been stored. */
export type PeopleCommand = (office: PeopleOffice, options: PeopleOptions) => Promise<ExitStatus>;
