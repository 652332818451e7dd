import { checkInfo } from './check-info.ts';
import type { CapAlert, CapInfo } from './model.ts';
import { type CapFinding, type CapPlace, type CapRule, capFinding } from './rules.ts';
import { instantOf } from './times.ts';

/** Finds the place of a path in the file an alert was read from. */
export type Locate = (path: string) => CapPlace;

/** Says what a rule found, at a path. */
export type Say = (rule: CapRule, path: string, details?: Readonly<Record<string, string | number>>) => void;

const NOWHERE: Locate = (path) => ({ path, line: 0, column: 0 });

/**
 * The rules of CAP that no schema holds, on an alert read from a file or about to be written; each finding with its
 * clause. Whether its times have passed is none of them: that is a question of the day it is asked on (`chainStates`).
 */
export function checkAlert(alert: CapAlert, locate: Locate = NOWHERE): readonly CapFinding[] {
  const findings: CapFinding[] = [];
  const say: Say = (rule, path, details) => findings.push(capFinding(rule, locate(path), details));
  checkNames(alert, say);
  checkReferences(alert, say);
  checkScope(alert, say);
  checkPurpose(alert, say);
  checkLanguages(alert.info, say);
  for (const [index, info] of alert.info.entries()) checkInfo(info, `alert/info[${index + 1}]`, alert.sent, say);
  return findings;
}

function checkNames({ identifier, sender }: CapAlert, say: Say): void {
  if (/[\s,<&]/.test(identifier)) say('identifier-characters', 'alert/identifier');
  if (/[\s,<&]/.test(sender)) say('sender-characters', 'alert/sender');
  const oid = identifier.replace(/^urn:oid:/i, '');
  // 2.49.0.0 names authorities, 2.49.0.1 their messages; behind the country, authority and number are the sender's.
  if (oid.startsWith('2.49.0.') && !/^2\.49\.0\.1\.\d{1,3}(\.[\w-]+)+$/.test(oid))
    say('identifier-oid', 'alert/identifier', { identifier });
}

function checkReferences(alert: CapAlert, say: Say): void {
  const path = 'alert/references';
  if (alert.references.length === 0 && ['Update', 'Cancel', 'Ack', 'Error'].includes(alert.msgType))
    say('references-missing', path, { msgType: alert.msgType });
  const sent = instantOf(alert.sent);
  for (const { sender, identifier, sent: earlier } of alert.references) {
    const then = instantOf(earlier);
    if (identifier === alert.identifier && sender === alert.sender && earlier === alert.sent)
      say('references-itself', path);
    else if (sent !== null && then !== null && then > sent) say('references-later', path, { identifier });
  }
}

function checkScope(alert: CapAlert, say: Say): void {
  const { scope, restriction, addresses } = alert;
  if (scope === 'Restricted' && restriction === null) say('restriction-missing', 'alert/restriction');
  if (scope !== 'Restricted' && restriction !== null) say('restriction-unexpected', 'alert/restriction', { scope });
  if (scope === 'Private' && addresses.length === 0) say('addresses-missing', 'alert/addresses');
  for (const address of addresses)
    if (/^[^"]*,$|^,/.test(address)) say('address-comma', 'alert/addresses', { address });
}

function checkPurpose({ status, msgType, note, info }: CapAlert, say: Say): void {
  if (note === null && (status === 'Exercise' || msgType === 'Error'))
    say('note-missing', 'alert/note', { what: status === 'Exercise' ? status : msgType });
  if (status !== 'Actual') say('not-actionable', 'alert/status', { status });
  if (info.length === 0 && (msgType === 'Alert' || msgType === 'Update')) say('info-missing', 'alert', { msgType });
}

/** The language of a block; en-US where it names none (3.2.2). */
export function languageOf({ language }: CapInfo): string {
  return language ?? 'en-US';
}

/** What the blocks of one alert must say alike, whatever language they say it in. */
const ALIKE = [
  'category',
  'responseType',
  'urgency',
  'severity',
  'certainty',
  'effective',
  'onset',
  'expires',
] as const;

/**
 * Blocks of one language are one sequence (3.2.1): a second one in it is allowed and is pointed out. The sequences of
 * two languages say the same, or two readers act differently on one warning: the n-th of one is held to the n-th of the other.
 */
function checkLanguages(infos: readonly CapInfo[], say: Say): void {
  const sequences = new Map<string, { info: CapInfo; path: string }[]>();
  for (const [index, info] of infos.entries()) {
    const language = languageOf(info).toLowerCase();
    const path = `alert/info[${index + 1}]`;
    const earlier = sequences.get(language) ?? [];
    if (earlier.length > 0) say('language-repeated', `${path}/language`, { language: languageOf(info) });
    sequences.set(language, [...earlier, { info, path }]);
  }
  const [first = [], ...others] = sequences.values();
  for (const other of others)
    for (const [index, { info, path }] of other.entries()) {
      const model = first[index]?.info;
      if (!model) continue;
      for (const name of ALIKE)
        if (said(info[name]) !== said(model[name]))
          say('languages-disagree', `${path}/${name}`, { name, here: said(info[name]), there: said(model[name]) });
    }
}

/** A value as two blocks are compared by: times by their instant, lists whatever their order. */
function said(value: string | readonly string[] | null): string {
  if (value === null) return '–';
  if (typeof value !== 'string') return [...value].sort().join(' ') || '–';
  const instant = instantOf(value);
  return instant === null ? value : new Date(instant).toISOString();
}
