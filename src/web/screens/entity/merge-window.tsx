import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { type EntityDetail, entitiesQuery } from '../../data/entities.ts';
import { Window } from '../../parts/dialog.tsx';
import { useEntityText } from '../../parts/entity-text.ts';

/** Entries offered at a time. */
const OFFERED = 8;

function Offers({ detail, onMerge }: { readonly detail: EntityDetail; readonly onMerge: (into: string) => void }) {
  const { t } = useSpeech();
  const say = useEntityText();
  const [typed, setTyped] = useState('');
  const { kind, relation } = detail;
  const found = useQuery({ ...entitiesQuery({ kind, relation, q: typed }, 50), enabled: typed.trim() !== '' });
  const rows = (found.data?.rows ?? []).map(({ id, fields }) => ({ id, names: fields.names }));
  const offers = (typed.trim() === '' ? detail.duplicates : rows)
    .filter(({ id }) => id !== detail.id)
    .slice(0, OFFERED);
  return (
    <>
      <p className="soft">{t('entity.merge-explain')}</p>
      <SearchField className="find" aria-label={t('entities.search')} value={typed} onChange={setTyped} autoFocus>
        <Search size={14} aria-hidden />
        <Input placeholder={t('entities.search')} />
      </SearchField>
      <ul className="merge-offers">
        {offers.map(({ id, names }) => (
          <li key={id}>
            <Button className="button quiet" onPress={() => onMerge(id)}>
              <span dir="auto">{say.name(names)}</span>
            </Button>
          </li>
        ))}
        {typed.trim() !== '' && found.data && offers.length === 0 && (
          <li className="soft">{t('entities.nothing-found')}</li>
        )}
      </ul>
    </>
  );
}

/** Asks which entry an entry is the same as. */
export function MergeWindow({
  detail,
  open,
  onClose,
  onMerge,
}: {
  readonly detail: EntityDetail;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onMerge: (into: string) => void;
}) {
  const { t } = useSpeech();
  const say = useEntityText();
  return (
    <Window title={t('entity.merge-title', { name: say.name(detail.fields.names) })} open={open} onClose={onClose}>
      <Offers detail={detail} onMerge={onMerge} />
      <div className="dialog-actions">
        <Button className="button" onPress={onClose}>
          {t('form.cancel')}
        </Button>
      </div>
    </Window>
  );
}
