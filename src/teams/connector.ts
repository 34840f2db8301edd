import type { Activity, TurnContext } from 'botbuilder';

interface Policy {
  name: string;
  sendRequest: (request: { timeout: number }, next: (request: { timeout: number }) => Promise<unknown>) => unknown;
}
interface Pipeline {
  addPolicy(policy: Policy): void;
  removePolicy(policy: { name: string }): unknown;
}

/** What we use of the SDK's connector client. */
export interface Connector {
  conversations: {
    sendToConversation(conversationId: string, activity: Partial<Activity>): Promise<{ id?: string } | undefined>;
    updateActivity(
      conversationId: string,
      activityId: string,
      activity: Partial<Activity>,
    ): Promise<{ id?: string } | undefined>;
  };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isPipeline = (value: unknown): value is Pipeline =>
  isObject(value) && 'addPolicy' in value && 'removePolicy' in value;

/** The pipeline is private in the SDK's types, and the connector factory overwrites the one option that reaches it. */
function pipelineOf(connector: Connector): Pipeline {
  const client: unknown = Reflect.get(connector, 'client');
  const pipeline: unknown = isObject(client) ? Reflect.get(client, 'pipeline') : undefined;
  if (!isPipeline(pipeline)) throw new Error('the SDK keeps its pipeline elsewhere now: see src/teams/connector.ts');
  return pipeline;
}

/**
 * Makes a turn's connector do one attempt a call: no retries (the SDK repeats a 502 at once, so the person sees the
 * card twice), no redirects (they would carry our token to another host), and an end to every attempt.
 */
export function tame(connector: Connector, attemptMs: number): void {
  const pipeline = pipelineOf(connector);
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.removePolicy({ name: 'redirectPolicy' });
  pipeline.addPolicy({
    name: 'attempt-timeout',
    sendRequest: (request, next) => {
      request.timeout = attemptMs;
      return next(request);
    },
  });
}

/** The connector client of a turn. */
export function connectorOf(context: TurnContext): Connector {
  const connector = context.turnState.get<Connector | undefined>(context.adapter.ConnectorClientKey);
  if (connector === undefined) throw new Error('the turn has no connector client');
  return connector;
}
