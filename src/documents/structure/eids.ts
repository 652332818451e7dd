import type { ProvisionRole } from '../model.ts';
import type { Marker } from './marker.ts';

const DIVISIONS: Record<string, string> = {
  article: 'art',
  chapter: 'chp',
  part: 'part',
  section: 'sec',
  annex: 'att',
};

/**
 * Hands out Akoma Ntoso eIds (naming convention of OASIS LegalDocML, part 2): element abbreviation and number, below
 * the parent's eId. A second use of one id gets a counter, so that ids stay unique in a document.
 */
export class EIds {
  private readonly used = new Map<string, number>();

  next(role: ProvisionRole, marker: Marker | null, label: string | null, parent: string | null): string {
    const prefix = parent === null ? '' : `${parent}__`;
    if (marker) return this.unique(`${prefix}${element(role, marker)}_${number(marker, label)}`);
    const name = { heading: 'heading', item: 'point', paragraph: 'para', furniture: 'aside' }[role];
    return this.counted(`${prefix}${name}`);
  }

  private counted(base: string): string {
    const count = (this.used.get(base) ?? 0) + 1;
    this.used.set(base, count);
    return `${base}_${count}`;
  }

  private unique(id: string): string {
    const count = (this.used.get(id) ?? 0) + 1;
    this.used.set(id, count);
    return count === 1 ? id : `${id}~${count}`;
  }
}

function element(role: ProvisionRole, marker: Marker): string {
  return DIVISIONS[marker.style] ?? (role === 'heading' ? 'sec' : marker.value === null ? 'indent' : 'point');
}

function number(marker: Marker, label: string | null): string {
  if (marker.value === null) return /\[(\d+)\]$/.exec(label ?? '')?.[1] ?? '1';
  return marker.part.replace(/[()]/g, '').replace(/\./g, '-') || String(marker.value);
}
