import { ChevronDown, Keyboard, ListTree, Search, SlidersHorizontal } from 'lucide-react';
import { type ReactNode, type RefObject, useState } from 'react';
import {
  Button,
  Checkbox,
  CheckboxGroup,
  Dialog,
  DialogTrigger,
  Input,
  Label,
  Popover,
  SearchField,
} from 'react-aria-components';
import { formatNumber } from '../../../i18n/index.ts';
import { DECISIONS } from '../../../register/index.ts';
import { KINDS, STRENGTHS } from '../../../vocabulary/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { Outline } from './outline.tsx';
import type { Reading } from './use-reading.ts';

const GROUPS = { decision: DECISIONS, kind: KINDS, strength: STRENGTHS } as const;

function Filters({ reading }: { readonly reading: Reading }) {
  const { t } = useSpeech();
  const { search, narrow } = reading;
  const active = (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).filter((name) => search[name]).length;
  return (
    <DialogTrigger>
      <Button className={`button small ${active > 0 ? 'active' : ''}`}>
        <SlidersHorizontal size={14} aria-hidden />
        {active > 0 ? t('reader.filters-active', { count: active }) : t('reader.filters')}
      </Button>
      <Popover className="popover">
        <Dialog className="filter-popover" aria-label={t('reader.filters')}>
          {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((name) => (
            <CheckboxGroup
              key={name}
              className="field"
              value={[...(search[name] ?? [])]}
              onChange={(values) => narrow({ [name]: values.length > 0 ? values : undefined })}
            >
              <Label>{t(`column.${name}`)}</Label>
              {GROUPS[name].map((value) => (
                <Checkbox key={value} value={value} className="checkbox">
                  <span className="checkbox-box">✓</span>
                  {t(`${name}.${value}` as 'kind.support')}
                </Checkbox>
              ))}
            </CheckboxGroup>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Find({
  reading,
  hits,
  field,
}: {
  readonly reading: Reading;
  readonly hits: Hits;
  readonly field: RefObject<HTMLInputElement | null>;
}) {
  const { locale, t } = useSpeech();
  return (
    <SearchField
      className="find"
      aria-label={t('reader.find')}
      value={reading.search.q ?? ''}
      onChange={(q) => reading.narrow({ q: q === '' ? undefined : q })}
      onSubmit={() => hits.go(1)}
    >
      <Search size={14} aria-hidden />
      <Input ref={field} placeholder={t('reader.find')} />
      {reading.search.q && (
        <span className="small soft" role="status">
          {hits.count === 0
            ? t('reader.no-hit')
            : `${formatNumber(locale, hits.at + 1)}/${formatNumber(locale, hits.count)}`}
        </span>
      )}
    </SearchField>
  );
}

export interface Hits {
  readonly count: number;
  readonly at: number;
  readonly go: (by: 1 | -1) => void;
}

function OutlineButton({ reading }: { readonly reading: Reading }) {
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className="button small outline-button">
        <ListTree size={14} aria-hidden />
        <span className="wide-only">{t('reader.outline')}</span>
        <span className="visually-hidden">{t('reader.outline')}</span>
      </Button>
      <Popover className="popover outline-popover">
        <Dialog aria-label={t('reader.outline')}>
          <Outline text={reading.text} onGo={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** What narrows, finds and moves on; it stays in sight while the text scrolls. */
export function ReaderBar({
  reading,
  hits,
  field,
  onShortcuts,
  children,
}: {
  readonly reading: Reading;
  readonly hits: Hits;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onShortcuts: () => void;
  /** More buttons, for texts that have something more. */
  readonly children?: ReactNode;
}) {
  const { t } = useSpeech();
  const left = reading.undecided.length;
  return (
    <div className="reader-bar">
      <OutlineButton reading={reading} />
      <Filters reading={reading} />
      {children}
      <Find reading={reading} hits={hits} field={field} />
      <Button className="button small next-button" isDisabled={left === 0} onPress={() => reading.nextUndecided()}>
        <span className="wide-only">
          {left === 0 ? t('reader.all-decided') : t('reader.next-undecided', { count: left })}
        </span>
        <span className="narrow-only">{t('reader.left', { count: left })}</span>
        {left > 0 && <ChevronDown size={14} aria-hidden />}
      </Button>
      <Button className="button small quiet icon" aria-label={t('shortcuts.title')} onPress={onShortcuts}>
        <Keyboard size={16} aria-hidden />
      </Button>
    </div>
  );
}
