import { Download, Upload } from 'lucide-react';
import { Button, FileTrigger } from 'react-aria-components';
import { relationName } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { writeQuery } from '../../client.ts';
import { Choice } from '../../parts/choice.tsx';

/** Which relation is taught, and its lessons as a file: saved, or loaded and tried. */
export function TeachBar({
  relation,
  relations,
  onChoose,
  onLoad,
  onNew,
}: {
  readonly relation: string;
  readonly relations: readonly string[];
  readonly onChoose: (relation: string) => void;
  readonly onLoad: (file: File) => void;
  readonly onNew: () => void;
}) {
  const { locale, t } = useSpeech();
  return (
    <div className="teach-row">
      <Choice
        label={t('teach.relation')}
        value={relation}
        values={relations}
        name={(one) => relationName(locale, one)}
        onChange={onChoose}
      />
      <Button className="button primary" onPress={onNew}>
        {t('teach.new')}
      </Button>
      <a
        className="button"
        href={`/api/lessons/export?${writeQuery({ relation })}`}
        download={`${relation}.lessons.json`}
      >
        <Download size={14} aria-hidden />
        {t('teach.save')}
      </a>
      <FileTrigger
        acceptedFileTypes={['application/json', '.json']}
        onSelect={(files) => {
          const file = files?.[0];
          if (file) onLoad(file);
        }}
      >
        <Button className="button">
          <Upload size={14} aria-hidden />
          {t('teach.load')}
        </Button>
      </FileTrigger>
    </div>
  );
}
