import { FileUp, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button, DropZone, type FileDropItem, FileTrigger } from 'react-aria-components';
import { FILE_LIMIT_MB } from '../../../kernel/index.ts';
import { suffices } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type Evidence, type TaskDetail, useGiveFiles } from '../../data/tasks.ts';
import { DayField } from '../../parts/day-field.tsx';
import { lacking } from '../../parts/missing.tsx';
import { SendButton } from '../../parts/send-button.tsx';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { today } from '../../parts/today.ts';
import { WordsField } from '../../parts/words-field.tsx';
import { EvidenceLine } from './evidence-line.tsx';

const keyOf = (one: Evidence) =>
  one.kind === 'file' ? one.sha256 : one.kind === 'link' ? one.url : `${one.number} ${one.title}`;

/** A document by its number, or a link: whatever of both is typed. */
function Cited({ onAdd }: { readonly onAdd: (one: Evidence) => void }) {
  const { t } = useSpeech();
  const [number, setNumber] = useState('');
  const [title, setTitle] = useState('');
  const [date, setDate] = useState<string | null>(null);
  const link = /^https?:\/\//.test(number.trim());
  const add = () => {
    const words = number.trim();
    const named = title.trim() === '' ? words : title.trim();
    onAdd(
      link
        ? { kind: 'link', title: named, url: words, seen: today(), sha256: null }
        : { kind: 'document', title: named, number: words, date },
    );
    setNumber('');
    setTitle('');
    setDate(null);
  };
  return (
    <div className="evidence-add">
      <WordsField label={t('task.evidence-number')} value={number} onChange={setNumber} />
      <WordsField label={t('task.evidence-title')} value={title} onChange={setTitle} />
      {!link && <DayField label={t('task.evidence-date')} value={date} onChange={setDate} />}
      <SendButton className="button" missing={lacking([number.trim() !== '', t('task.evidence-number')])} onPress={add}>
        <Plus size={14} aria-hidden />
        {t('task.evidence-add')}
      </SendButton>
    </div>
  );
}

/** What shows that something was done: files (chosen or dropped), documents by their number, links. */
export function EvidenceFields({
  detail,
  evidence,
  onChange,
}: {
  readonly detail: TaskDetail;
  readonly evidence: readonly Evidence[];
  readonly onChange: (evidence: Evidence[]) => void;
}) {
  const { t } = useSpeech();
  const say = useErrorText();
  const { mutateAsync, isPending } = useGiveFiles(detail.id);
  const add = (more: readonly Evidence[]) => {
    const there = new Set(evidence.map(keyOf));
    onChange([...evidence, ...more.filter((one) => !there.has(keyOf(one)))]);
  };
  const give = async (files: readonly File[]) => {
    if (files.length === 0) return;
    try {
      const kept = await mutateAsync(files);
      add(kept.map(({ sha256, name }) => ({ kind: 'file', title: name, sha256, name })));
    } catch (error) {
      toast({ text: say(error), tone: 'failure' });
    }
  };
  return (
    <fieldset className="evidence-fields">
      <legend>{t('task.evidence')}</legend>
      {!suffices(detail.strength, evidence) && (
        <p className="small soft">{t(detail.strength === 'deliver' ? 'task.evidence-paper' : 'task.evidence-any')}</p>
      )}
      <ul className="evidence">
        {evidence.map((one) => (
          <li key={keyOf(one)}>
            <EvidenceLine detail={detail} one={one} />
            <Button
              className="button quiet small"
              onPress={() => onChange(evidence.filter((other) => keyOf(other) !== keyOf(one)))}
            >
              {t('task.leave-out')}
            </Button>
          </li>
        ))}
      </ul>
      <DropZone
        className="evidence-drop"
        getDropOperation={() => 'copy'}
        onDrop={async (event) => {
          const files = event.items.filter((item): item is FileDropItem => item.kind === 'file');
          await give(await Promise.all(files.map((item) => item.getFile())));
        }}
      >
        <FileTrigger allowsMultiple onSelect={(list) => void give([...(list ?? [])])}>
          <Button className="button" isDisabled={isPending}>
            <FileUp size={14} aria-hidden />
            {t(isPending ? 'task.evidence-sending' : 'task.evidence-file')}
          </Button>
        </FileTrigger>
        <span className="small soft">{t('task.evidence-limit', { limit: FILE_LIMIT_MB })}</span>
      </DropZone>
      <Cited onAdd={(one) => add([one])} />
    </fieldset>
  );
}
