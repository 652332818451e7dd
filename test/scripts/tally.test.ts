import { expect, test } from 'vitest';
import { add, closingLine, type Report, tally } from '../../scripts/tally.ts';

const green: Report = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 0,
  success: true,
  testResults: [{ status: 'passed', assertionResults: [{}, {}, {}, {}] }],
};

test('the closing line sums the runs, and names skipped tests only where there are some', () => {
  expect(closingLine(add(tally(green, true), { passed: 2, failed: 0, skipped: 0 }))).toBe(
    '5 passed, 0 failed, 1 skipped',
  );
  expect(closingLine({ passed: 5, failed: 0, skipped: 0 })).toBe('5 passed, 0 failed');
});

test('a file that did not load is a failed test', () => {
  const report = { ...green, success: false, testResults: [{ status: 'failed', assertionResults: [] }] };
  expect(tally(report, false).failed).toBe(1);
});

test('a run that broke off without a failed test is never green', () => {
  expect(tally(green, false).failed).toBe(1);
  expect(tally(null, true).failed).toBe(1);
});
