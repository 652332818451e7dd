import type { Sector } from '../../vocabulary/index.ts';
import type { LineageLink, LineageReason, LineageRule, LineageStatus, LineageUnit, LineageWork } from '../model.ts';
import { cueIn } from '../relations/cues.ts';
import { type IndexedWork, type LineageIndex, rarityOf } from '../scoring/index-works.ts';
import { markWeight, type Rarity } from '../scoring/overlap.ts';
import { PART } from '../scoring/store.ts';
import { workOrder } from '../works/order.ts';
import limits from './limits.json' with { type: 'json' };
import { placeOf } from './place.ts';

/** Texts that parties agreed; an interview only tells of one. */
function isAgreed({ type }: LineageWork): boolean {
  return type === 'joint-statement' || type === 'communique';
}

/** Whether another agreed text of the same level comes before or after a work, so that new and dropped mean anything. */
function hasPeer(index: LineageIndex, { work }: IndexedWork, sign: -1 | 1): boolean {
  return index.works.some(({ work: other }) => {
    if (!isAgreed(other) || other.level !== work.level) return false;
    return Math.sign(workOrder(other, work) ?? 0) === sign;
  });
}

/** Whether another work has a key. */
function standsElsewhere({ postings, workOf }: LineageIndex, key: number, { first, work }: IndexedWork): boolean {
  const end = first + work.units.length;
  return postings[key]?.some((unit) => unit < first || unit >= end) ?? workOf.length > end;
}

/** Principles, and the follow-up of the text itself: every text has them, each in words of its own. */
const WORDED_ANEW: ReadonlySet<Sector> = new Set(['politics-party', 'diplomacy', 'multilateral', 'follow-up']);

function isPrinciple({ sector, instruments, mechanisms, places }: LineageUnit): boolean {
  return WORDED_ANEW.has(sector) && instruments.length + mechanisms.length + places.length === 0;
}

/**
 * Whether a unit says enough that it could be missed. What only announces a list says nothing, nor does what points back
 * to words before it; of one that says little, or that is a principle, nothing can be said to be missing, and one whose every
 * concept stands in other works too must say more.
 */
export function canBeMissed(entered: IndexedWork, unit: number, index: LineageIndex, rarity: Rarity): boolean {
  const read = entered.work.units[unit] as LineageUnit;
  const { quote, language } = read;
  const cues = ['lead-in', 'refers-back'] as const;
  if (isPrinciple(read) || cues.some((cue) => cueIn(cue, quote, language) !== null)) return false;
  const { sum, own } = saying(entered, unit, index, rarity);
  return sum >= (own ? limits.leastMass : limits.leastMassOfCommon);
}

/** How much of a unit another language could share, and whether any of it stands in no other work. */
function saying(entered: IndexedWork, unit: number, index: LineageIndex, rarity: Rarity) {
  const { marks } = entered;
  const { table } = index;
  let sum = 0;
  let own = false;
  for (let mark = marks.marks[unit] as number; mark < (marks.marks[unit + 1] as number); mark += 1) {
    if (((marks.flags[mark] as number) & PART) !== 0) continue;
    const keys = marks.key.subarray(marks.keys[mark], marks.keys[mark + 1]);
    const weight = markWeight(marks, mark, rarity, true);
    const sharable = keys.filter((key) => !table.own[key]);
    if (weight < limits.telling || sharable.length === 0) continue;
    sum += weight;
    own ||= !sharable.some((key) => standsElsewhere(index, key, entered));
  }
  return { sum, own };
}

function reason(rule: LineageRule, score: number): LineageReason[] {
  return [{ rule, words: score.toFixed(2) }];
}

/** Units, by work, by which an earlier promise is fulfilled, and those that only tell how far one is. */
function toldIn(links: readonly LineageLink[]): Readonly<Record<'fulfilling' | 'telling', ReadonlySet<string>>> {
  const ends = (relation: LineageLink['relation']) =>
    new Set(links.filter((link) => link.relation === relation).map(({ b }) => `${b.work}\n${b.unit}`));
  return { fulfilling: ends('fulfilled'), telling: ends('reported') };
}

/**
 * New: a commitment or support of an agreed text that no earlier work of any kind holds, where an earlier agreed text of
 * its level could have. Dropped: a commitment that no later work takes up, where a later agreed text of its level could
 * have; a support or position is nobody's undertaking and is never dropped. Reported: a record, or another unit that tells how
 * far a promise is, by which nothing promised is fulfilled.
 */
export function statusesOf(index: LineageIndex, links: readonly LineageLink[]): LineageStatus[] {
  const told = toldIn(links);
  const rarity = { idf: rarityOf(index), own: index.table.own };
  return index.works.flatMap((entered) => {
    const { work, before, after } = entered;
    if (!isAgreed(work) || entered.left) return [];
    const [mayBeNew, mayBeDropped] = [hasPeer(index, entered, -1), hasPeer(index, entered, 1)];
    return work.units.flatMap((unit, at): LineageStatus[] => {
      const found: LineageStatus[] = [];
      const [past, future] = [before[at] as number, after[at] as number];
      if (!canBeMissed(entered, at, index, rarity)) return [];
      const key = `${work.id}\n${at}`;
      if (mayBeNew && !told.fulfilling.has(key) && (unit.kind === 'record' || told.telling.has(key))) {
        return [{ place: placeOf(work, at), status: 'reported', why: [{ rule: 'told', words: unit.action }] }];
      }
      if (mayBeNew && (unit.kind === 'commitment' || unit.kind === 'support') && past < limits.near) {
        found.push({ place: placeOf(work, at), status: 'new', why: reason('no-forerunner', past) });
      }
      if (mayBeDropped && unit.kind === 'commitment' && future < limits.near) {
        found.push({ place: placeOf(work, at), status: 'dropped', why: reason('not-taken-up', future) });
      }
      return found;
    });
  });
}
