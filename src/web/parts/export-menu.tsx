import { Download } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { LIST_FORMATS } from '../../server/contract/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { writeQuery } from '../client.ts';
import './export-menu.css';

/** Forms by their own names, which no language changes. */
const NAMES: Readonly<Record<(typeof LIST_FORMATS)[number], string>> = {
  ...{ xlsx: 'Excel', csv: 'CSV', json: 'JSON', jsonld: 'JSON-LD' },
};

/** Lists of which a filled-in sheet comes back. */
const COMES_BACK: ReadonlySet<string> = new Set(['commitments', 'tasks']);

/** A list to take along exactly as the page shows it: how many rows, and each form with what it is good for. */
export function ExportMenu({
  list,
  search,
  count,
  past = false,
  text = null,
}: {
  readonly list: string;
  /** What the page is narrowed to, and its order, by the names of its address. */
  readonly search: Readonly<Record<string, unknown>>;
  readonly count: number;
  /** The page shows a past day: nothing of it comes back. */
  readonly past?: boolean;
  /** The one text the rows are of: it goes out whole as well, with its structure and its commitments. */
  readonly text?: { readonly id: string; readonly file: string } | null;
}) {
  const { locale, t } = useSpeech();
  const why = (format: (typeof LIST_FORMATS)[number]) =>
    format === 'xlsx' && (past || !COMES_BACK.has(list)) ? t('export.xlsx-read') : t(`export.${format}-why`);
  return (
    <DialogTrigger>
      <Button className="button small">
        <Download size={14} aria-hidden />
        {t('export.title')}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="export-menu" aria-label={t('export.title')}>
          <p className="soft small">{t('export.rows', { count })}</p>
          <ul>
            {LIST_FORMATS.map((format) => (
              <li key={format}>
                <a href={`/api/exports/${list}?${writeQuery({ ...search, format, locale })}`} download>
                  <b>{NAMES[format]}</b>
                  <span className="soft small">{why(format)}</span>
                </a>
              </li>
            ))}
            {text && (
              <li>
                <a
                  href={`/api/expressions/${encodeURIComponent(text.id)}/akn`}
                  download={`${text.file.replace(/\.[^.]+$/, '')}.akn`}
                >
                  <b>Akoma Ntoso</b>
                  <span className="soft small">{t('export.akn-why')}</span>
                </a>
              </li>
            )}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
