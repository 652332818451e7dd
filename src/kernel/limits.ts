/** Files above this many MB (2²⁰ bytes) are refused before they are read. */
export const FILE_LIMIT_MB = 64;

/** All files of one upload together, in MB. */
export const UPLOAD_LIMIT_MB = 256;

/** Files in one upload. */
export const UPLOAD_LIMIT_FILES = 100;

export const MEGABYTE = 1 << 20;
