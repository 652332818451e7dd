import { useState } from 'react';
import { Button } from 'react-aria-components';
import { instantOf, isZone, wallTime, zoneOfParty } from '../../../notices/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { type PostRow, useDutyStep } from '../../data/notices.ts';
import { useSession } from '../../data/session.ts';
import { DayField } from '../../parts/day-field.tsx';
import { FormWindow } from '../../parts/form-window.tsx';
import { LinesField } from '../../parts/lines-field.tsx';
import { lacking } from '../../parts/missing.tsx';
import { useTry } from '../../parts/use-try.ts';
import { WordsField } from '../../parts/words-field.tsx';

type Roster = NonNullable<PostRow['roster']>;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Describes a desk, or begins one. */
export function PostWindow({ row, onClose }: { readonly row: PostRow | null; readonly onClose: () => void }) {
  const { t } = useSpeech();
  const attempt = useTry();
  const step = useDutyStep();
  const own = useSession()?.seat?.party ?? null;
  const [party, setParty] = useState(row?.party ?? own ?? '');
  const [name, setName] = useState(row?.name ?? '');
  const [phone, setPhone] = useState(row?.phone ?? '');
  const [mail, setMail] = useState(row?.mail ?? '');
  const [zone, setZone] = useState(
    row?.zone ?? (own ? zoneOfParty(own) : Intl.DateTimeFormat().resolvedOptions().timeZone),
  );
  const post = { party: party.toUpperCase(), unit: row?.unit ?? null, name, phone, mail: mail.trim(), zone };
  const save = () =>
    attempt(() =>
      step(() =>
        row === null
          ? call('openPost', { body: post })
          : call('actOnPost', {
              params: { id: row.id },
              body: { version: row.version, body: { type: 'describe', post } },
            }),
      ),
    );
  return (
    <FormWindow
      title={t(row === null ? 'roster.new-post' : 'roster.describe')}
      save={t('series.save')}
      missing={lacking(
        [/^[A-Z]{2}$/.test(post.party), t('roster.party')],
        [name.trim() !== '', t('roster.name')],
        [isZone(zone), t('roster.zone')],
      )}
      onClose={onClose}
      onSave={save}
    >
      {row === null && own === null && <WordsField label={t('roster.party')} value={party} onChange={setParty} />}
      <WordsField label={t('roster.name')} value={name} onChange={setName} />
      <div className="form-pair">
        <WordsField label={t('roster.phone')} value={phone} onChange={setPhone} />
        <WordsField label={t('roster.mail')} value={mail} onChange={setMail} />
      </div>
      <WordsField label={t('roster.zone')} value={zone} onChange={setZone} />
      <p className="small soft">{t('roster.no-persons')}</p>
    </FormWindow>
  );
}

/** Plans turns that follow one another without a gap. */
export function RotationWindow({ row, onClose }: { readonly row: PostRow; readonly onClose: () => void }) {
  const { t } = useSpeech();
  const attempt = useTry();
  const step = useDutyStep();
  const roster = row.roster as Roster;
  const end = roster.shifts.at(-1)?.until ?? null;
  const start = wallTime(end ?? new Date().toISOString(), row.zone);
  const [day, setDay] = useState<string | null>(start.day);
  const [time, setTime] = useState(end === null ? '08:00' : start.time);
  const [hours, setHours] = useState('12');
  const [days, setDays] = useState('14');
  const [people, setPeople] = useState('');
  const turns = people.split('\n').flatMap((line) => {
    const [name = '', mail = ''] = line.split(/[;,]/).map((part) => part.trim());
    return name === '' ? [] : [{ name, mail }];
  });
  const missing = lacking(
    [day !== null, t('roster.from-day')],
    [TIME.test(time), t('roster.from-time')],
    [Number(hours) > 0, t('roster.hours')],
    [Number(days) > 0, t('roster.days')],
    [turns.length > 0, t('roster.people')],
  );
  const save = () =>
    attempt(() =>
      step(() => {
        const rotation = { day: day ?? '', time, hours: Number(hours), days: Number(days), people: turns };
        return call('actOnRoster', {
          params: { id: row.id },
          body: { version: roster.version, body: { type: 'rotate', rotation } },
        });
      }),
    );
  return (
    <FormWindow title={t('roster.plan')} save={t('roster.plan')} missing={missing} onClose={onClose} onSave={save}>
      <div className="form-pair">
        <DayField label={t('roster.from-day')} value={day} onChange={setDay} />
        <WordsField label={t('roster.from-time')} value={time} onChange={setTime} />
      </div>
      <div className="form-pair">
        <WordsField label={t('roster.hours')} value={hours} onChange={setHours} />
        <WordsField label={t('roster.days')} value={days} onChange={setDays} />
      </div>
      <LinesField label={t('roster.people')} value={people} rows={4} onChange={setPeople} />
      <p className="small soft">{t('roster.own-side')}</p>
    </FormWindow>
  );
}

/** One turn: added, changed or taken out. */
export function ShiftWindow({
  row,
  shift,
  onClose,
}: {
  readonly row: PostRow;
  readonly shift: Roster['shifts'][number] | null;
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const attempt = useTry();
  const step = useDutyStep();
  const roster = row.roster as Roster;
  const gap = roster.gaps[0];
  const known = (instant: string | undefined) => {
    const { day, time } = wallTime(instant ?? new Date().toISOString(), row.zone);
    return `${day}T${time}`;
  };
  const [from, setFrom] = useState(known(shift?.from ?? gap?.from));
  const [until, setUntil] = useState(known(shift?.until ?? gap?.until));
  const [name, setName] = useState(shift?.name ?? '');
  const [mail, setMail] = useState(shift?.mail ?? '');
  const at = (local: string) => instantOf(local.slice(0, 10), local.slice(11, 16), row.zone);
  const send = (body: Parameters<typeof call<'actOnRoster'>>[1]['body']['body']) =>
    attempt(() => step(() => call('actOnRoster', { params: { id: row.id }, body: { version: roster.version, body } })));
  const save = () => {
    const turn = { from: at(from), until: at(until), name, mail: mail.trim() };
    return send(shift === null ? { type: 'add', shift: turn } : { type: 'change', shift: { ...turn, id: shift.id } });
  };
  return (
    <FormWindow
      title={t(shift === null ? 'roster.add-turn' : 'roster.change-turn')}
      save={t('series.save')}
      missing={lacking(
        [from !== '', t('roster.from')],
        [until !== '' && from < until, t('roster.until')],
        [name.trim() !== '', t('roster.who')],
      )}
      onClose={onClose}
      onSave={save}
    >
      <div className="form-pair">
        <label className="field">
          <span>{t('roster.from')}</span>
          <input
            className="field-input"
            type="datetime-local"
            value={from}
            onChange={({ target }) => setFrom(target.value)}
          />
        </label>
        <label className="field">
          <span>{t('roster.until')}</span>
          <input
            className="field-input"
            type="datetime-local"
            value={until}
            onChange={({ target }) => setUntil(target.value)}
          />
        </label>
      </div>
      <div className="form-pair">
        <WordsField label={t('roster.who')} value={name} onChange={setName} />
        <WordsField label={t('roster.mail')} value={mail} onChange={setMail} />
      </div>
      <p className="small soft">{row.zone}</p>
      {shift && (
        <Button
          className="button small"
          onPress={() => void send({ type: 'drop', shift: shift.id }).then((done) => done && onClose())}
        >
          {t('roster.drop-turn')}
        </Button>
      )}
    </FormWindow>
  );
}
