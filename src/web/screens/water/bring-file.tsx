import { Waves } from 'lucide-react';
import { Button, DropZone, type FileDropItem, FileTrigger, Text } from 'react-aria-components';
import { messageText } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useBringWater } from '../../data/water.ts';
import { useErrorText } from '../../parts/states.tsx';

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/** Files of water data in: what was taken in, or each fault with its line and column. */
export function BringFile() {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const { bring, brought, error, busy, name } = useBringWater();
  const findings = brought?.findings.toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity]) ?? [];
  return (
    <section className="water-bring" aria-label={t('water-page.bring')}>
      <DropZone
        className="import-zone"
        getDropOperation={() => 'copy'}
        onDrop={async (event) => {
          const item = event.items.find((one): one is FileDropItem => one.kind === 'file');
          if (item) bring(await item.getFile());
        }}
      >
        <Waves size={18} aria-hidden />
        <Text slot="label">{t('water-page.drop')}</Text>
        <FileTrigger
          acceptedFileTypes={['.xml', '.wml', '.csv', '.json', '.txt']}
          onSelect={(list) => list?.[0] && bring(list[0])}
        >
          <Button className="button" isDisabled={busy}>
            {t('water-page.choose')}
          </Button>
        </FileTrigger>
      </DropZone>
      <div role="status">
        {busy && (
          <p>
            <progress aria-label={t('water-page.reading', { name })} /> {t('water-page.reading', { name })}
          </p>
        )}
        {error && <p className="failure-text">{say(error)}</p>}
        {!busy && brought?.stored && (
          <p className="water-stored">{t('water-page.stored', { name, ...brought.stored })}</p>
        )}
        {!busy && brought && !brought.stored && <p className="failure-text">{t('water-page.refused', { name })}</p>}
      </div>
      {!busy && findings.length > 0 && (
        <ul className="water-findings">
          {findings.map((finding) => (
            <li key={`${finding.id} ${finding.line} ${finding.column}`} className={`message ${finding.severity}`}>
              <span className="water-place">
                {t('water-page.place', { line: finding.line, column: finding.column })}
              </span>
              <span>
                {messageText(locale, finding)} {finding.more ? t('water-page.more', { count: finding.more }) : ''}
                <span className="soft small"> {finding.clause}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
