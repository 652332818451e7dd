import { useState } from 'react';
import { Input, Label, TextArea, TextField } from 'react-aria-components';
import { useSpeech } from '../app/locale.tsx';
import { call } from '../client.ts';
import { type PaperContent, type PaperHeld, type Partner, useExchangeStep } from '../data/exchange.ts';
import { Choice } from './choice.tsx';
import { FormWindow } from './form-window.tsx';
import { lacking } from './missing.tsx';
import { useErrorText } from './states.tsx';
import { toast } from './toasts.tsx';

interface Typed {
  readonly title: string;
  readonly mechanism: string;
  readonly ordinal: string;
  readonly day: string;
  readonly host: string;
  readonly vi: string;
  readonly zh: string;
}

const LANGUAGES = ['vi', 'zh'] as const;

/** Points of conclusions, a line each, in both languages of the sides. */
function pointsOf({ vi, zh }: Typed): PaperContent['points'] {
  const [here, there] = [vi.split('\n'), zh.split('\n')];
  return Array.from({ length: Math.max(here.length, there.length) }, (_, index) => ({
    ...(here[index]?.trim() && { vi: here[index]?.trim() }),
    ...(there[index]?.trim() && { zh: there[index]?.trim() }),
  })).filter((point) => Object.keys(point).length > 0);
}

/** The words of a paper: a new one, or an edit that stands on every wording there is. */
export function PaperWindow({
  paper,
  from,
  mechanism,
  partners,
  onClose,
}: {
  readonly paper: PaperHeld | null;
  readonly from: PaperHeld['heads'][number] | null;
  /** Of a new paper. */
  readonly mechanism: string;
  readonly partners: readonly Partner[];
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const say = useErrorText();
  const before = (from?.content ?? {}) as PaperContent & Record<string, unknown>;
  const lines = (language: (typeof LANGUAGES)[number]) =>
    (before.points ?? []).map((point) => point[language] ?? '').join('\n');
  const [kind, setKind] = useState(paper?.kind ?? 'conclusion');
  const [partner, setPartner] = useState(paper?.partner ?? partners[0]?.id ?? '');
  const [typed, setTyped] = useState<Typed>({
    ...{ title: before.title ?? '', mechanism: before.mechanism ?? mechanism, ordinal: String(before.ordinal ?? '') },
    ...{ day: before.day ?? '', host: before.host ?? '', vi: lines('vi'), zh: lines('zh') },
  });
  const put = useExchangeStep(() => {
    const { title, mechanism, ordinal, day, host } = typed;
    const content: PaperContent = {
      title: title.trim(),
      ...(mechanism.trim() && { mechanism: mechanism.trim() }),
      ...(/^\d+$/.test(ordinal.trim()) && { ordinal: Number(ordinal) }),
      ...(day.trim() && { day: day.trim() }),
      ...(kind === 'session' ? host.trim() && { host: host.trim() } : { points: pointsOf(typed) ?? [] }),
    };
    const parents = paper?.heads.map(({ edit }) => edit) ?? [];
    return call('editPaperHeld', { body: { thing: paper?.id ?? null, kind, partner, parents, content } });
  });
  const save = () =>
    put.mutateAsync().then(
      () => true,
      (error: unknown) => {
        toast({ text: say(error), tone: 'failure' });
        return false;
      },
    );
  const line = (name: 'title' | 'mechanism' | 'ordinal' | 'day' | 'host') => (
    <TextField className="field" value={typed[name]} onChange={(value) => setTyped({ ...typed, [name]: value })}>
      <Label>{t(`paper-field.${name}`)}</Label>
      <Input className="field-input" />
    </TextField>
  );
  const title = t(paper === null ? 'partners.new-paper' : 'partners.edit');
  return (
    <FormWindow
      title={title}
      save={t('partners.propose')}
      missing={lacking([typed.title.trim() !== '', t('paper-field.title')])}
      onClose={onClose}
      onSave={save}
    >
      {paper === null && (
        <div className="form-pair">
          <Choice
            label={t('partners.what')}
            value={kind}
            values={['conclusion', 'session'] as const}
            name={(one) => t(`paper-kind.${one}`)}
            onChange={setKind}
          />
          <Choice
            label={t('partners.with')}
            value={partner}
            values={partners.map(({ id }) => id)}
            name={(id) => partners.find((one) => one.id === id)?.name ?? id}
            onChange={setPartner}
          />
        </div>
      )}
      {line('title')}
      <div className="form-pair">
        {line('mechanism')}
        {line('ordinal')}
      </div>
      <div className="form-pair">
        {line('day')}
        {kind === 'session' && line('host')}
      </div>
      {kind === 'conclusion' &&
        LANGUAGES.map((language) => (
          <TextField
            key={language}
            className="field"
            value={typed[language]}
            onChange={(words) => setTyped({ ...typed, [language]: words })}
          >
            <Label>{t(`paper-field.points-${language}`)}</Label>
            <TextArea className="field-input" rows={5} lang={language} />
          </TextField>
        ))}
      {kind === 'conclusion' && <p className="soft small">{t('partners.two-persons')}</p>}
    </FormWindow>
  );
}
