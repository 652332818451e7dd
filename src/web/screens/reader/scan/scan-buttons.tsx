import { FileImage, SpellCheck } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../../app/locale.tsx';

/** Shows or hides the page picture, and begins putting words right. */
export function ScanButtons({
  picture,
  doubtful,
  correcting,
  onPicture,
  onCorrect,
}: {
  readonly picture: boolean;
  readonly doubtful: number;
  readonly correcting: boolean;
  readonly onPicture: () => void;
  readonly onCorrect: () => void;
}) {
  const { t } = useSpeech();
  return (
    <>
      <Button className={`button small ${picture ? 'active' : ''}`} aria-pressed={picture} onPress={onPicture}>
        <FileImage size={14} aria-hidden />
        <span className="wide-only">{t('scan.page-picture')}</span>
        <span className="visually-hidden">{t('scan.page-picture')}</span>
      </Button>
      <Button className={`button small ${correcting ? 'active' : ''}`} aria-pressed={correcting} onPress={onCorrect}>
        <SpellCheck size={14} aria-hidden />
        <span className="wide-only">{t('scan.doubtful', { count: doubtful })}</span>
        <span className="visually-hidden">{t('scan.doubtful', { count: doubtful })}</span>
      </Button>
    </>
  );
}
