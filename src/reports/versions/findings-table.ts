import { findingText, languageName, translate } from '../../i18n/index.ts';
import type { Language, Locale } from '../../kernel/index.ts';
import type { JudgedFinding } from '../../register/index.ts';

/** Two texts and the differences to take along. */
export interface VersionsReport {
  readonly title: string;
  readonly languages: { readonly a: Language; readonly b: Language };
  readonly files: { readonly a: string; readonly b: string };
  readonly findings: readonly JudgedFinding[];
}

/** A cell of the table; its language decides its direction and letters. */
export interface TableCell {
  readonly text: string;
  readonly language: Language | null;
}

export interface FindingsTable {
  readonly heading: string;
  readonly subheading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** The table of the translation desk: one difference a row, both wordings, why, the judgement, room for the wording. */
export function findingsTable({ title, languages, files, findings }: VersionsReport, locale: Locale): FindingsTable {
  const t = (id: Parameters<typeof translate>[1], values = {}) => translate(locale, id, values);
  const side = (name: 'a' | 'b') =>
    `${t(name === 'a' ? 'versions.quote-a' : 'versions.quote-b')} · ${languageName(locale, languages[name])}`;
  const plain = (text: string): TableCell => ({ text, language: null });
  return {
    heading: title,
    subheading: `${side('a')}: ${files.a} — ${side('b')}: ${files.b}`,
    columns: [
      t('versions.number'),
      t('versions.severity'),
      t('versions.type'),
      side('a'),
      side('b'),
      t('versions.why'),
      t('versions.state'),
      t('versions.wording'),
    ],
    rows: findings.map((finding, index) => [
      plain(String(index + 1)),
      plain(t(`finding-severity.${finding.severity}`)),
      plain(t(`finding-type.${finding.type}`)),
      { text: finding.a?.quote ?? '', language: languages.a },
      { text: finding.b?.quote ?? '', language: languages.b },
      plain(findingText(locale, finding)),
      plain(t(`finding-state.${finding.judgement?.verdict ?? 'open'}`)),
      plain(finding.judgement?.note ?? ''),
    ]),
  };
}
