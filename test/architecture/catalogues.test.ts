import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';
import { GATE_CHANGES } from '../../src/entities/index.ts';
import { MESSAGE_RULES, RELEASE_RULES, SIGNATURE_RULES } from '../../src/exchange/index.ts';
import { catalogues } from '../../src/i18n/catalogues.ts';
import { LOCALES, PROBLEMS } from '../../src/kernel/index.ts';
import { LINEAGE_RULES, RELATIONS } from '../../src/lineage/index.ts';
import { CAP_RULES } from '../../src/notices/cap/rules.ts';
import { QUALITIES } from '../../src/notices/water/model.ts';
import { WATER_RULES } from '../../src/notices/water/rules.ts';
import { THRESHOLD_KINDS } from '../../src/notices/water/watch.ts';
import { PAPER_LACKS } from '../../src/operations/index.ts';
import {
  AUDIENCES,
  COMPLETION_STEPS,
  DECISIONS,
  DUTY_STANDINGS,
  END_REASONS,
  ENTITY_DECISIONS,
  ENTITY_REJECT_REASONS,
  LIFECYCLES,
  MILESTONE_KINDS,
  OBSTACLE_KINDS,
  OUTCOMES,
  OWED_KINDS,
  PERIOD_NAMES,
  PUBLIC_KINDS,
  PUBLISHING_BARS,
  PUBLISHING_STATES,
  REJECT_REASONS,
  REPORT_STAGES,
  RETURN_REASONS,
  SNAPSHOT_CHANGES,
  SUGGESTION_CAUSES,
  TASK_OPEN_PARTS,
  TASK_RULE_NAMES,
  TASK_RULES,
  TIMELINESS,
  TOKEN_SCOPES,
  WEBHOOK_KINDS,
} from '../../src/register/index.ts';
import { CHECKS as PAPER_CHECKS } from '../../src/reports/papers/layouts/schema.ts';
import {
  DUE_STATES,
  ENTITY_STATES,
  EXCHANGE_TYPES,
  KEY_STATES,
  LINK_STANDINGS,
  MESSAGE_STATES,
  PARTNER_KIND_NAMES,
  REVIEW_STATES,
  TARGET_STATES,
  TASK_STATES,
} from '../../src/server/contract/index.ts';
import { ENTITY_KINDS, KINDS, LESSON_TYPES, SECTORS, STRENGTHS, WORK_TYPES } from '../../src/vocabulary/index.ts';
import {
  bodySchema,
  gateSchema,
  instrumentSchema,
  mechanismSchema,
  placeSchema,
} from '../../src/vocabulary/profile-schema.ts';
import { FORMS } from '../../src/web/screens/task/forms.ts';
import { SPANS } from '../../src/web/screens/water/search.ts';

const SOURCE = resolve(import.meta.dirname, '../../src');

