import { pino } from 'pino';
import { ERRORS, type ErrorCode } from './errors.ts';
import { containsCpr, maskCprDeep } from './privacy/cpr.ts';

export interface Log {
  info(message: string, details?: Record<string, unknown>): void;
  /** A line with a code of the registry, at that code's level, with what to do. Put a caught error under `err`. */
  problem(code: ErrorCode, details?: Record<string, unknown>): void;
}

/** Where finished lines go. */
export interface LogSink {
  write(line: string): void;
}

/**
 * Lines of JSON. Masking looks at the finished line, so that it also reaches messages, stacks and nested values,
 * where redaction by path would miss a number that somebody typed into a free text.
 */
export function createLog(sink: LogSink = process.stdout): Log {
  const masked: LogSink = {
    write: (line) => {
      // A line break or tab inside a number is written as an escape, which the look at the line would not see through.
      const closer = line.includes('\\') || containsCpr(line);
      sink.write(closer ? `${JSON.stringify(maskCprDeep(JSON.parse(line)))}\n` : line);
    },
  };
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, masked);
  return {
    info: (message, details = {}) => logger.info(details, message),
    problem: (code, details = {}) => {
      const { level, text, fix } = ERRORS[code];
      logger[level]({ code, ...details, fix }, text);
    },
  };
}
