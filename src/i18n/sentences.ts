import type { Locale, Message, Problem } from '../kernel/index.ts';
import { hasMessage } from './catalogues.ts';
import { translate, type Values } from './translate.ts';

/** Details that are words of the product's own, and the families of messages (`noun.work`) that say each. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  noun: ['noun'],
  action: ['verdict', 'task-action'],
  state: ['decision', 'lifecycle'],
  rule: ['task-rule', 'notice-rule', 'exchange-rule'],
};

function named(locale: Locale, details: Values): Values {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => {
      const id = (NAMED[name] ?? []).map((family) => `${family}.${value}`).find(hasMessage);
      return [name, id === undefined ? value : translate(locale, id)];
    }),
  );
}

/** What a refusal says to its reader, and what to do about it. */
export function problemText(locale: Locale, problem: Pick<Problem, 'code' | 'details'>): string;
export function problemText(locale: Locale, problem: { readonly code: string; readonly details: Values }): string;
export function problemText(locale: Locale, problem: { readonly code: string; readonly details: Values }): string {
  const id = `problem.${problem.code}`;
  return hasMessage(id)
    ? translate(locale, id, named(locale, problem.details))
    : translate(locale, 'problem.unexpected', { id: problem.code });
}

/** A message that came with a value (`Checked`); an id without a sentence is shown as it is, with its details. */
export function messageText(locale: Locale, message: Pick<Message, 'id' | 'details'>): string {
  if (hasMessage(message.id)) return translate(locale, message.id, message.details);
  return [message.id, ...Object.entries(message.details).map(([name, value]) => `${name}: ${value}`)].join(' · ');
}

/**
 * Why a rule decided as it did. Rules are named `part:detail/entry`; the sentence of the longest known name is taken
 * (`why.frame:vi/agree`, then `why.frame:vi`, then `why.frame`), with the words that made it fire as `words`.
 */
export function reasonText(locale: Locale, reason: { readonly rule: string; readonly words: string }): string {
  for (let name = reason.rule; name !== ''; name = name.replace(/(^|[/:.])[^/:.]*$/, '')) {
    const id = `why.${name}`;
    if (hasMessage(id)) return translate(locale, id, { words: reason.words });
  }
  return reason.words === '' ? reason.rule : `${reason.rule}: “${reason.words}”`;
}
