import { stripTypeScriptTypes } from 'node:module';

/** The same type stripping as at run time, so tests and program run the same code. */
export default { process: (source) => ({ code: stripTypeScriptTypes(source) }) };
