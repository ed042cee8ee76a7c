/** The answer of a command that does not answer. */
export const SILENT = Symbol("silent");
