import { X } from 'lucide-react';
import { useState } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { useMayAssign } from '../../data/session.ts';
import { AssignWindow } from '../../parts/assign-window.tsx';
import { Decides, ReadsOnly } from '../../parts/decides.tsx';
import { Window } from '../../parts/dialog.tsx';
import { RejectForm } from '../../parts/reject-form.tsx';
import { useBulk } from './use-bulk.ts';
import type { Selection } from './use-selection.ts';

/** What can be done with the ticked rows. */
export function BulkBar({ selection }: { readonly selection: Selection }) {
  const { t } = useSpeech();
  const { progress, run } = useBulk();
  const mayAssign = useMayAssign();
  const [asking, setAsking] = useState(false);
  const [assigning, setAssigning] = useState(false);
  const rows = [...selection.rows.values()];
  if (rows.length === 0 && progress === null) return null;
  return (
    <section className="bulk-bar" aria-label={t('bulk.title')}>
      <b>{t('bulk.selected', { count: rows.length })}</b>
      {progress === null ? (
        <>
          <Decides>
            <Button
              className="button small primary"
              onPress={() =>
                void run(
                  rows.filter((row) => row.decision === 'undecided'),
                  { type: 'confirm' },
                ).then(selection.clear)
              }
            >
              {t('decide.confirm')}
            </Button>
            <Button className="button small" onPress={() => setAsking(true)}>
              {t('decide.reject')}
            </Button>
          </Decides>
          {mayAssign && (
            <Button className="button small" onPress={() => setAssigning(true)}>
              {t('task-action.assign')}
            </Button>
          )}
          {!mayAssign && <ReadsOnly />}
        </>
      ) : (
        <ProgressBar className="progress" aria-label={t('bulk.running')} value={progress * 100}>
          {({ percentage }) => <span className="progress-done" style={{ width: `${percentage ?? 0}%` }} />}
        </ProgressBar>
      )}
      <Button className="button small quiet icon" aria-label={t('bulk.clear')} onPress={selection.clear}>
        <X size={14} aria-hidden />
      </Button>
      {assigning && <AssignWindow rows={rows} onClose={() => setAssigning(false)} />}
      <Window title={t('bulk.reject-title', { count: rows.length })} open={asking} onClose={() => setAsking(false)}>
        <RejectForm
          onCancel={() => setAsking(false)}
          onReject={(reason, note) => {
            setAsking(false);
            const standing = rows.filter((row) => row.decision !== 'rejected');
            void run(standing, { type: 'reject', reason, note }).then(selection.clear);
          }}
        />
      </Window>
    </section>
  );
}
