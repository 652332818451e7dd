/**
 * Numbers by which a person could be known: identity cards (twelve digits in Viet Nam, eighteen signs in China), passports, addresses of
 * mail. Notices have no field for persons; this finds what was written into free text all the same.
 */
const TRACES = [
  /(?<![\d.])\d{12}(?![\d.])/,
  /(?<!\d)\d{17}[\dXx](?!\d)/,
  /(?<![A-Z0-9])[A-Z]{1,2}\d{7,8}(?![A-Z0-9])/,
  /[\w.+-]+@[\w-]+\.[\w.-]+/,
];

/** The first trace of a person in what is written, as it stands there; null where there is none. */
export function personalTrace(value: unknown): string | null {
  if (typeof value === 'string') {
    for (const trace of TRACES) {
      const found = trace.exec(value.normalize('NFKC'));
      if (found !== null) return found[0];
    }
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const one of Object.values(value)) {
    const found = personalTrace(one);
    if (found !== null) return found;
  }
  return null;
}