/** Ids made at run time from a scale: each value of the scale must have its sentence. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  owes: OWED_KINDS,
  standing: DUTY_STANDINGS,
  rater: ['self', 'secretariat', 'other-side'],
  'snapshot-kind': ['interim', 'final'],
  'snapshot-change': SNAPSHOT_CHANGES,
  'digest-mail': ['off', 'waiting', 'sent', 'failed'],
  problem: Object.keys(PROBLEMS),
  'notice-rule': [
    ...['circle', 'enum', 'format', 'maximum', 'maxItems', 'maxLength', 'minimum', 'minItems', 'minLength', 'pattern'],
    ...['position', 'required', 'ring', 'sender', 'series', 'type', 'unique', 'unknown'],
  ],
  kind: KINDS,
  strength: STRENGTHS,
  sector: SECTORS,
  'work-type': WORK_TYPES,
  decision: DECISIONS,
  'due-state': DUE_STATES,
  'target-state': TARGET_STATES,
  'review-state': REVIEW_STATES,
  'task-state': TASK_STATES,
  reject: REJECT_REASONS,
  relation: RELATIONS,
  'lineage-rule': LINEAGE_RULES,
  noun: [
    'work',
    'expression',
    'commitment',
    'entity',
    'import',
    'page',
    'versions',
    'finding',
    'link',
    'task',
    'report',
    'milestone',
    'evidence',
    'lesson',
    ...['notice', 'channel', 'duty-post', 'duty-roster', 'relation'],
    'preview',
    'layout',
    'paper',
    'token',
    'webhook',
    'address',
    'sheet',
    'batch',
    'calendar',
    ...['water', 'alert', 'alert-feed'],
  ],
  'sheet-choice': ['yes', 'no'],
  'reply-mail-by': ['thread', 'reference'],
  'paper-lack': PAPER_LACKS,
  cap: Object.keys(CAP_RULES),
  water: Object.keys(WATER_RULES),
  'water-quality': QUALITIES,
  'water-threshold': THRESHOLD_KINDS,
  'water-parameter': ['level', 'discharge', 'rainfall'],
  'water-span': SPANS,
  'paper-check': PAPER_CHECKS,
  'paper-language': LOCALES,
  suggestion: SUGGESTION_CAUSES,
  lesson: LESSON_TYPES,
  'lesson-hint': LESSON_TYPES,
  entities: ENTITY_KINDS,
  'entity-state': [...ENTITY_STATES, ...ENTITY_DECISIONS.filter((decision) => decision === 'merged')],
  'entity-reject': ENTITY_REJECT_REASONS,
  'entity-type': [
    ...bodySchema.shape.level.options.map((type) => `body.${type}`),
    ...mechanismSchema.shape.type.options.map((type) => `mechanism.${type}`),
    ...instrumentSchema.shape.type.options.map((type) => `instrument.${type}`),
    ...gateSchema.shape.grade.options.map((type) => `gate.${type}`),
    ...placeSchema.shape.type.options.map((type) => `place.${type}`),
  ],
  'fact-status': ['done', 'planned', 'stated'],
  'gate-change': GATE_CHANGES,
  scope: TOKEN_SCOPES,
  'token-state': ['expired', 'revoked'],
  'webhook-kind': WEBHOOK_KINDS,
  'delivery-state': ['waiting', 'sent', 'dead', 'hidden'],
  'publishing-kind': PUBLIC_KINDS,
  'publishing-state': PUBLISHING_STATES,
  'publishing-bar': PUBLISHING_BARS,
  'exchange-rule': [...new Set([...RELEASE_RULES, ...MESSAGE_RULES, ...SIGNATURE_RULES])],
  'exchange-type': EXCHANGE_TYPES,
  'partner-kind': PARTNER_KIND_NAMES,
  link: LINK_STANDINGS,
  'key-state': KEY_STATES,
  'message-state': [...MESSAGE_STATES, 'done', 'failed'],
  'share-kind': ['task', 'reading', 'publication'],
  'paper-kind': ['conclusion', 'session'],
  'paper-standing': ['proposed', 'agreed', 'conflict'],
  lifecycle: LIFECYCLES,
  outcome: OUTCOMES,
  timeliness: TIMELINESS,
  'task-action': ['assign', ...Object.keys(TASK_RULES)],
  'task-rule': TASK_RULE_NAMES,
  'task-open': TASK_OPEN_PARTS,
  audience: AUDIENCES,
  period: ['none', ...PERIOD_NAMES],
  obstacle: OBSTACLE_KINDS,
  'return-reason': RETURN_REASONS,
  'end-reason': ['none', ...END_REASONS],
  'report-stage': REPORT_STAGES,
  step: COMPLETION_STEPS.map(String),
  milestone: MILESTONE_KINDS,
  waiting: ['other-side', 'condition'],
  'task-field': Object.values(FORMS).flatMap((fields) => fields.map(({ name }) => name)),
};

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(tsx?|json)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) && !path.includes('/catalogues/')
      ? [path]
      : [];
  });
}

const code = sources(SOURCE).map((file) => readFileSync(file, 'utf8'));

/** The arguments a message shows. A plural that only bends the words around it (`{count, plural, one {has} …}`) shows none. */
function shownBy(message: CompiledMessage): string[] {
  const found = message.flatMap((token) => {
    if (typeof token === 'string') return [];
    const [name, , choices] = token;
    const branches = Object.values(choices && typeof choices === 'object' ? choices : {}).filter(Array.isArray);
    if (branches.length === 0) return name === '#' ? [] : [name];
    const counts = branches.some((branch: CompiledMessage) => branch.some((part) => part === '#' || part[0] === '#'));
    return [...(counts ? [name] : []), ...branches.flatMap((branch: CompiledMessage) => shownBy(branch))];
  });
  return [...new Set(found)].sort();
}

test('the three catalogues have the same ids', () => {
  for (const locale of LOCALES) expect(Object.keys(catalogues[locale])).toEqual(Object.keys(catalogues.en));
});

test('a message shows the same arguments in every language and is well formed in each', () => {
  for (const id of Object.keys(catalogues.en)) {
    const [vi, en, zh] = LOCALES.map((locale) => shownBy(compileMessageOrThrow(catalogues[locale][id] ?? '')));
    expect({ id, vi, zh }).toEqual({ id, vi: en, zh: en });
  }
});

test('no message is empty, and none is left in English in the Chinese catalogue', () => {
  for (const [id, sentence] of Object.entries(catalogues.zh)) expect(`${id}: ${sentence}`).toMatch(/: .+/);
  const left = Object.entries(catalogues.zh).filter(
    ([id, sentence]) => sentence === catalogues.en[id as keyof typeof catalogues.en] && /[a-z]{4}/i.test(sentence),
  );
  expect(left.map(([id]) => id).filter((id) => !id.startsWith('name.'))).toEqual([]);
});

test('every value of a scale and every problem has its sentence', () => {
  const missing = Object.entries(FAMILIES).flatMap(([family, values]) =>
    values.map((value) => `${family}.${value}`).filter((id) => !(id in catalogues.en)),
  );
  expect(missing).toEqual([]);
});

test('every message that a reader or rule hands out has its sentence', () => {
  const handedOut = code.flatMap((text) =>
    [...text.matchAll(/severity: '\w+',\s*id: '([a-z][\w.-]+)'/g)].map((match) => match[1] as string),
  );
  expect(handedOut.filter((id) => !(id in catalogues.en))).toEqual([]);
});

test('no message lies unused', () => {
  const whole = code.join('\n');
  const unused = Object.keys(catalogues.en).filter((id) => {
    const [family = '', ...rest] = id.split('.');
    if (FAMILIES[family]?.includes(rest.join('.'))) return false;
    if (family === 'why') {
      const rule = rest.join('.');
      return !whole.includes(rule) && !whole.includes(`\`${rule.slice(0, rule.lastIndexOf(':') + 1)}\${`);
    }
    if (whole.includes(`'${id}'`) || whole.includes(`"${id}"`) || whole.includes(`\`${id}\``)) return false;
    // An id put together from a stem: the stem must stand in the source as a template.
    return !whole.includes(`\`${id.slice(0, id.lastIndexOf('.'))}.\${`);
  });
  expect(unused).toEqual([]);
});
