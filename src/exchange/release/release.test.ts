import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from '../../kernel/index.ts';
import { MESSAGE_TYPES, type MessageType, PARTNER_KINDS } from '../model.ts';
import file from './data/release.json' with { type: 'json' };
import { assertReleased, ruleOf } from './gate.ts';
import { releaseSchema } from './schema.ts';

function broken(type: MessageType, data: Record<string, unknown>, more: object = {}): string {
  try {
    assertReleased({ type, class: 'shared', data, attachments: [], ...more }, 'other-side');
    return 'leaves';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return `${error.details.rule} ${error.details.field}`;
  }
}

const ACTION = {
  kind: 'task',
  id: 't1',
  version: 1,
  party: 'XL',
  task: { title: 'Open the gate', lead: 'Ministry of Roads' },
};

const THING = { thing: 't', kind: 'edit', party: 'XL', at: '2026-01-01T00:00:00Z' };

test('what may leave is declared in one file of the form it has to have, a rule for every type', () => {
  const rules = releaseSchema.parse(file);
  expect(Object.keys(rules.types).sort()).toEqual([...MESSAGE_TYPES].sort());
  for (const { pattern } of rules.texts) expect(() => new RegExp(pattern, 'u')).not.toThrow();
});

test('no field is named that could hold persons’ data, defence, intelligence or what is being negotiated', () => {
  const names = Object.values(file.types).flatMap(({ fields }) =>
    Object.keys(fields).flatMap((path) => path.split(/[.[\]]+/)),
  );
  const barred = file.never.filter((name) => name !== 'note');
  expect(names.filter((name) => barred.includes(name))).toEqual([]);
});

test('a shared task leaves; with anything that is not in the list it stays, and is told where', () => {
  expect(broken('servanda.action', ACTION)).toBe('leaves');
  for (const name of [
    'obstacles',
    'urgings',
    'by',
    'person',
    'passport',
    'positions',
    'troops',
    'intelligence',
    '__proto__',
  ]) {
    expect(broken('servanda.action', { ...ACTION, ...JSON.parse(`{"${name}": "x"}`) }), name).toBe(
      `field-unknown ${name}`,
    );
    const task = { ...ACTION.task, ...JSON.parse(`{"${name}": "x"}`) };
    expect(broken('servanda.action', { ...ACTION, task }), name).toBe(`field-unknown task.${name}`);
  }
  expect(broken('servanda.action', { ...ACTION, task: { title: 'Write to roads@ostra.example' } })).toBe(
    'text-kept-in task.title',
  );
  expect(broken('servanda.action', { ...ACTION, task: { title: 'Holder of 012345678901' } })).toBe(
    'text-kept-in task.title',
  );
  expect(broken('servanda.action', { ...ACTION, task: { title: { vi: 'x' } } })).toBe('field-form task.title');
  expect(broken('servanda.action', { ...ACTION, task: 'all of it' })).toBe('field-form task');
});

test('a class or an addressee that the type does not name stays, and so does what has no class', () => {
  const publication = { id: 'p', version: 1, party: 'XL', state: 'public', kind: 'work', view: { title: 'x' } };
  expect(broken('servanda.publication', publication)).toBe('class shared');
  expect(broken('servanda.publication', publication, { class: 'public' })).toBe('leaves');
  expect(broken('servanda.action', ACTION, { class: 'own-side' })).toBe('class own-side');
  expect(() =>
    assertReleased({ type: 'servanda.conclusion', class: 'shared', data: {}, attachments: [] }, 'own-side'),
  ).toThrow(Problem);
  expect(broken('servanda.orders' as MessageType, {})).toBe('type-unknown servanda.orders');
});

