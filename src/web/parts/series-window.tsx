import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { SERIES_LEVELS, SERIES_RHYTHMS, SERIES_STANDINGS } from '../../register/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { type SeriesContent, type SeriesDetail, useActOnSeries, useBeginSeries } from '../data/series.ts';
import { useSession } from '../data/session.ts';
import { Choice } from './choice.tsx';
import { FormWindow } from './form-window.tsx';
import { lacking } from './missing.tsx';
import { NamesField } from './names-field.tsx';
import { useSeriesText } from './series-text.ts';
import { useErrorText } from './states.tsx';
import { toast } from './toasts.tsx';
import { WordsField } from './words-field.tsx';

const LANGUAGES = ['vi', 'en', 'zh'] as const;
const UNKNOWN = 'none';

function contentOf(detail: SeriesDetail | null, party: string | null): SeriesContent {
  if (detail === null) {
    const nothing = { names: {}, members: [], hosts: [], level: null, every: null, keptOut: [] };
    return { ...nothing, parties: party === null ? [] : [party], standing: 'there' };
  }
  const { names, parties, members, level, hosts, every, standing, keptOut } = detail;
  return { names, parties, members, level, hosts, every, standing, keptOut };
}

/** Describes a mechanism that meets: a new one, or one that is there. */
export function SeriesWindow({
  detail,
  onClose,
}: {
  readonly detail: SeriesDetail | null;
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const say = useErrorText();
  const text = useSeriesText();
  const navigate = useNavigate();
  const party = useSession()?.seat?.party ?? null;
  const begin = useBeginSeries();
  const act = useActOnSeries(detail?.id ?? '');
  const [content, setContent] = useState(() => contentOf(detail, party));
  const [own, setOwn] = useState(false);
  const change = (part: Partial<SeriesContent>) => setContent((now) => ({ ...now, ...part }));
  const nameOf = (language: (typeof LANGUAGES)[number]) => content.names[language]?.[0] ?? '';
  const rename = (language: (typeof LANGUAGES)[number], value: string) => {
    const others = content.names[language]?.slice(1) ?? [];
    const { [language]: _, ...rest } = content.names;
    change({ names: value === '' && others.length === 0 ? rest : { ...rest, [language]: [value, ...others] } });
  };
  const save = async () => {
    try {
      if (detail !== null) {
        await act.mutateAsync({ version: detail.version, body: { type: 'describe', series: content } });
        return true;
      }
      const made = await begin.mutateAsync({ relation: 'own', series: content, own });
      await navigate({ to: '/sessions/$id', params: { id: made.id } });
      return true;
    } catch (error) {
      toast({ text: say(error), tone: 'failure' });
      return false;
    }
  };
  const memberName = (id: string) => text.member(id, detail?.memberNames ?? {});
  return (
    <FormWindow
      title={t(detail === null ? 'series.new' : 'series-action.describe')}
      save={t('series.save')}
      missing={lacking(
        [LANGUAGES.some((language) => nameOf(language).trim() !== ''), t('series.names-vi')],
        [content.parties.length > 0, t('series.parties')],
      )}
      onClose={onClose}
      onSave={save}
    >
      {LANGUAGES.map((language) => (
        <WordsField
          key={language}
          lang={language}
          label={t(`series.names-${language}`)}
          value={nameOf(language)}
          onChange={(value) => rename(language, value)}
        />
      ))}
      <NamesField
        label={t('series.parties')}
        values={content.parties}
        name={text.party}
        onChange={(parties) => change({ parties: parties.map((one) => one.toUpperCase()).filter(isCode) })}
      />
      <NamesField
        label={t('series.members')}
        values={content.members}
        name={memberName}
        onChange={(members) => change({ members: [...members] })}
      />
      <NamesField
        label={t('series.hosts')}
        values={content.hosts}
        name={memberName}
        suggestions={content.members}
        onChange={(hosts) => change({ hosts: [...hosts] })}
      />
      <div className="form-pair">
        <Choice
          label={t('series.level')}
          value={content.level ?? UNKNOWN}
          values={[UNKNOWN, ...SERIES_LEVELS]}
          name={(value) =>
            value === UNKNOWN ? t('series.level-unknown') : t(`series-level.${value}` as 'series-level.experts')
          }
          onChange={(value) => change({ level: SERIES_LEVELS.find((level) => level === value) ?? null })}
        />
        <Choice
          label={t('series.every')}
          value={content.every ?? UNKNOWN}
          values={[UNKNOWN, ...SERIES_RHYTHMS]}
          name={(value) =>
            value === UNKNOWN ? t('series.every-unknown') : t(`series-rhythm.${value}` as 'series-rhythm.year')
          }
          onChange={(value) => change({ every: SERIES_RHYTHMS.find((every) => every === value) ?? null })}
        />
        <Choice
          label={t('series.standing')}
          value={content.standing}
          values={SERIES_STANDINGS}
          name={(value) => t(`series-standing.${value}`)}
          onChange={(standing) => change({ standing })}
        />
      </div>
      {detail === null && party !== null && (
        <Checkbox className="checkbox" isSelected={own} onChange={setOwn}>
          <span className="checkbox-box" aria-hidden>
            ✓
          </span>
          {t('series.own')}
        </Checkbox>
      )}
    </FormWindow>
  );
}

function isCode(value: string): boolean {
  return /^[A-Z]{2}$/.test(value);
}
