import { useState } from 'react';
import { QUOTA_KINDS } from '../../register/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { type PromisedPlaces, type QuotaRow, useEnterInQuota, useOpenQuota } from '../data/quotas.ts';
import { Choice } from './choice.tsx';
import { FormWindow } from './form-window.tsx';
import { lacking } from './missing.tsx';
import { today } from './today.ts';
import { useTry } from './use-try.ts';
import { WordsField } from './words-field.tsx';

const WHOLE = /^\d{1,8}$/;

/** Opens a ledger; what a text promises is filled in, and a person says who gives to whom. */
export function OpenQuotaWindow({
  promised,
  onClose,
}: {
  readonly promised: PromisedPlaces | null;
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const attempt = useTry();
  const { mutateAsync } = useOpenQuota();
  const [kind, setKind] = useState<(typeof QUOTA_KINDS)[number]>(promised?.kind ?? 'scholarship');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [year, setYear] = useState(String(promised?.year ?? today().slice(0, 4)));
  const [places, setPlaces] = useState(promised === null ? '' : String(promised.places));
  const quota = { kind, from, to, year: Number(year), commitment: promised?.commitment ?? null };
  const missing = lacking(
    [from.trim() !== '', t('quota.from')],
    [to.trim() !== '', t('quota.to')],
    [/^\d{4}$/.test(year), t('quota.year')],
    [places === '' || WHOLE.test(places), t('quota.promised')],
  );
  return (
    <FormWindow
      title={t('quota.open')}
      save={t('quota.open')}
      missing={missing}
      onClose={onClose}
      onSave={() => attempt(() => mutateAsync({ quota, places: Number(places), own: false }))}
    >
      <Choice
        label={t('quota.kind')}
        value={kind}
        values={QUOTA_KINDS}
        name={(one) => t(`quota-kind.${one}`)}
        onChange={setKind}
      />
      <div className="form-pair">
        <WordsField label={t('quota.from')} value={from} onChange={setFrom} />
        <WordsField label={t('quota.to')} value={to} onChange={setTo} />
      </div>
      <div className="form-pair">
        <WordsField label={t('quota.year')} value={year} onChange={setYear} />
        <WordsField label={t('quota.promised')} value={places} onChange={setPlaces} />
      </div>
    </FormWindow>
  );
}

const ENTRIES = ['grant', 'use', 'promise'] as const;

/** Enters places in a ledger: granted, used, or promised besides. */
export function EntryWindow({ quota, onClose }: { readonly quota: QuotaRow; readonly onClose: () => void }) {
  const { t } = useSpeech();
  const attempt = useTry();
  const { mutateAsync } = useEnterInQuota();
  const [type, setType] = useState<(typeof ENTRIES)[number]>('grant');
  const [places, setPlaces] = useState('');
  const [note, setNote] = useState('');
  const body = { type, places: Number(places), note };
  return (
    <FormWindow
      title={t('quota.enter')}
      save={t('quota.enter')}
      missing={lacking([WHOLE.test(places) && Number(places) > 0, t('quota.places')])}
      onClose={onClose}
      onSave={() => attempt(() => mutateAsync({ id: quota.id, version: quota.version, body }))}
    >
      <Choice
        label={t('quota.what')}
        value={type}
        values={ENTRIES}
        name={(one) => t(`quota-entry.${one}`)}
        onChange={setType}
      />
      <WordsField label={t('quota.places')} value={places} onChange={setPlaces} />
      <WordsField label={t('task-field.note')} value={note} onChange={setNote} />
    </FormWindow>
  );
}
