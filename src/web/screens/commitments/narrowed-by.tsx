import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { FacetName } from '../../../server/contract/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { RegisterSearch } from '../../app/search.ts';
import { entityQuery } from '../../data/entities.ts';
import { useEntityText } from '../../parts/entity-text.ts';
import { useFacetName } from './facets.tsx';
import { isNarrowed, type RegisterView } from './use-register.ts';

const NAMES = [
  'work',
  'expression',
  'kind',
  'strength',
  'actor',
  'sector',
  'place',
  'instrument',
  'mechanism',
  'due',
  'target',
  'review',
  'task',
  'decision',
  'language',
] as const;

/** The entry of a register whose commitments are listed, by its name. */
function EntityChip({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const { t } = useSpeech();
  const say = useEntityText();
  const { data } = useQuery(entityQuery(id));
  const name = data ? say.name(data.fields.names) : t('narrowed.entity');
  return (
    <li>
      <Button className="chip" aria-label={t('register.without', { name })} onPress={onRemove}>
        <span dir="auto">{name}</span>
        <X size={12} aria-hidden />
      </Button>
    </li>
  );
}

/** What the register is narrowed to, in words, each with a way out. */
export function NarrowedBy({ register }: { readonly register: RegisterView }) {
  const { t } = useSpeech();
  const name = useFacetName();
  const { search, facets, change, clear, rowAt } = register;
  if (!isNarrowed(search)) return null;
  const label = (facet: (typeof NAMES)[number], value: string) => {
    if (facet === 'expression')
      return rowAt(0)?.expressionId === value ? (rowAt(0)?.workTitle ?? value) : t('facet.expression');
    const known = facet in facets ? facets[facet as FacetName]?.find((each) => each.value === value) : undefined;
    return name(facet as FacetName, value, known?.label);
  };
  const chips = NAMES.flatMap((facet) =>
    ((search[facet] ?? []) as readonly string[]).map((value) => ({ facet, value })),
  );
  return (
    <ul className="narrowed" aria-label={t('register.narrowed')}>
      {chips.map(({ facet, value }) => (
        <li key={`${facet}:${value}`}>
          <Button
            className="chip"
            aria-label={t('register.without', { name: label(facet, value) })}
            onPress={() => {
              const rest = ((search[facet] ?? []) as readonly string[]).filter((each) => each !== value);
              change({ [facet]: rest.length > 0 ? rest : undefined } as RegisterSearch);
            }}
          >
            <span dir="auto">{label(facet, value)}</span>
            <X size={12} aria-hidden />
          </Button>
        </li>
      ))}
      {search.entity?.map((id) => (
        <EntityChip
          key={id}
          id={id}
          onRemove={() => {
            const rest = search.entity?.filter((each) => each !== id) ?? [];
            change({ entity: rest.length > 0 ? rest : undefined });
          }}
        />
      ))}
      {search.anchored && (
        <li>
          <Button className="chip" onPress={() => change({ anchored: undefined })}>
            {t(search.anchored === 'false' ? 'register.lost' : 'register.anchored')}
            <X size={12} aria-hidden />
          </Button>
        </li>
      )}
      <li>
        <Button className="button small quiet" onPress={clear}>
          {t('register.clear')}
        </Button>
      </li>
    </ul>
  );
}
