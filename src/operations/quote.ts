import { Problem, type Span } from '../kernel/index.ts';

/**
 * The words a person marked, cut from the text: the quote of a commitment never comes from anywhere else.
 * @throws Problem `input-invalid` where the span is empty, outside the text, or cuts a character in two
 */
export function cutQuote(text: string, { start, end }: Span): string {
  const quote = text.slice(start, end);
  if (start < 0 || end > text.length || start >= end)
    throw new Problem('input-invalid', { field: 'span', reason: 'outside the text' });
  if (quote.trim() === '') throw new Problem('input-invalid', { field: 'span', reason: 'no words' });
  if (!quote.isWellFormed()) throw new Problem('input-invalid', { field: 'span', reason: 'cuts a character in two' });
  return quote;
}
