import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the space for new objects at its first size. It grows to tens of megabytes otherwise, which a command that
 * reads two files and ends has no use for.
 */
export function keepMemorySmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** By how much of what is in use the heap may grow before what is needed no more is cleared; V8 lets it double and more. */
const GROWTH_PERCENT = 25;

/** Clears up sooner: for a command that reads a text of any length and keeps little of it. */
export function clearUpSooner(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}

/** Calls from which V8's slowest compiler takes on a function that is used in reading; 3,000 else. */
const OFTEN = 100_000;

/**
 * Leaves V8's slowest compiler to the few functions that take up most of reading: of the hundreds it would take on, most
 * never give back what compiling them costs (a twentieth less time for 5 MB of text).
 */
export function compileWhatIsUsedMost(): void {
  setFlagsFromString(`--invocation-count-for-turbofan=${OFTEN}`);
}

/** UTF-16 units from which V8's slowest compiler gives back what it costs. */
const LONG = 1_000_000;

/**
 * Leaves out V8's slowest compiler for texts that are soon done (1,000 aligned lines take a fifth less processor time,
 * 20,000 would take a fifth more).
 * @param length of all texts together, in UTF-16 units
 */
export function compileFor(length: number): void {
  if (length < LONG) setFlagsFromString('--no-turbofan');
}
