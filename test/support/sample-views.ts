import { deadlines, denied, needsApproval, needsInfo, nextStep } from './sample-decisions.ts';
import { digestCard, digestList, quietDigest } from './sample-digest.ts';
import { segments, targets } from './sample-figures.ts';
import { awkward, choice, happened, journalNote, strangerNote } from './sample-messages.ts';
import { agenda, endedRequest, minutes, openRequest } from './sample-requests.ts';
import { week } from './sample-week.ts';

/** All of them, by name. */
export const sampleViews = {
  needsApproval,
  denied,
  needsInfo,
  deadlines,
  choice,
  openRequest,
  endedRequest,
  targets,
  nextStep,
  segments,
  agenda,
  minutes,
  happened,
  journalNote,
  strangerNote,
  week,
  digestCard,
  digestList,
  quietDigest,
  awkward,
};
