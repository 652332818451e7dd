import { Download, Plus } from 'lucide-react';
import type { RefObject } from 'react';
import { Button, Group } from 'react-aria-components';
import { relationName } from '../../../i18n/index.ts';
import { ENTITY_STATES } from '../../../server/contract/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { writeQuery } from '../../client.ts';
import { AsOf } from '../../parts/as-of.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Decides } from '../../parts/decides.tsx';
import { useEntityText } from '../../parts/entity-text.ts';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { SearchLine } from '../../parts/search-line.tsx';
import type { EntitiesView } from './use-entities.ts';

/** Stands for "any" in a choice, whose keys cannot be empty. */
const ANY = 'any';
/** Stands for entries of no party. */
const SHARED = 'shared';

/** States with their counts; pressed ones narrow. */
function States({ view }: { readonly view: EntitiesView }) {
  const { t } = useSpeech();
  const say = useEntityText();
  const { search, change, data } = view;
  const chosen = search.state ?? [];
  const counts = new Map(data?.facets.state.map(({ value, count }) => [value, count]));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (
    <Group className="entity-states" aria-label={t('entity-column.state')}>
      <Button
        className="button small quiet"
        aria-pressed={chosen.length === 0}
        onPress={() => change({ state: undefined })}
      >
        {t('entities.all')} <span className="soft">{say.number(all)}</span>
      </Button>
      {ENTITY_STATES.filter((state) => (counts.get(state) ?? 0) > 0 || chosen.includes(state)).map((state) => (
        <Button
          key={state}
          className="button small quiet"
          aria-pressed={chosen.includes(state)}
          onPress={() => change({ state: chosen.includes(state) ? undefined : [state] })}
        >
          {t(`entity-state.${state}`)} <span className="soft">{say.number(counts.get(state) ?? 0)}</span>
        </Button>
      ))}
    </Group>
  );
}

function Narrow({ view }: { readonly view: EntitiesView }) {
  const { locale, t } = useSpeech();
  const say = useEntityText();
  const { search, change, data, kind } = view;
  const values = (facet: 'party' | 'type', chosen: readonly string[] | undefined) => [
    ANY,
    ...new Set([
      ...(data?.facets[facet] ?? []).map(({ value }) => value || SHARED),
      ...(chosen ?? []).map((one) => one || SHARED),
    ]),
  ];
  const pick = (value: string) => (value === ANY ? undefined : [value === SHARED ? '' : value]);
  const shown = (chosen: readonly string[] | undefined) => (chosen?.[0] === '' ? SHARED : (chosen?.[0] ?? ANY));
  const types = values('type', search.type).filter((value) => value !== SHARED);
  const parties = values('party', search.party);
  return (
    <>
      {types.length > 2 && (
        <Choice
          label={t(kind === 'gate' ? 'entity-column.grade' : 'entity-column.type')}
          value={shown(search.type)}
          values={types}
          name={(value) => (value === ANY ? t('entities.any-type') : say.typeName(kind, value))}
          onChange={(value) => change({ type: pick(value) })}
        />
      )}
      {parties.length > 2 && (
        <Choice
          label={t('entity-column.party')}
          value={shown(search.party)}
          values={parties}
          name={(value) => (value === ANY ? t('entities.any-party') : say.partyName(value === SHARED ? null : value))}
          onChange={(value) => change({ party: pick(value) })}
        />
      )}
      {(data?.facets.relation.length ?? 0) > 1 && (
        <Choice
          label={t('entities.relation')}
          value={search.relation ?? ANY}
          values={[ANY, ...(data?.facets.relation ?? []).map(({ value }) => value)]}
          name={(value) => (value === ANY ? t('entities.all') : relationName(locale, value))}
          onChange={(value) => change({ relation: value === ANY ? undefined : value })}
        />
      )}
    </>
  );
}

/** Search, states, type, party, relation; adding an entry; CSV. */
export function EntityBar({
  view,
  field,
  onAdd,
}: {
  readonly view: EntitiesView;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onAdd: () => void;
}) {
  const { locale, t } = useSpeech();
  const { kind, search } = view;
  return (
    <div className="entity-bar">
      <SearchLine
        label={t('entities.search')}
        className="entity-search"
        words={view.search.q}
        change={view.change}
        field={field}
      />
      <States view={view} />
      <div className="entity-narrow">
        <Narrow view={view} />
      </div>
      <AsOf value={search.asOf} />
      <div className="entity-actions">
        <Decides>
          {' '}
          <Button className="button small" onPress={onAdd}>
            <Plus size={14} aria-hidden />
            {t('entities.add')}
          </Button>
        </Decides>
        <ExportMenu
          list="entities"
          search={{ ...search, kind }}
          count={view.data?.total ?? 0}
          past={search.asOf !== undefined}
        />
        <a className="button small" href={`/api/entities.csv?${writeQuery({ ...search, kind, locale })}`} download>
          <Download size={14} aria-hidden />
          CSV
        </a>
      </div>
    </div>
  );
}
