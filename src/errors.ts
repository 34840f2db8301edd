interface ErrorInfo {
  level: 'info' | 'warn' | 'error';
  /** What happened, for the log. */
  text: string;
  /** What whoever reads the log can do. */
  fix: string;
}

/** Every error that is logged or answered with a code. */
export const ERRORS = {
  'setting-refused': {
    level: 'error',
    text: 'a setting cannot be used',
    fix: 'correct the setting named in the message and start again',
  },
  'no-credentials': {
    level: 'warn',
    text: 'no bot credentials: everyone who reaches this port is believed, so it listens on loopback only',
    fix: 'for anything but trying it out set MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId',
  },
  'body-not-json': {
    level: 'warn',
    text: 'the body of a request was not JSON',
    fix: 'send application/json without content encoding',
  },
  'body-too-large': {
    level: 'warn',
    text: 'the body of a request was too large',
    fix: 'Teams sends far less: find out who sends this',
  },
  'request-refused': {
    level: 'info',
    text: 'a request the server does not serve',
    fix: 'POST /api/messages and GET /healthz, /readyz and /metrics are served',
  },
  'metrics-refused': {
    level: 'warn',
    text: 'somebody asked for the metrics without being allowed to',
    fix: 'from this machine no token is needed, unless METRICS_TOKEN is set; from elsewhere set it, and send it as bearer token',
  },
  'store-unavailable': {
    level: 'error',
    text: 'the store does not answer, so nothing can be answered either',
    fix: 'see the error in the details; Makker works again as soon as the store does',
  },
  'store-damaged': {
    level: 'error',
    text: 'the file of the embedded store is damaged; nothing more is written to it',
    fix: 'stop Makker, put a backup in its place with makker store restore, and start again',
  },
  'activity-malformed': {
    level: 'warn',
    text: 'an activity lacks what it must have, or has it in the wrong type',
    fix: 'see the paths in the details; nothing was changed',
  },
  'service-url-refused': {
    level: 'warn',
    text: "an activity's serviceUrl is not on the list of allowed hosts",
    fix: 'if it is the real service, add its host to SERVICE_HOSTS',
  },
  unauthorized: {
    level: 'warn',
    text: 'a request without a valid token of the Bot Framework',
    fix: 'if the request was genuine, check MicrosoftAppId and the clock of this machine; nothing was done',
  },
  'keys-unavailable': {
    level: 'error',
    text: "the Bot Framework's signing keys cannot be fetched, so nobody can be believed who needs one we do not have",
    fix: 'let this machine reach login.botframework.com, or the address in BotOpenIdMetadata; nothing was done',
  },
  'tenant-refused': {
    level: 'warn',
    text: 'an activity of another tenant than that of the municipality, or of none',
    fix: 'if it was genuine, check MicrosoftAppTenantId and who may install the app; nothing was done',
  },
  'invoke-unknown': {
    level: 'warn',
    text: 'an invoke this bot does not take',
    fix: 'only clicks and the search for cases are taken; check the manifest for features that are not built',
  },
  'click-malformed': {
    level: 'warn',
    text: 'a click whose verb or data has the wrong type',
    fix: 'an old or tampered card; nothing was changed',
  },
  'search-malformed': {
    level: 'warn',
    text: 'a search for cases, or a pick from it, that is not as the manifest has it',
    fix: 'if people see it, the manifest they have installed is not of this version',
  },
  'person-unknown': {
    level: 'info',
    text: 'somebody who is not in the directory wrote to the bot',
    fix: 'if they should use it, import them with tenant and aadObjectId',
  },
  'stranger-not-told': {
    level: 'error',
    text: 'the administrators could not be told of somebody unknown; the person was refused as always',
    fix: 'see the error; it is tried again when the person comes again',
  },
  'turn-failed': {
    level: 'error',
    text: 'answering failed',
    fix: 'see the error; the person was told and can try again',
  },
  'answer-slow': {
    level: 'warn',
    text: 'an answer took longer than Teams waits',
    fix: 'see which store or rulebook is slow',
  },
  'reply-not-sent': {
    level: 'error',
    text: 'an answer could not be delivered',
    fix: 'see the code of the connector; Teams may deliver the message again',
  },
  'send-retry': {
    level: 'warn',
    text: 'a message could not be delivered now and is tried again',
    fix: 'nothing, unless it goes on: then look at the status of Teams and the credentials',
  },
  'send-refused': {
    level: 'error',
    text: 'Teams refused a message as malformed or too large; while somebody waits for it, it is tried again now and then',
    fix: 'this is a mistake of ours: the message must be corrected',
  },
  'card-retired': {
    level: 'warn',
    text: 'a card cannot be edited any more: gone, closed to us, refused, or in vain for a day; it stays as it is',
    fix: 'nothing: a click on it is answered with the present state; if it is refused often, see the code of the connector',
  },
  'send-unreachable': {
    level: 'info',
    text: 'a person cannot be reached; their messages wait for the next contact',
    fix: 'ask the person to open the app in Teams',
  },
  'send-failed': {
    level: 'error',
    text: 'sending a message broke on our side; this message waits and is tried again, others go on',
    fix: 'see the error; nothing is lost, but whoever waits for the message does not have it yet',
  },
  'row-without-case': {
    level: 'error',
    text: 'an outbox row names a request or person that does not exist; it is dropped',
    fix: 'this is a mistake of ours, or the person was deleted',
  },
  'relay-failed': {
    level: 'error',
    text: 'a round of the relay failed; it goes on with the next',
    fix: 'see the error; nothing is lost, rows stay until they are sent',
  },
  'daily-run-failed': {
    level: 'error',
    text: 'part of the daily run failed; it is tried again within minutes until all of it is done',
    fix: 'see the error; nothing is lost, but requests may stay open too long and deadlines be out of date',
  },
  'digests-not-made': {
    level: 'error',
    text: "a municipality's digests of the day could not be made; it is tried again within a minute",
    fix: 'see the error; once it works they come, and say that they are late',
  },
  'requests-not-tended': {
    level: 'error',
    text: 'a case changed, but its open requests could not be looked after at once; the daily run does it',
    fix: 'see the error; a click on such a request is judged on the new facts all the same',
  },
  'minutes-not-recorded': {
    level: 'error',
    text: 'a discussion of a meeting could not be recorded; the person was told which, and can click again',
    fix: 'see the error; nothing of it is half done',
  },
  'card-not-rendered': {
    level: 'error',
    text: 'a card could not be made',
    fix: 'this is a mistake of ours: see the error',
  },
  'rulebook-refused': {
    level: 'error',
    text: 'a rulebook file cannot be used',
    fix: 'correct the file at the place named in the message',
  },
} as const satisfies Record<string, ErrorInfo>;

export type ErrorCode = keyof typeof ERRORS;

/** A bug or broken surroundings, with a code of the registry. Expected outcomes are values, not this. */
export class CodedError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CodedError';
    this.code = code;
  }
}
