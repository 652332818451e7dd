import type { Document } from '../../src/documents/index.ts';
import type { EntityMention, EntityReading } from '../../src/entities/index.ts';
import { contains, intersectionOverUnion, type Span } from '../../src/kernel/index.ts';
import { ENTITY_KINDS, type EntityKind, fold } from '../../src/vocabulary/index.ts';

/** An entity as a careful reader lists it: its forms by language, and the files it stands in. */
export interface GoldEntity {
  readonly id: string;
  readonly type: string;
  readonly vi: readonly string[];
  readonly en: readonly string[];
  readonly fa: readonly string[];
  readonly docs: readonly string[];
}

/** What the gold calls each kind. Forums and events are bodies to one reader and mechanisms to another: either counts. */
const KINDS: Readonly<Record<string, readonly EntityKind[]>> = {
  institution: ['body', 'mechanism'],
  mechanism: ['mechanism', 'body'],
  event: ['mechanism'],
  programme: ['mechanism'],
  instrument: ['instrument', 'mechanism'],
  gate: ['gate', 'place'],
  place: ['place'],
};

/** Initiatives and plans of building are no agreements to be missed; naming them as such is no error. */
const ALLOWED: Readonly<Record<string, readonly EntityKind[]>> = {
  initiative: ['instrument'],
  infrastructure: ['place', 'gate', 'mechanism'],
};

interface Occurrence {
  /** The kind it counts for, first; kinds of mention that find it. */
  readonly kinds: readonly EntityKind[];
  readonly wanted: boolean;
  readonly id: string;
  readonly span: Span;
}

/** Every place where a form of the gold stands in a text, longest forms first, none of a kind inside another. */
export function occurrences(text: string, name: string, gold: readonly GoldEntity[]): Occurrence[] {
  const folded = fold(text, 'case');
  const forms = gold
    .filter(({ docs, type }) => docs.includes(name) && (KINDS[type] ?? ALLOWED[type]) !== undefined)
    .flatMap(({ id, type, vi, en, fa }) =>
      [...vi, ...en, ...fa].map((form) => ({
        id,
        kinds: KINDS[type] ?? ALLOWED[type] ?? [],
        wanted: KINDS[type] !== undefined,
        form: fold(form, 'case'),
      })),
    )
    .sort((a, b) => b.form.length - a.form.length);
  const found: Occurrence[] = [];
  for (const { id, kinds, wanted, form } of forms) {
    for (let at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + form.length)) {
      const span = { start: at, end: at + form.length };
      const edges = `${folded[at - 1] ?? ' '}${folded[span.end] ?? ' '}`;
      const clash = found.some(
        (one) => one.kinds[0] === kinds[0] && one.span.start < span.end && span.start < one.span.end,
      );
      if (!clash && !/\p{L}/u.test(edges)) found.push({ kinds, wanted, id, span });
    }
  }
  return found;
}

export interface KindFigures {
  readonly kind: EntityKind;
  readonly gold: number;
  readonly found: number;
  readonly proposed: number;
  readonly right: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

const SAME = 0.5;

/** Mentions of one kind against the gold: found where they share half their letters. */
export function figuresOf(
  kind: EntityKind,
  texts: readonly {
    readonly document: Document;
    readonly reading: EntityReading;
    readonly gold: readonly Occurrence[];
  }[],
): KindFigures {
  const missed: string[] = [];
  const wrong: string[] = [];
  let [gold, proposed] = [0, 0];
  for (const text of texts) {
    const wanted = text.gold.filter((one) => one.wanted && one.kinds[0] === kind);
    const mentions = text.reading.mentions.filter((one) => one.kind === kind);
    gold += wanted.length;
    proposed += mentions.length;
    const same = (a: { span: Span }, b: { span: Span }) => intersectionOverUnion(a.span, b.span) >= SAME;
    const words = ({ span }: { span: Span }) => text.document.text.slice(span.start, span.end);
    const finding = (one: Occurrence) => text.reading.mentions.filter((each) => one.kinds.includes(each.kind));
    const accepting = text.gold.filter(({ kinds }) => kinds.includes(kind));
    missed.push(...wanted.filter((one) => !finding(one).some((mention) => same(one, mention))).map(words));
    wrong.push(
      ...mentions
        .filter(
          (one: EntityMention) =>
            !accepting.some((each) => same(one, each) || (!each.wanted && contains(each.span, one.span))),
        )
        .map(words),
    );
  }
  return { kind, gold, found: gold - missed.length, proposed, right: proposed - wrong.length, missed, wrong };
}

export const MEASURED = ENTITY_KINDS;
