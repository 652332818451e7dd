import { formatDate, languageName } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { LineageWork } from '../../data/lineage.ts';
import { Choice } from '../../parts/choice.tsx';

/** One of the works that can be compared, by date, title and language. */
export function WorkChoice({
  label,
  works,
  value,
  onChange,
}: {
  readonly label: string;
  readonly works: readonly LineageWork[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}) {
  const { locale } = useSpeech();
  const name = (id: string): string => {
    const work = works.find((each) => each.id === id);
    if (work === undefined) return id;
    const date = work.date ? `${formatDate(locale, work.date)} · ` : '';
    return `${date}${work.title} (${languageName(locale, work.language)})`;
  };
  return <Choice label={label} value={value} values={works.map(({ id }) => id)} name={name} onChange={onChange} />;
}

/** Of works that may be versions of one another the one in the language wanted, else in English, else the first. */
export function inLanguage(works: readonly LineageWork[], language: string | undefined): LineageWork | undefined {
  const of = (wanted: string | undefined) => works.find((work) => work.language === wanted);
  return of(language) ?? of('en') ?? works[0];
}

/** Whether two works are of one relation, as far as their parties tell; the demonstration stands apart. */
export function sameRelation(one: LineageWork, other: LineageWork): boolean {
  const shared = one.parties.filter((party) => other.parties.includes(party)).length;
  return one.demonstration === other.demonstration && shared >= Math.min(2, one.parties.length, other.parties.length);
}