test('notices and water data have forms of their own, and no room for persons in any depth of them', () => {
  expect(broken('servanda.notice', { notice: { level: 3, place: { name: 'Sarko' } } })).toBe('leaves');
  for (const name of ['person', 'Patient', 'passport', 'positions', 'intelligence']) {
    expect(broken('servanda.notice', { notice: { place: [{ [name]: 'x' }] } })).toBe(
      `name-kept-in notice.place[].${name}`,
    );
  }
  expect(broken('servanda.water', { water: { remark: 'call desk@ostra.example' } })).toBe('text-kept-in water.remark');
});

test('no type of message has room, at any depth, for persons’ data, defence, intelligence or what is being negotiated', () => {
  /** The least that each type has to say, and where something could be slipped in. */
  const least: Record<MessageType, readonly [Record<string, unknown>, readonly string[]]> = {
    'servanda.action': [ACTION, ['', 'task', 'deed', 'commitments']],
    'servanda.reading': [{ id: 'c', version: 1, party: 'XL' }, ['', 'fields', 'commitments']],
    'servanda.conclusion': [THING, ['', 'content']],
    'servanda.session': [THING, ['', 'content']],
    'servanda.publication': [
      { id: 'p', version: 1, party: 'XL', state: 'public', kind: 'work', view: {} },
      ['', 'view'],
    ],
    'servanda.channel': [{ id: 'c', version: 1, party: 'XL' }, ['', 'names', 'posts', 'limits', 'commitments']],
    'servanda.notice': [{ notice: {} }, ['', 'notice']],
    'servanda.water': [{ water: {} }, ['', 'water']],
  };
  for (const type of MESSAGE_TYPES) {
    const [data, places] = least[type];
    expect(broken(type, data, { class: 'public' }), type).toBe('leaves');
    for (const place of places) {
      for (const name of file.never) {
        if (place === 'deed' && name === 'note') continue;
        const said = { ...(data[place] as object), [name]: 'x' };
        const whole = place === '' ? { ...data, [name]: 'x' } : { ...data, [place]: said };
        const deep = place === '' ? whole : { ...data, [place]: [{ more: [said] }] };
        for (const one of [whole, deep]) {
          expect(broken(type, one, { class: 'public' }), `${type} ${place} ${name}`).toMatch(
            /^(?:field-unknown|name-kept-in|field-form) /,
          );
        }
      }
    }
  }
});

test('nothing leaves that is not in the list, whatever is put into a message of whatever type', () => {
  const leaves = (value: unknown, path = ''): string[] => {
    if (typeof value !== 'object' || value === null) return [path];
    if (Array.isArray(value)) return value.flatMap((item) => leaves(item, `${path}[]`));
    return Object.entries(value).flatMap(([name, item]) => leaves(item, path === '' ? name : `${path}.${name}`));
  };
  const words = fc.constantFrom(
    'task',
    'title',
    'content',
    'points',
    'id',
    'kind',
    'party',
    'secret',
    'by',
    'plan',
    'view',
  );
  const value = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.string({ maxLength: 9 }),
      fc.integer(),
      fc.array(tie('any'), { maxLength: 2 }),
      fc.dictionary(words, tie('any'), { maxKeys: 4 }),
    ),
  })).any;
  fc.assert(
    fc.property(
      fc.constantFrom(...MESSAGE_TYPES),
      fc.constantFrom(...PARTNER_KINDS),
      fc.dictionary(words, value),
      (type, to, extra) => {
        const data = { ...ACTION, ...{ thing: 't', at: '2026-01-01T00:00:00Z', state: 'public' }, ...extra };
        try {
          assertReleased({ type, class: 'public', data, attachments: [] }, to);
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
          return;
        }
        const known = Object.keys(ruleOf(type)?.fields ?? {});
        const open = known.filter((path) => /words/.test(String(ruleOf(type)?.fields[path])));
        const outside = leaves(data).filter(
          (path) =>
            !known.some((one) => one === path || one.startsWith(`${path}.`) || one.startsWith(`${path}[`)) &&
            !open.some((one) => path.startsWith(one)),
        );
        expect(outside).toEqual([]);
      },
    ),
  );
});
