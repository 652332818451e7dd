import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { List } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { languageName } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type Versions, versionsQuery } from '../../data/versions.ts';
import { type Shortcut, Shortcuts } from '../../parts/shortcuts.tsx';
import { Failure, Skeleton } from '../../parts/states.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useMedia } from '../../parts/use-media.ts';
import { BeadRows } from './bead-rows.tsx';
import { ChosenFinding } from './finding-card.tsx';
import { type Comparison, useComparison } from './use-comparison.ts';
import './versions.css';
import { VersionsHead } from './versions-head.tsx';
import { Steps, Worklist } from './worklist.tsx';
import './worklist.css';

const SHORTCUTS: readonly Shortcut[] = [
  ['J K', 'shortcuts.next-finding'],
  ['T', 'shortcuts.true'],
  ['F', 'shortcuts.false'],
  ['W', 'shortcuts.wording'],
  ['U', 'shortcuts.undo-versions'],
  ['Esc', 'shortcuts.leave'],
  ['?', 'shortcuts.show'],
];

function useVersionsKeys(comparison: Comparison, others: { wording: () => void; shortcuts: () => void }): void {
  const { chosen, judge, step } = comparison;
  const verdict = (next: 'true' | 'false') => () => {
    if (chosen === null) return;
    judge(chosen, next);
    step(1);
  };
  useKeys({
    j: () => step(1),
    n: () => step(1),
    k: () => step(-1),
    p: () => step(-1),
    t: verdict('true'),
    f: verdict('false'),
    w: others.wording,
    u: comparison.undo,
    escape: comparison.letGo,
    '?': others.shortcuts,
  });
}

/** On smaller windows the worklist lies at the bottom: one finding with the way on, or the whole list. */
function WorklistSheet({
  comparison,
  note,
}: {
  readonly comparison: Comparison;
  readonly note: React.RefObject<HTMLTextAreaElement | null>;
}) {
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  const { chosen } = comparison;
  return (
    <div className={`worklist-sheet${open ? ' open' : ''}`}>
      <div className="sheet-bar">
        <Button className={`button small ${open ? 'active' : ''}`} aria-expanded={open} onPress={() => setOpen(!open)}>
          <List size={14} aria-hidden />
          {t('versions.worklist')}
        </Button>
        <Steps comparison={comparison} />
      </div>
      {open ? (
        <Worklist comparison={comparison} note={note} />
      ) : (
        chosen && <ChosenFinding key={chosen.key} comparison={comparison} finding={chosen} note={note} />
      )}
    </div>
  );
}

function Page({ versions }: { readonly versions: Versions }) {
  const { locale, t } = useSpeech();
  const comparison = useComparison(versions);
  const note = useRef<HTMLTextAreaElement>(null);
  const [shortcuts, setShortcuts] = useState(false);
  const wide = useMedia('(min-width: 1200px)');
  useVersionsKeys(comparison, { wording: () => note.current?.focus(), shortcuts: () => setShortcuts(true) });
  const { end } = comparison;
  return (
    <div className="versions">
      <title>{`${t('versions.title')} · ${versions.a.work.title} · Servanda`}</title>
      <VersionsHead comparison={comparison} onShortcuts={() => setShortcuts(true)} />
      <div className="versions-columns">
        <div className="versions-texts">
          <div className="column-names" aria-hidden="true">
            <span>A · {languageName(locale, versions.a.expression.language)}</span>
            <span>B · {languageName(locale, versions.b.expression.language)}</span>
          </div>
          <BeadRows comparison={comparison} />
        </div>
        {wide && <Worklist comparison={comparison} note={note} />}
      </div>
      {!wide && <WorklistSheet comparison={comparison} note={note} />}
      <div role="status" aria-live="polite">
        {end && <p className="linking">{t('versions.linking', { side: end.side === 'a' ? 'B' : 'A' })}</p>}
      </div>
      <Shortcuts list={SHORTCUTS} open={shortcuts} onClose={() => setShortcuts(false)} />
    </div>
  );
}

/** Two language versions side by side, with what differs between them. */
export function VersionsScreen() {
  const { a, b } = useParams({ from: '/versions/$a/$b' });
  const query = useQuery(versionsQuery(a, b));
  if (query.data) return <Page key={`${a} ${b}`} versions={query.data} />;
  return (
    <div className="page">
      {query.error ? <Failure error={query.error} retry={() => void query.refetch()} /> : <Skeleton lines={14} />}
    </div>
  );
}
