import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { languageName } from '../../../i18n/index.ts';
import type { Locale } from '../../../kernel/index.ts';
import { NOTICE_TYPES, noticeType } from '../../../notices/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { type ChannelRow, type PostRow, useDutyStep } from '../../data/notices.ts';
import { Choice } from '../../parts/choice.tsx';
import { FormWindow } from '../../parts/form-window.tsx';
import { lacking } from '../../parts/missing.tsx';
import { NamesField } from '../../parts/names-field.tsx';
import { useNoticeText } from '../../parts/notice-text.ts';
import { useTry } from '../../parts/use-try.ts';
import { WordsField } from '../../parts/words-field.tsx';

const NONE = '–';

type ChannelDeed = Parameters<typeof call<'actOnChannel'>>[1]['body']['body'];

/** Does something to a channel and reads the lists anew; true where it was done. */
function useChannelDeed(row: ChannelRow | null) {
  const attempt = useTry();
  const step = useDutyStep();
  return (body: ChannelDeed) =>
    attempt(() =>
      step(() => call('actOnChannel', { params: { id: row?.id ?? '' }, body: { version: row?.version ?? 0, body } })),
    );
}

/** Describes a channel, or begins one: a second hotline is a second entry. */
export function ChannelWindow({ row, onClose }: { readonly row: ChannelRow | null; readonly onClose: () => void }) {
  const { locale, t } = useSpeech();
  const say = useNoticeText();
  const attempt = useTry();
  const step = useDutyStep();
  const deed = useChannelDeed(row);
  const [names, setNames] = useState(row?.names ?? {});
  const [parties, setParties] = useState<readonly string[]>(row?.parties ?? []);
  const [types, setTypes] = useState<readonly string[]>(row?.types ?? []);
  const [commitments, setCommitments] = useState<readonly string[]>(row?.commitments ?? []);
  const codes = [...new Set(parties.map((one) => one.toUpperCase()).filter((one) => /^[A-Z]{2}$/.test(one)))];
  const given = Object.fromEntries(Object.entries(names).filter(([, name]) => name?.trim()));
  const ids = commitments.map((one) => one.replace(/^.*\/commitments\//, ''));
  const channel = { names: given, parties: codes, types: [...types], commitments: ids };
  const save = () =>
    row === null
      ? attempt(() => step(() => call('openChannel', { body: channel })))
      : deed({ type: 'describe', channel });
  return (
    <FormWindow
      title={t(row === null ? 'roster.new-channel' : 'roster.describe')}
      save={t('series.save')}
      missing={lacking(
        [Object.keys(given).length > 0, t('roster.name')],
        [codes.length > 1, t('series.parties')],
        [types.length > 0, t('roster.types')],
      )}
      onClose={onClose}
      onSave={save}
    >
      {([locale, ...(['vi', 'en', 'zh'] as const).filter((one) => one !== locale)] as Locale[]).map((one) => (
        <WordsField
          key={one}
          label={`${t('roster.name')} (${languageName(locale, one)})`}
          value={names[one] ?? ''}
          lang={one}
          onChange={(name) => setNames({ ...names, [one]: name })}
        />
      ))}
      <NamesField label={t('series.parties')} values={codes} name={say.party} onChange={setParties} />
      <NamesField
        label={t('roster.types')}
        values={types}
        suggestions={NOTICE_TYPES.map(({ id }) => id)}
        name={say.type}
        onChange={(values) => setTypes(values.filter((one) => noticeType(one) !== undefined))}
      />
      <NamesField label={t('roster.commitments')} values={commitments} onChange={setCommitments} />
    </FormWindow>
  );
}

/** Who stands at one end: posts in the order they are turned to, and the chief. */
export function LineWindow({
  row,
  party,
  posts,
  onClose,
}: {
  readonly row: ChannelRow;
  readonly party: string;
  readonly posts: readonly PostRow[];
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const say = useNoticeText();
  const deed = useChannelDeed(row);
  const own = posts.filter((post) => post.party === party);
  const [line, setLine] = useState<readonly string[]>(row.lines[party]?.posts ?? []);
  const [chief, setChief] = useState(row.lines[party]?.chief ?? NONE);
  const nameOf = (id: string) => own.find((post) => post.id === id)?.name ?? id;
  return (
    <FormWindow
      title={`${t('roster.set-line')} · ${say.party(party)}`}
      save={t('series.save')}
      onClose={onClose}
      onSave={() => deed({ type: 'line', party, line: { posts: [...line], chief: chief === NONE ? null : chief } })}
    >
      <fieldset className="form">
        <legend>{t('roster.order')}</legend>
        {own.map(({ id, name }) => {
          const place = line.indexOf(id);
          return (
            <Checkbox
              key={id}
              className="checkbox"
              isSelected={place >= 0}
              onChange={(on) => setLine(on ? [...line, id] : line.filter((one) => one !== id))}
            >
              <span className="checkbox-box" aria-hidden>
                ✓
              </span>
              {place >= 0 ? `${place + 1}. ${name}` : name}
            </Checkbox>
          );
        })}
      </fieldset>
      <Choice
        label={t('roster.chief-post')}
        value={chief}
        values={[NONE, ...own.map(({ id }) => id)]}
        name={nameOf}
        onChange={setChief}
      />
    </FormWindow>
  );
}

/** Puts a limit on the table; it counts once every side has agreed. */
export function LimitWindow({
  row,
  own,
  onClose,
}: {
  readonly row: ChannelRow;
  readonly own: readonly string[];
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const say = useNoticeText();
  const deed = useChannelDeed(row);
  const types = [...row.types, 'test-call'].filter((one, index, all) => all.indexOf(one) === index);
  const sides = row.parties.filter((party) => own.includes(party));
  const [of, setOf] = useState(types[0] ?? '');
  const clocks = (noticeType(of)?.clocks ?? []).filter(({ id }) => id !== 'before').map(({ id }) => id);
  const [clock, setClock] = useState<(typeof clocks)[number]>('acknowledge');
  const [party, setParty] = useState(sides[0] ?? '');
  const [minutes, setMinutes] = useState('');
  const [source, setSource] = useState('');
  const number = Number(minutes.replace(',', '.'));
  return (
    <FormWindow
      title={t('roster.propose-limit')}
      save={t('roster.propose-limit')}
      missing={lacking(
        [clocks.includes(clock), t('roster.clock')],
        [number > 0, t('roster.minutes')],
        [source.trim() !== '', t('roster.source')],
      )}
      onClose={onClose}
      onSave={() => deed({ type: 'propose-limit', party, of, clock, minutes: number, source })}
    >
      {sides.length > 1 && (
        <Choice label={t('notices.for')} value={party} values={sides} name={say.party} onChange={setParty} />
      )}
      <Choice label={t('notices.type')} value={of} values={types} name={say.type} onChange={setOf} />
      <Choice
        label={t('roster.clock')}
        value={clock}
        values={clocks}
        name={(one) => t(`notice-clock.${one}`)}
        onChange={setClock}
      />
      <WordsField label={t('roster.minutes')} value={minutes} onChange={setMinutes} />
      <WordsField label={t('roster.source')} value={source} onChange={setSource} />
    </FormWindow>
  );
}
