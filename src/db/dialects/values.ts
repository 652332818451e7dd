const DATE = 1082;
const TIMESTAMPTZ = 1184;
const INT8 = 20;
export const BYTEA = 17;

/** How values of the types that drivers read differently come back: dates and instants as ISO text, counts as numbers, bytes. */
export const PARSERS: Readonly<Record<number, (value: string) => unknown>> = {
  [DATE]: (value) => value,
  [TIMESTAMPTZ]: (value) => new Date(value).toISOString(),
  [INT8]: Number,
  [BYTEA]: (value) => new Uint8Array(Buffer.from(value.slice(2), 'hex')),
};
