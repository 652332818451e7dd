import { Columns3, Download, SlidersHorizontal } from 'lucide-react';
import type { RefObject } from 'react';
import { Button, Checkbox, CheckboxGroup, Dialog, DialogTrigger, Label, Popover } from 'react-aria-components';
import { COLUMNS, type Column } from '../../../server/contract/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { writeQuery } from '../../client.ts';
import { AsOf } from '../../parts/as-of.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { SearchLine } from '../../parts/search-line.tsx';
import { FIRST_COLUMNS, type RegisterView } from './use-register.ts';

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

/** Search, the day, columns, CSV; on a small screen the way to the facets. */
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
      <SearchLine
        label={t('register.search')}
        className="register-search"
        words={register.search.q}
        change={register.change}
        field={field}
      />
      <AsOf value={register.search.asOf} />
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
      <ExportMenu
        list="commitments"
        search={exported(register)}
        count={register.total}
        past={register.search.asOf !== undefined}
      />
    </div>
  );
}
