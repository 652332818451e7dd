import { SaxesParser } from 'saxes';

/** What a strict XML parser with namespaces finds wrong with a file; null for a well-formed one. */
export function wellFormed(xml: string): string | null {
  const parser = new SaxesParser({ xmlns: true });
  let fault: string | null = null;
  parser.on('error', (error) => {
    fault ??= error.message;
  });
  parser.write(xml).close();
  return fault;
}
