import { expect, test } from 'vitest';
import { SeriesDeedBody } from './sessions.ts';

const facts = { ordinal: 3, date: '2026-05', host: 'Senmar' };
const evidence = { id: 'e', what: 'held', day: '2026-05-04', source: '12/TB', count: null };

test('what is kept out of mechanisms has no field: every further one is refused, wherever it is put', () => {
  const record = { type: 'record', session: 's', facts };
  const counted = { type: 'open-request', request: { id: 'r', number: '12/2026', opened: '2026-05-04' } };
  const shown = { type: 'add-evidence', evidence };
  for (const whole of [record, counted, shown]) expect(SeriesDeedBody.safeParse(whole).success).toBe(true);
  for (const field of ['content', 'transcript', 'position', 'names', 'route', 'photo', 'note']) {
    const extra = { [field]: 'x' };
    const refused = [
      { ...record, ...extra },
      { ...record, facts: { ...facts, ...extra } },
      { ...shown, evidence: { ...evidence, ...extra } },
      { ...counted, request: { ...counted.request, ...extra } },
    ];
    for (const body of refused) expect(SeriesDeedBody.safeParse(body).success, field).toBe(false);
  }
});

test('a request is a number, not a name', () => {
  const request = (number: string) => ({
    ...{ type: 'open-request', request: { id: 'r', number, opened: '2026-05-04' } },
  });
  expect(SeriesDeedBody.safeParse(request('12/TTTP-2026')).success).toBe(true);
  expect(SeriesDeedBody.safeParse(request('Olen Marr, born 1980')).success).toBe(false);
});
