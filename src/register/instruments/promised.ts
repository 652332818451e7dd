import kinds from './data/quota-kinds.json' with { type: 'json' };

/** What a commitment says that may be a quota. */
export interface PromisingCommitment {
  readonly id: string;
  readonly quote: string;
  readonly language: string;
  readonly targets: readonly { readonly text: string; readonly value: number; readonly unit: string }[];
  /** ISO date of the last day, or null. */
  readonly due: string | null;
  /** ISO date of the work, or null. */
  readonly said: string | null;
}

export const QUOTA_KINDS = ['scholarship', 'training', 'exchange'] as const;
export type QuotaKind = (typeof QUOTA_KINDS)[number];

/** A number of places that a text promises, for a person to open a ledger of. */
export interface PromisedPlaces {
  readonly commitment: string;
  readonly kind: QuotaKind;
  readonly places: number;
  /** The number as the text writes it. */
  readonly text: string;
  /** The year it is for as far as the text says it, else the year of the text; null where neither is known. */
  readonly year: number | null;
}

/**
 * The places that commitments promise: whole numbers whose own words, or else the commitment's, name scholarships, training or
 * exchanges (data: quota-kinds). Shares, sums of money and years are none.
 */
export function promisedPlaces(commitments: readonly PromisingCommitment[]): PromisedPlaces[] {
  return commitments.flatMap((one) =>
    one.targets.flatMap((target): PromisedPlaces[] => {
      if (!Number.isInteger(target.value) || target.value < 1 || MEASURE.test(target.unit)) return [];
      const kind = kindIn(target.text, one.language) ?? kindIn(one.quote, one.language);
      const year = yearOf(one.due) ?? yearOf(one.said);
      return kind === null ? [] : [{ commitment: one.id, kind, places: target.value, text: target.text, year }];
    }),
  );
}

/** Units that count no places: shares, money, lengths, weights, times. */
const MEASURE =
  /%|percent|phần trăm|usd|đô la|dollar|đồng|vnd|cny|yuan|元|km|tấn|ton|吨|năm|year|年|tháng|month|ngày|day|giờ|hour|lần|次$/i;

function kindIn(words: string, language: string): QuotaKind | null {
  const low = words.toLocaleLowerCase();
  const named = (kind: QuotaKind) => {
    const forms = (kinds[kind] as Readonly<Record<string, readonly string[]>>)[language] ?? [];
    return forms.some((form) => low.includes(form));
  };
  return QUOTA_KINDS.find(named) ?? null;
}

function yearOf(date: string | null): number | null {
  return date === null ? null : Number(date.slice(0, 4));
}
