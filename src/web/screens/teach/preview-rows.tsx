import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { actorName } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { PreviewRow } from '../../data/lessons.ts';

/** Rows shown before more are asked for. */
const SHOWN = 100;

function Unit({ label, unit }: { readonly label: string; readonly unit: PreviewRow['after'] }) {
  const { locale, t } = useSpeech();
  return (
    <td data-label={label}>
      {unit === null ? (
        <span className="soft">—</span>
      ) : (
        <>
          <b dir="auto">{unit.action}</b>{' '}
          <span className="small soft">
            {t(`kind.${unit.kind}`)} · {t(`strength.${unit.strength}`)} · {t(`sector.${unit.sector}`)} ·{' '}
            {unit.actors.map((actor) => actorName(locale, actor)).join(', ')}
          </span>
        </>
      )}
    </td>
  );
}

function Row({ row }: { readonly row: PreviewRow }) {
  const { t } = useSpeech();
  return (
    <tr className={row.decided ? 'stays' : row.change}>
      <th scope="row">
        {t(`preview.${row.change}`)}
        {row.decided && <span className="small soft">{t('preview.stays')}</span>}
      </th>
      <td lang={row.language} dir="auto">
        {(row.after ?? row.before)?.quote}
        <Link
          to="/read/$expressionId"
          params={{ expressionId: row.expressionId }}
          search={{ at: row.span.start }}
          className="small"
        >
          {row.title}
        </Link>
      </td>
      <Unit label={t('teach.example-before')} unit={row.before} />
      <Unit label={t('teach.example-after')} unit={row.after} />
    </tr>
  );
}

/** How many units appear, disappear, change, and stay because people decided on them. */
export function PreviewCounts({ rows }: { readonly rows: readonly PreviewRow[] }) {
  const { t } = useSpeech();
  const open = rows.filter(({ decided }) => decided === null);
  const changes = ['appears', 'disappears', 'changes'] as const;
  return (
    <ul className="preview-counts">
      {changes.map((change) => (
        <li key={change} className={change}>
          <b>{open.filter((row) => row.change === change).length}</b> {t(`preview.${change}`)}
        </li>
      ))}
      <li>
        <b>{rows.length - open.length}</b> {t('preview.stays')}
      </li>
    </ul>
  );
}

/** What a change does, unit by unit, with its words, its document, and how it is read before and after. */
export function PreviewRows({ rows }: { readonly rows: readonly PreviewRow[] }) {
  const { t } = useSpeech();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, SHOWN);
  return (
    <>
      <table>
        <thead>
          <tr>
            <th>{t('preview.what')}</th>
            <th>{t('preview.words')}</th>
            <th>{t('teach.example-before')}</th>
            <th>{t('teach.example-after')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={`${row.expressionId} ${row.span.start} ${row.span.end} ${row.change}`} row={row} />
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <Button className="button" onPress={() => setAll(true)}>
          {t('preview.all', { count: rows.length })}
        </Button>
      )}
    </>
  );
}
