import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { languageName } from '../../../i18n/index.ts';
import { LOCALES, type Locale } from '../../../kernel/index.ts';
import {
  type FieldFault,
  type FieldSchema,
  type FieldValue,
  faultsOf,
  limitsOf,
  NOTICE_TYPES,
  type NoticeFields,
  type NoticeMode,
  noticeType,
} from '../../../notices/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { recall } from '../../app/memory.ts';
import {
  type AlertFile,
  type ChannelRow,
  type NoticeRow,
  type PostRow,
  useActOnNotice,
  useIssueNotice,
  useZones,
} from '../../data/notices.ts';
import { Choice } from '../../parts/choice.tsx';
import { LinesField } from '../../parts/lines-field.tsx';
import { useNoticeText } from '../../parts/notice-text.ts';
import { useTry } from '../../parts/use-try.ts';
import { WordsField } from '../../parts/words-field.tsx';
import { AreaInput } from './area-input.tsx';
import { FieldInput, without } from './field-input.tsx';
import { useFieldName } from './notice-fields.tsx';

type Texts = NoticeRow['notice']['texts'];
const EMPTY = { headline: '', instruction: '' };
const INSTANT: FieldSchema = { type: 'string', format: 'date-time' };

/** What the notice is called and what the reader should do, in each language that the sender can write. */
function TextsInput({ texts, onChange }: { readonly texts: Texts; readonly onChange: (texts: Texts) => void }) {
  const { locale, t } = useSpeech();
  const [shown, setShown] = useState<readonly Locale[]>(() => LOCALES.filter((one) => one === locale || texts[one]));
  const set = (language: Locale, change: Partial<typeof EMPTY>) =>
    onChange({ ...texts, [language]: { ...EMPTY, ...texts[language], ...change } });
  return (
    <div className="issue-grid">
      {shown.map((language) => (
        <div key={language} className="wide issue-form">
          <WordsField
            label={`${t('notices.headline')} (${languageName(locale, language)})`}
            value={texts[language]?.headline ?? ''}
            lang={language}
            onChange={(headline) => set(language, { headline })}
          />
          <LinesField
            label={`${t('notices.instruction')} (${languageName(locale, language)})`}
            rows={2}
            value={texts[language]?.instruction ?? ''}
            onChange={(instruction) => set(language, { instruction })}
          />
        </div>
      ))}
      <div className="wide issue-mode">
        {LOCALES.filter((one) => !shown.includes(one)).map((one) => (
          <Button key={one} className="button small" onPress={() => setShown([...shown, one])}>
            + {languageName(locale, one)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** The limits that will hold for it, or that none was agreed. */
function ClocksAhead({ channel, type }: { readonly channel: ChannelRow | undefined; readonly type: string }) {
  const { t } = useSpeech();
  const say = useNoticeText();
  const known = noticeType(type);
  if (known === undefined) return null;
  const limits = limitsOf(channel ?? null, known);
  return (
    <ul className="issue-clocks">
      {known.clocks.map(({ id, by }) => {
        const limit = limits[id];
        return (
          <li key={id}>
            <b>{t(`notice-clock.${id}`)}</b>:{' '}
            {limit
              ? t('notices.agreed', { time: say.length(limit.minutes), source: limit.source })
              : t(by ? 'notices.by-field' : 'clock-standing.not-agreed')}
          </li>
        );
      })}
    </ul>
  );
}

function pathText(path: string, schema: FieldSchema, name: ReturnType<typeof useFieldName>): string {
  const [id = '', , inner] = path.split('.');
  const field = schema.properties?.[id];
  const column = inner === undefined ? undefined : field?.items?.properties?.[inner];
  return [field && name(id, field), column && inner && name(inner, column)].filter(Boolean).join(' · ') || path;
}

/** The form of a type, made from its schema. */
export function IssueForm({
  channels,
  posts,
  own,
  before,
  draft,
  onSent,
  updates,
}: {
  readonly channels: readonly ChannelRow[];
  readonly posts: readonly PostRow[];
  readonly own: readonly string[];
  /** The notice it changes or follows. */
  readonly before: NoticeRow | null;
  /** What a file filled in. */
  readonly draft: AlertFile['draft'];
  /** Done once the notice is out, with its id; a drill settles nothing. */
  readonly onSent: ((notice: string) => Promise<unknown>) | null;
  readonly updates: boolean;
}) {
  const { t } = useSpeech();
  const say = useNoticeText();
  const name = useFieldName();
  const zone = useZones();
  const attempt = useTry();
  const go = useNavigate();
  const issue = useIssueNotice();
  const act = useActOnNotice();
  const desk = posts.find(({ id }) => id === recall('duty-post'));
  const [channelId, setChannel] = useState(before?.notice.channel ?? channelFor(channels, draft?.type)?.id ?? '');
  const channel = channels.find(({ id }) => id === channelId);
  const sides = (channel?.parties ?? own).filter((one) => own.includes(one));
  const [side, setSide] = useState(before?.notice.from.party ?? desk?.party ?? sides[0] ?? '');
  const party = sides.includes(side) ? side : (sides[0] ?? '');
  const types = NOTICE_TYPES.filter(({ id, group }) => group === 'test' || channel?.types.includes(id));
  const [typeId, setType] = useState(before?.notice.type ?? draft?.type ?? types[0]?.id ?? '');
  const type = types.find(({ id }) => id === typeId) ?? types[0];
  const [mode, setMode] = useState<NoticeMode>(before?.notice.mode ?? draft?.mode ?? 'normal');
  const [texts, setTexts] = useState<Texts>(updates ? (before?.notice.texts ?? {}) : (draft?.texts ?? {}));
  const [fields, setFields] = useState<NoticeFields>(
    () => (draft?.fields as NoticeFields) ?? firstFields(before, updates),
  );
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [tried, setTried] = useState(false);
  const [area, setArea] = useState<NoticeRow['notice']['area']>(before?.notice.area ?? draft?.area ?? null);
  const [areaWhole, setAreaWhole] = useState(true);
  const [expires, setExpires] = useState((updates ? before?.notice.expires : draft?.expires) ?? null);
  if (type === undefined || channel === undefined) return <p className="notice">{t('notices.no-channel-explain')}</p>;
  const post = desk?.party === party ? desk.id : (channel.lines[party]?.posts[0] ?? null);
  const said = Object.fromEntries(Object.entries(texts).filter(([, text]) => text?.headline.trim()));
  const set = (id: string) => (value: FieldValue | undefined) => setFields(without({ ...fields, [id]: value }));
  const send = () => {
    const found = faultsOf(fields, type.fields);
    setFaults(found);
    setTried(true);
    if (found.length > 0 || !areaWhole || Object.keys(said).length === 0) return;
    const content = { texts: said, fields, area, expires };
    void attempt(async () => {
      const detail =
        updates && before
          ? await act.mutateAsync({ id: before.id, party, of: before.of, body: { type: 'update', content } })
          : await issue.mutateAsync({
              ...{ type: type.id, mode, channel: channel.id, party, post, to: [], ...content },
              references: before === null ? [] : [before.id],
            });
      // The notice is out: what follows it must not lead anybody to send it twice.
      await go({ to: '/notices/$id', params: { id: detail.notice.id } });
      if (mode === 'normal') await onSent?.(detail.notice.id);
    });
  };
  const required = type.fields.required ?? [];
  const inputs = Object.entries(type.fields.properties ?? {}).sort(
    ([a], [b]) => Number(required.includes(b)) - Number(required.includes(a)),
  );
  return (
    <form
      className="issue-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {before === null && (
        <div className="issue-grid">
          <Choice
            label={t('notices.channel')}
            value={channel.id}
            values={channels.map(({ id }) => id)}
            name={(id) => say.channel(channels.find((one) => one.id === id) ?? channel)}
            onChange={setChannel}
          />
          <Choice
            label={t('notices.type')}
            value={type.id}
            values={types.map(({ id }) => id)}
            name={say.type}
            onChange={(id) => {
              setType(id);
              setFields({});
              setFaults([]);
            }}
          />
          {sides.length > 1 && (
            <Choice label={t('notices.for')} value={party} values={sides} name={say.party} onChange={setSide} />
          )}
        </div>
      )}
      {!updates && (
        <fieldset className="issue-mode" aria-label={t('notices.mode')}>
          {(['normal', 'exercise'] as const).map((one) => (
            <Button key={one} className="button" aria-pressed={mode === one} onPress={() => setMode(one)}>
              {t(`notices-show.${one}`)}
            </Button>
          ))}
          {mode === 'exercise' && <span className="soft">{t('notices.exercise-explain')}</span>}
        </fieldset>
      )}
      <TextsInput texts={texts} onChange={setTexts} />
      <div className="issue-grid" key={type.id}>
        {inputs.map(([id, schema]) => (
          <div key={id} className={schema['x-lines'] || schema.type === 'array' ? 'wide' : ''}>
            <FieldInput
              label={`${name(id, schema)}${required.includes(id) ? ' *' : ''}`}
              schema={schema}
              value={fields[id]}
              onChange={set(id)}
              zone={zone(party)}
            />
          </div>
        ))}
      </div>
      <AreaInput
        area={area}
        onChange={(next, whole) => {
          setArea(next);
          setAreaWhole(whole);
        }}
      />
      <div className="issue-grid">
        <FieldInput
          label={t('notices.expires')}
          schema={INSTANT}
          value={expires ?? undefined}
          onChange={(at) => setExpires(typeof at === 'string' ? at : null)}
          zone={zone(party)}
        />
      </div>
      <ClocksAhead channel={channel} type={type.id} />
      {tried && (faults.length > 0 || !areaWhole || Object.keys(said).length === 0) && (
        <ul className="failure-text" role="alert">
          {Object.keys(said).length === 0 && <li>{`${t('notices.headline')}: ${t('notice-rule.required')}`}</li>}
          {!areaWhole && <li>{`${t('notices.area')}: ${t('notice-rule.format')}`}</li>}
          {faults.map(({ path, rule }) => (
            <li key={path}>{`${pathText(path, type.fields, name)}: ${t(`notice-rule.${rule as 'required'}`)}`}</li>
          ))}
        </ul>
      )}
      <div className="issue-mode">
        <Button className="button primary" type="submit" isDisabled={issue.isPending || act.isPending}>
          {t(mode === 'exercise' ? 'notices.send-exercise' : 'notices.send')}
        </Button>
        <span className="soft">
          {say.party(party)} → {say.parties(channel.parties.filter((one) => one !== party))}
        </span>
      </div>
    </form>
  );
}

/** The first channel over which notices of a type go, else the first of all. */
function channelFor(channels: readonly ChannelRow[], type: string | null | undefined): ChannelRow | undefined {
  return channels.find(({ types }) => type && types.includes(type)) ?? channels[0];
}

/** What the form begins with: as it was sent where it changes a notice, the next number where it follows one of a series. */
function firstFields(before: NoticeRow | null, updates: boolean): NoticeFields {
  if (before === null) return {};
  const fields = before.notice.fields as NoticeFields;
  const series = noticeType(before.notice.type)?.series;
  return updates || series === undefined ? fields : { ...fields, [series]: Number(fields[series] ?? 0) + 1 };
}
