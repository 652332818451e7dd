import { FileSpreadsheet } from 'lucide-react';
import { Button, DropZone, type FileDropItem, FileTrigger, Text } from 'react-aria-components';
import { problemText } from '../../../i18n/index.ts';
import type { ProblemCode } from '../../../kernel/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useSheet } from '../../data/sheets.ts';
import { ReportForms } from '../../parts/report-forms.tsx';
import { useErrorText } from '../../parts/states.tsx';
import '../tasks/tasks.css';
import { BatchList } from './batch-list.tsx';
import { ColumnsForm } from './columns-form.tsx';
import { PlanView } from './plan-view.tsx';
import './sheets.css';

function SheetZone({ onFile }: { readonly onFile: (file: File) => void }) {
  const { t } = useSpeech();
  return (
    <DropZone
      className="import-zone"
      getDropOperation={() => 'copy'}
      onDrop={async (event) => {
        const item = event.items.find((one): one is FileDropItem => one.kind === 'file');
        if (item) onFile(await item.getFile());
      }}
    >
      <FileSpreadsheet size={18} aria-hidden />
      <Text slot="label">{t('sheets.drop')}</Text>
      <FileTrigger
        acceptedFileTypes={['.xlsx', '.docx', '.csv', '.json']}
        onSelect={(list) => list?.[0] && onFile(list[0])}
      >
        <Button className="button primary">{t('sheets.choose')}</Button>
      </FileTrigger>
      <span className="small soft">{t('sheets.nothing-yet')}</span>
    </DropZone>
  );
}

/** Spreadsheets that come back: what a file would change, row by row; doing it; taking it back as a whole. */
export function SheetsScreen() {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const { run, error, bring, map, apply, close } = useSheet();
  const going = run !== null && ['reading', 'planning', 'applying'].includes(run.state);
  return (
    <div className="page tasks-page">
      <title>{`${t('sheets.title')} · Servanda`}</title>
      <h1>{t('sheets.title')}</h1>
      <p className="soft sheets-how">
        {t('sheets.how')} <ReportForms />
      </p>
      <SheetZone onFile={(file) => void bring(file)} />
      <div role="status" aria-live="polite">
        {going && (
          <p className="sheets-going">
            {t(`sheets.${run.state as 'reading' | 'planning' | 'applying'}`, {
              file: run.file,
              done: run.done,
              total: run.total,
            })}
            <progress max={run.total || 1} value={run.total ? run.done : undefined} />
          </p>
        )}
      </div>
      {error !== null && (
        <p className="failure-text" role="alert">
          {say(error)}
        </p>
      )}
      {run?.problem && (
        <p className="failure-text" role="alert">
          {problemText(locale, { code: run.problem.code as ProblemCode, details: run.problem.details })}
        </p>
      )}
      {run?.columns && (run.state === 'mapping' || run.state === 'ready') && (
        <ColumnsForm key={run.id} run={run} onSave={(fields) => void map(run.id, fields)} />
      )}
      {run?.state === 'ready' && (
        <PlanView
          key={`${run.id}${run.counts.change}`}
          run={run}
          onApply={(chosen) => void apply(run.id, chosen)}
          onClose={close}
        />
      )}
      {run?.state === 'applied' && (
        <p className="sheets-going">
          {t('sheets.applied', { file: run.file, count: run.total })} {t('sheets.undo-below')}
        </p>
      )}
      <BatchList />
    </div>
  );
}
