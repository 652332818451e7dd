import { useSpeech } from '../app/locale.tsx';

/** The form to report with offline, as a spreadsheet and as a Word document; either comes back under spreadsheets. */
export function ReportForms({ className }: { readonly className?: string }) {
  const { locale, t } = useSpeech();
  return (
    <span className="report-forms">
      {(['xlsx', 'docx'] as const).map((format) => (
        <a key={format} className={className} href={`/api/owed/form.${format}?locale=${locale}`} download>
          {t('sheets.form', { format: `.${format}` })}
        </a>
      ))}
    </span>
  );
}
