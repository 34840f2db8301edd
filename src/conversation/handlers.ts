import { agenda } from './intents/agenda.ts';
import { catalogue } from './intents/catalogue.ts';
import { continueOffer } from './intents/continue-offer.ts';
import { deadlines } from './intents/deadlines.ts';
import { extendOffer } from './intents/extend-offer.ts';
import { language } from './intents/language.ts';
import { journalNote } from './intents/journal-note.ts';
import { nextStep } from './intents/next-step.ts';
import { outOfScope } from './intents/out-of-scope.ts';
import { overdue } from './intents/overdue.ts';
import { pendingApprovals } from './intents/pending-approvals.ts';
import { recordEvent } from './intents/record-event.ts';
import { requestApproval } from './intents/request-approval.ts';
import { requestStatus } from './intents/request-status.ts';
import { rule } from './intents/rule.ts';
import { segmentReport } from './intents/segment-report.ts';
import { showCase } from './intents/show-case.ts';
import { greeting, help, thanks } from './intents/small-talk.ts';
import { startOffer } from './intents/start-offer.ts';
import { targets } from './intents/targets.ts';
import { tier } from './intents/tier.ts';
import { whatIf } from './intents/what-if.ts';
import { withdrawRequest } from './intents/withdraw-request.ts';
import type { Handler } from './services.ts';
import type { Intent } from './understanding/intents.ts';

/** Who answers which intent. */
export const handlers: Record<Intent, Handler> = {
  'start-offer': startOffer,
  'extend-offer': extendOffer,
  'continue-offer': continueOffer,
  deadlines,
  overdue,
  'next-step': nextStep,
  tier,
  catalogue,
  rule,
  case: showCase,
  'what-if': whatIf,
  'request-approval': requestApproval,
  'pending-approvals': pendingApprovals,
  'request-status': requestStatus,
  'withdraw-request': withdrawRequest,
  agenda,
  'record-event': recordEvent,
  'journal-note': journalNote,
  targets,
  'segment-report': segmentReport,
  help,
  greeting,
  thanks,
  language,
  'out-of-scope': outOfScope,
};
