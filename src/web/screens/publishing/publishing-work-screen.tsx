import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import type { PublicKind } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type PublishingItem, publishingOfWorkQuery } from '../../data/publishing.ts';
import { useMay } from '../../data/session.ts';
import { Failure, Skeleton } from '../../parts/states.tsx';
import { ConfirmWindow } from './confirm-window.tsx';
import { FieldChoice, type Fields, START } from './field-choice.tsx';
import { ItemRow } from './item-row.tsx';
import './publishing.css';

const GROUPS = ['work', 'text', 'commitment', 'task'] as const satisfies readonly PublicKind[];

const keyOf = ({ kind, item }: PublishingItem) => `${kind} ${item}`;
const isOpen = ({ state }: PublishingItem) => state === 'public' || state === 'changed';

/** Which items an action would touch, of those chosen. */
function touched(items: readonly PublishingItem[], chosen: ReadonlySet<string>) {
  const some = items.filter((item) => chosen.has(keyOf(item)));
  return { publish: some.filter(({ bar }) => bar === null), withdraw: some.filter(isOpen) };
}

/** One work: what is public of it, item by item, and which fields. */
export function PublishingWorkScreen() {
  const { t } = useSpeech();
  const { id } = useParams({ from: '/publishing/$id' });
  const may = useMay('publish');
  const { data, error, refetch } = useQuery(publishingOfWorkQuery(id));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [fields, setFields] = useState<Fields>(START);
  const [asking, setAsking] = useState<'publish' | 'withdraw' | null>(null);
  if (!data) {
    return (
      <div className="page publishing">
        {error ? <Failure error={error} retry={() => void refetch()} /> : <Skeleton lines={10} />}
      </div>
    );
  }
  const { items, work } = data;
  const able = items.filter((item) => item.bar === null || isOpen(item));
  const sets = touched(items, chosen);
  const choose = (some: readonly PublishingItem[], on: boolean) => {
    const next = new Set(chosen);
    for (const item of some)
      if (on) next.add(keyOf(item));
      else next.delete(keyOf(item));
    setChosen(next);
  };
  return (
    <div className="page publishing">
      <title>{`${t('publishing.title')} · Servanda`}</title>
      <p className="small">
        <Link to="/publishing">{t('publishing.title')}</Link>
      </p>
      <h1 dir="auto">{work.title}</h1>
      <FieldChoice fields={fields} onChange={setFields} />
      <div className="publishing-bar" role="toolbar" aria-label={t('publishing.actions')}>
        <Checkbox
          className="checkbox"
          isSelected={able.length > 0 && able.every((item) => chosen.has(keyOf(item)))}
          onChange={(on) => choose(able, on)}
        >
          <span className="checkbox-box">✓</span>
          {t('publishing.all', { count: able.length })}
        </Checkbox>
        <Button
          className="button primary"
          isDisabled={!may || sets.publish.length === 0}
          onPress={() => setAsking('publish')}
        >
          {t('publishing.publish', { count: sets.publish.length })}
        </Button>
        <Button
          className="button"
          isDisabled={!may || sets.withdraw.length === 0}
          onPress={() => setAsking('withdraw')}
        >
          {t('publishing.withdraw', { count: sets.withdraw.length })}
        </Button>
      </div>
      {GROUPS.map((kind) => {
        const some = items.filter((item) => item.kind === kind);
        if (some.length === 0) return null;
        return (
          <section key={kind} aria-labelledby={`group-${kind}`}>
            <h2 id={`group-${kind}`}>{t(`publishing-kind.${kind}`)}</h2>
            <ul className="publishing-items">
              {some.map((item) => (
                <ItemRow
                  key={keyOf(item)}
                  work={id}
                  item={item}
                  fields={fields[kind]}
                  chosen={chosen.has(keyOf(item))}
                  onChoose={(on) => choose([item], on)}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {asking && (
        <ConfirmWindow
          work={id}
          what={asking}
          items={sets[asking]}
          fields={fields}
          onClose={() => setAsking(null)}
          onDone={() => setChosen(new Set())}
        />
      )}
    </div>
  );
}
