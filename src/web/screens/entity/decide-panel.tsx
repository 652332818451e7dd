import { useState } from 'react';
import { Button } from 'react-aria-components';
import { availableEntityActions } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { EntityDetail } from '../../data/entities.ts';
import { useMayNow } from '../../parts/as-of.tsx';
import { ReadsOnly } from '../../parts/decides.tsx';
import { EntityRejectWindow } from '../../parts/entity-reject.tsx';
import type { DecideOnEntity } from '../../parts/use-entity-decisions.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { EditWindow } from './edit-window.tsx';
import { MergeWindow } from './merge-window.tsx';

type Asking = 'reject' | 'edit' | 'merge' | null;

/** What can be done to an entry: C confirms, E edits, R rejects, M merges, U takes back. */
export function DecidePanel({ detail, decide }: { readonly detail: EntityDetail; readonly decide: DecideOnEntity }) {
  const { t } = useSpeech();
  const [asking, setAsking] = useState<Asking>(null);
  const may = useMayNow('decide');
  const can = !may
    ? []
    : availableEntityActions({ decision: detail.decision, undoable: detail.canUndo ? detail.id : null });
  const close = () => setAsking(null);
  const confirm = () => void decide(detail, { type: 'confirm' });
  const undo = () => void decide(detail, { type: 'undo' });
  const keys = {
    c: can.includes('confirm') ? confirm : undefined,
    e: can.includes('edit') ? () => setAsking('edit') : undefined,
    r: can.includes('reject') ? () => setAsking('reject') : undefined,
    m: can.includes('merge') ? () => setAsking('merge') : undefined,
    u: can.includes('undo') ? undo : undefined,
  };
  useKeys(keys);
  if (!may) return <ReadsOnly />;
  return (
    <div className="decide-panel">
      {keys.c && (
        <Button className="button primary" onPress={keys.c}>
          {t('decide.confirm')} <kbd>C</kbd>
        </Button>
      )}
      {keys.e && (
        <Button className="button" onPress={keys.e}>
          {t('decide.edit')} <kbd>E</kbd>
        </Button>
      )}
      {keys.m && (
        <Button className="button" onPress={keys.m}>
          {t('entity.merge')} <kbd>M</kbd>
        </Button>
      )}
      {keys.r && (
        <Button className="button" onPress={keys.r}>
          {t('decide.reject')} <kbd>R</kbd>
        </Button>
      )}
      {keys.u && (
        <Button className="button quiet" onPress={keys.u}>
          {t('decide.undo')} <kbd>U</kbd>
        </Button>
      )}
      <EntityRejectWindow
        open={asking === 'reject'}
        onClose={close}
        onReject={(reason, note) => {
          close();
          void decide(detail, { type: 'reject', reason, note });
        }}
      />
      <EditWindow
        detail={detail}
        open={asking === 'edit'}
        onClose={close}
        onSave={(fields) => {
          close();
          void decide(detail, { type: 'edit', fields });
        }}
      />
      <MergeWindow
        detail={detail}
        open={asking === 'merge'}
        onClose={close}
        onMerge={(into) => {
          close();
          void decide(detail, { type: 'merge', into });
        }}
      />
    </div>
  );
}
