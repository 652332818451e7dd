import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { EntityRejectWindow } from '../../parts/entity-reject.tsx';
import type { EntityBulk } from './use-bulk.ts';

/** What can be done with the ticked proposals; without any, how to go through them quickly. */
export function EntityBulkBar({ bulk }: { readonly bulk: EntityBulk }) {
  const { t } = useSpeech();
  const [asking, setAsking] = useState(false);
  const { chosen, proposed, busy } = bulk;
  if (proposed.length === 0) return null;
  return (
    <section className="bulk-bar entity-bulk" aria-label={t('bulk.title')}>
      <Button className="button small quiet" onPress={bulk.all}>
        {t(chosen.length === proposed.length ? 'bulk.clear' : 'entities.tick-proposed', { count: proposed.length })}
      </Button>
      {chosen.length === 0 ? (
        <span className="soft small">{t('entities.keys')}</span>
      ) : (
        <>
          <b>{t('bulk.selected', { count: chosen.length })}</b>
          <Button
            className="button small primary"
            isDisabled={busy}
            onPress={() => void bulk.run(chosen, { type: 'confirm' })}
          >
            {t('decide.confirm')}
          </Button>
          <Button className="button small" isDisabled={busy} onPress={() => setAsking(true)}>
            {t('decide.reject')}
          </Button>
          <Button className="button small quiet icon" aria-label={t('bulk.clear')} onPress={bulk.clear}>
            <X size={14} aria-hidden />
          </Button>
        </>
      )}
      <EntityRejectWindow
        open={asking}
        onClose={() => setAsking(false)}
        onReject={(reason, note) => {
          setAsking(false);
          void bulk.run(chosen, { type: 'reject', reason, note });
        }}
      />
    </section>
  );
}
