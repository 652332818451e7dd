import { Upload } from 'lucide-react';
import { Button, DropZone, type FileDropItem, FileTrigger, Text } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';

const READABLE =
  '.txt .html .htm .mht .mhtml .docx .doc .rtf .wps .odt .pdf .xml .akn .png .jpg .jpeg .tif .tiff'.split(' ');

/** The place to drop files on, or to choose them from. */
export function ImportZone({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useSpeech();
  return (
    <DropZone
      className="import-zone"
      getDropOperation={() => 'copy'}
      onDrop={async (event) => {
        const files = event.items.filter((item): item is FileDropItem => item.kind === 'file');
        onFiles(await Promise.all(files.map((item) => item.getFile())));
      }}
    >
      <Upload size={18} aria-hidden />
      <Text slot="label">{t('import.drop')}</Text>
      <FileTrigger allowsMultiple acceptedFileTypes={READABLE} onSelect={(list) => onFiles([...(list ?? [])])}>
        <Button className="button primary">{t('import.choose')}</Button>
      </FileTrigger>
      <span className="small soft">{t('import.formats')}</span>
    </DropZone>
  );
}
