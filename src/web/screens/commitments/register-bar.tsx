import { Columns3, Download, Search, SlidersHorizontal } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
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
import { COLUMNS, type Column } from '../../../server/contract/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { writeQuery } from '../../client.ts';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { FIRST_COLUMNS, type RegisterView } from './use-register.ts';

const TYPING_MS = 220;

function SearchLine({
  register,
  field,
}: {
  readonly register: RegisterView;
  readonly field: RefObject<HTMLInputElement | null>;
}) {
  const { t } = useSpeech();
  const { search, change } = register;
  const [typed, setTyped] = useState(search.q ?? '');
  const [told, setTold] = useState(search.q ?? '');
  // The address changed by itself (back, a link): the line follows it.
  if ((search.q ?? '') !== told) {
    setTold(search.q ?? '');
    setTyped(search.q ?? '');
  }
  useEffect(() => {
    if (typed === told) return;
    const timer = setTimeout(() => {
      setTold(typed);
      change({ q: typed === '' ? undefined : typed });
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, told, change]);
  return (
    <SearchField className="find register-search" aria-label={t('register.search')} value={typed} onChange={setTyped}>
      <Search size={14} aria-hidden />
      <Input ref={field} placeholder={t('register.search')} />
      <kbd className="shortcut">/</kbd>
    </SearchField>
  );
}

function ColumnMenu({ register }: { readonly register: RegisterView }) {
  const { t } = useSpeech();
  const choose = (values: readonly string[]) => {
    const next = COLUMNS.filter((column) => values.includes(column));
    const usual = next.length === FIRST_COLUMNS.length && FIRST_COLUMNS.every((column) => next.includes(column));
    register.change({ column: usual || next.length === 0 ? undefined : next });
  };
  return (
    <DialogTrigger>
      <Button className="button small">
        <Columns3 size={14} aria-hidden />
        <span className="wide-only">{t('register.columns')}</span>
        <span className="visually-hidden">{t('register.columns')}</span>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="filter-popover" aria-label={t('register.columns')}>
          <CheckboxGroup className="field" value={[...register.columns]} onChange={choose}>
            <Label>{t('register.columns')}</Label>
            {COLUMNS.map((column) => (
              <Checkbox key={column} value={column} className="checkbox">
                <span className="checkbox-box">✓</span>
                {t(`column.${column}`)}
              </Checkbox>
            ))}
          </CheckboxGroup>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** What the rows are narrowed to and ordered by, without the choice of columns. */
function exported({ search }: RegisterView) {
  const { column: _, ...narrowed } = search;
  return narrowed;
}

/** The address of the same rows and columns as CSV. */
function csvAddress({ search, columns }: RegisterView, locale: string): string {
  const { column: _, ...narrowed } = search;
  const ordered: readonly Column[] = columns;
  return `/api/commitments.csv?${writeQuery({ ...narrowed, columns: ordered.join(','), locale })}`;
}

/** Search, columns, CSV; on a small screen the way to the facets. */
export function RegisterBar({
  register,
  field,
  onFilters,
}: {
  readonly register: RegisterView;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onFilters: (() => void) | null;
}) {
  const { locale, t } = useSpeech();
  return (
    <div className="register-bar">
      <h1>{t('shell.commitments')}</h1>
      <span className="soft register-total" role="status">
        {register.loaded ? t('register.total', { count: register.total }) : t('state.loading')}
      </span>
      <SearchLine register={register} field={field} />
      {onFilters && (
        <Button className="button small" onPress={onFilters}>
          <SlidersHorizontal size={14} aria-hidden />
          {t('reader.filters')}
        </Button>
      )}
      <ColumnMenu register={register} />
      <a className="button small" href={csvAddress(register, locale)} download>
        <Download size={14} aria-hidden />
        CSV
      </a>
      <ExportMenu list="commitments" search={exported(register)} count={register.total} />
    </div>
  );
}
