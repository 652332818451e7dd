/** Row of the header (1-based), under the title and its note. */
export const HEAD_ROW = 3;

/** The hidden sheet that tells what a file of ours is: its form, how many rows went out, and when. */
export const ORIGIN_SHEET = 'servanda';

/** Rows and columns of one sheet that are read. */
export const ROW_LIMIT = 100_000;
export const COLUMN_LIMIT = 200;

/** All parts of a file unpacked, in MB; more is refused before it is unpacked. */
export const UNPACKED_LIMIT_MB = 400;
