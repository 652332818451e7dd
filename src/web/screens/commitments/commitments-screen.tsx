import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { useMay } from '../../data/session.ts';
import { Window } from '../../parts/dialog.tsx';
import { type Shortcut, Shortcuts } from '../../parts/shortcuts.tsx';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import { useDecisions } from '../../parts/use-decisions.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { useMedia } from '../../parts/use-media.ts';
import { BulkBar } from './bulk-bar.tsx';
import './commitments.css';
import { Facets } from './facets.tsx';
import { Grid } from './grid.tsx';
import { NarrowedBy } from './narrowed-by.tsx';
import { RegisterBar } from './register-bar.tsx';
import { SmallList } from './small-list.tsx';
import { isNarrowed, useRegister } from './use-register.ts';
import { useSelection } from './use-selection.ts';

const SHORTCUTS: readonly Shortcut[] = [
  ['/', 'shortcuts.find'],
  ['↑ ↓', 'shortcuts.rows'],
  ['Enter', 'shortcuts.open'],
  ['Space Shift+Space', 'shortcuts.select'],
  ['C', 'shortcuts.confirm'],
  ['?', 'shortcuts.show'],
];

/** All commitments of all works in one table. */
export function CommitmentsScreen() {
  const { t } = useSpeech();
  const register = useRegister();
  const selection = useSelection(register);
  const decide = useDecisions();
  const past = register.search.asOf !== undefined;
  const may = useMay('decide') && !past;
  const scroller = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const small = useMedia('(max-width: 859px)');
  const beside = useMedia('(min-width: 1100px)');
  const [filters, setFilters] = useState(false);
  const [shortcuts, setShortcuts] = useState(false);
  useKeys({
    '/': () => field.current?.focus(),
    '?': () => setShortcuts(true),
    arrowdown: () => scroller.current?.focus(),
  });
  const { query, loaded, total, search, clear } = register;
  return (
    <div className="register">
      <title>{`${t('shell.commitments')} · Servanda`}</title>
      <RegisterBar register={register} field={field} onFilters={beside ? null : () => setFilters(true)} />
      <div className="register-columns">
        {beside && (
          <section className="register-facets" aria-label={t('reader.filters')}>
            <Facets register={register} />
          </section>
        )}
        <div className="register-rows">
          <NarrowedBy register={register} />
          {!small && !past && <BulkBar selection={selection} />}
          {query.error && !loaded && <Failure error={query.error} retry={() => void query.refetch()} />}
          {query.isPending && !loaded && <Skeleton lines={12} />}
          {loaded && total === 0 && (
            <Empty
              title={
                isNarrowed(search) ? t('register.nothing-found') : t(past ? 'register.empty-then' : 'register.empty')
              }
            >
              {isNarrowed(search) ? (
                <Button className="button" onPress={clear}>
                  {t('register.clear')}
                </Button>
              ) : (
                !past && <p>{t('register.empty-explain')}</p>
              )}
            </Empty>
          )}
          {loaded && total > 0 && small && <SmallList register={register} scroller={scroller} />}
          {loaded && total > 0 && !small && (
            <Grid
              register={register}
              selection={past ? null : selection}
              scroller={scroller}
              onConfirm={(row) => may && row.decision === 'undecided' && void decide(row, { type: 'confirm' })}
            />
          )}
        </div>
      </div>
      <Window title={t('reader.filters')} open={filters} onClose={() => setFilters(false)}>
        <Facets register={register} />
        <div className="dialog-actions">
          <Button className="button primary" onPress={() => setFilters(false)}>
            {t('register.show', { count: total })}
          </Button>
        </div>
      </Window>
      <Shortcuts list={SHORTCUTS} open={shortcuts} onClose={() => setShortcuts(false)} />
    </div>
  );
}
