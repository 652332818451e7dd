import { useState } from 'react';
import { Button, Checkbox, Disclosure, DisclosurePanel, Heading, Input, SearchField } from 'react-aria-components';
import { actorName, formatNumber, hasMessage, languageName } from '../../../i18n/index.ts';
import { foldForSearch, type Language } from '../../../kernel/index.ts';
import { FACETS, type FacetName } from '../../../server/contract/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { RegisterSearch } from '../../app/search.ts';
import './facets.css';
import type { FacetValues, RegisterView } from './use-register.ts';

/** Values shown before "more" is asked for; with more than twice as many a search line stands above them. */
const SHOWN = 7;

/** Facets that are open when the page is. */
const OPEN: ReadonlySet<FacetName> = new Set([
  'decision',
  'kind',
  'strength',
  'actor',
  'work',
  'due',
  'target',
  'review',
]);

/** The order a reader asks in: what is to be done, what it is, who, when, where. */
const ORDER: readonly FacetName[] = [
  'decision',
  'work',
  'kind',
  'strength',
  'actor',
  'due',
  'target',
  'review',
  'sector',
  'place',
  'language',
];

const FAMILY: Readonly<Partial<Record<FacetName | 'task', string>>> = {
  kind: 'kind',
  strength: 'strength',
  sector: 'sector',
  due: 'due-state',
  target: 'target-state',
  review: 'review-state',
  task: 'task-state',
  decision: 'decision',
};

/** What a value of a facet is called. */
export function useFacetName(): (facet: FacetName | 'task', value: string, label?: string | null) => string {
  const { locale, t } = useSpeech();
  return (facet, value, label) => {
    if (facet === 'actor') return value === '' ? t('actor.none') : actorName(locale, value);
    if (facet === 'language') return languageName(locale, value as Language);
    const id = `${FAMILY[facet] ?? ''}.${value}`;
    return hasMessage(id) ? t(id) : (label ?? value);
  };
}

function FacetList({
  facet,
  values,
  chosen,
  onChange,
}: {
  readonly facet: FacetName;
  readonly values: FacetValues;
  readonly chosen: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}) {
  const { locale, t } = useSpeech();
  const name = useFacetName();
  const [all, setAll] = useState(false);
  const [typed, setTyped] = useState('');
  const wanted = foldForSearch(typed).text.trim();
  // A chosen value stays in the list where nothing is left of it, so that it can be let go.
  const lost = chosen
    .filter((value) => !values.some((each) => each.value === value))
    .map((value) => ({ value, label: null, count: 0 }));
  const matching = [...values, ...lost].filter(
    (each) => wanted === '' || foldForSearch(name(facet, each.value, each.label)).text.includes(wanted),
  );
  const shown =
    all || wanted !== '' ? matching : matching.filter((each, index) => index < SHOWN || chosen.includes(each.value));
  return (
    <>
      {values.length > 2 * SHOWN && (
        <SearchField className="facet-search" aria-label={t('facet.search')} value={typed} onChange={setTyped}>
          <Input className="field-input" placeholder={t('facet.search')} />
        </SearchField>
      )}
      <ul>
        {shown.map((each) => (
          <li key={each.value}>
            <Checkbox
              className="checkbox facet-value"
              isSelected={chosen.includes(each.value)}
              onChange={(on) => onChange(on ? [...chosen, each.value] : chosen.filter((value) => value !== each.value))}
            >
              <span className="checkbox-box">✓</span>
              <span className="facet-name" dir="auto">
                {name(facet, each.value, each.label)}
              </span>
              <span className="facet-count">{formatNumber(locale, each.count)}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
      {matching.length > shown.length && (
        <Button className="button small quiet facet-more" onPress={() => setAll(true)}>
          {t('facet.more', { count: matching.length - shown.length })}
        </Button>
      )}
      {all && wanted === '' && (
        <Button className="button small quiet facet-more" onPress={() => setAll(false)}>
          {t('facet.fewer')}
        </Button>
      )}
    </>
  );
}

/** The ways to narrow the register, each value with how many rows it would leave. */
export function Facets({ register }: { readonly register: RegisterView }) {
  const { t } = useSpeech();
  const { search, facets, change } = register;
  return (
    <div className="facets">
      {ORDER.filter((facet) => FACETS.includes(facet)).map((facet) => {
        const chosen = (search[facet] ?? []) as readonly string[];
        const values = facets[facet] ?? [];
        if (values.length === 0 && chosen.length === 0) return null;
        return (
          <Disclosure key={facet} className="facet" defaultExpanded={OPEN.has(facet) || chosen.length > 0}>
            <Heading level={2}>
              <Button slot="trigger" className="facet-title">
                {t(`facet.${facet}`)}
                {chosen.length > 0 && <span className="facet-chosen">{chosen.length}</span>}
              </Button>
            </Heading>
            <DisclosurePanel>
              <FacetList
                facet={facet}
                values={values}
                chosen={chosen}
                onChange={(next) => change({ [facet]: next.length > 0 ? [...next] : undefined } as RegisterSearch)}
              />
            </DisclosurePanel>
          </Disclosure>
        );
      })}
    </div>
  );
}
