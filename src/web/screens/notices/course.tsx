import { useState } from 'react';
import { useSpeech } from '../../app/locale.tsx';
import { type NoticeDetail, useNoteOnNotice } from '../../data/notices.ts';
import { useSession } from '../../data/session.ts';
import { BothTimes } from '../../parts/both-times.tsx';
import { LinesField } from '../../parts/lines-field.tsx';
import { lacking } from '../../parts/missing.tsx';
import { useNoticeText } from '../../parts/notice-text.ts';
import { SendButton } from '../../parts/send-button.tsx';
import { useTry } from '../../parts/use-try.ts';

type Step = NoticeDetail['course'][number];

/** Everything that happened to a notice, by the clocks of both sides. */
export function Course({ detail, sides }: { readonly detail: NoticeDetail; readonly sides: readonly string[] }) {
  const { t } = useSpeech();
  const say = useNoticeText();
  const told = ({ body }: Step) => {
    const { told: posts } = body as { told?: readonly { name: string }[] };
    if (posts === undefined) return null;
    return posts.length === 0
      ? t('notices.told-nobody')
      : t('notices.told', { names: posts.map(({ name }) => name).join(', ') });
  };
  return (
    <section aria-labelledby="notice-course">
      <h2 id="notice-course">{t('notices.course')}</h2>
      <ol className="notice-course">
        {detail.course.map((step) => {
          const { text, postName } = step.body as { text?: string; postName?: string };
          return (
            <li key={step.id} className={step.body.type}>
              <p>
                <b>{t(`notice-step.${step.body.type}`)}</b>
                <span>
                  {say.party(step.party)}
                  {postName && ` · ${postName}`}
                </span>
              </p>
              {told(step) && <p className="failure-text">{told(step)}</p>}
              {text && (
                <p dir="auto" className="notice-words">
                  {text}
                </p>
              )}
              <p className="small soft">
                <BothTimes at={step.at} parties={sides} />
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Whom one's own side told, and whether the mail went out. */
export function Pages({ pages, sides }: { readonly pages: NoticeDetail['pages']; readonly sides: readonly string[] }) {
  const { t } = useSpeech();
  if (pages.length === 0) return null;
  return (
    <section aria-labelledby="notice-pages">
      <h2 id="notice-pages">{t('notices.pages')}</h2>
      <ul className="notice-course">
        {pages.map((page) => (
          <li key={page.id}>
            <p>
              <span>{page.name || t('notices.told-nobody')}</span>
              <span className="soft">{page.address}</span>
              <span className={page.mail === 'failed' || page.mail === 'nobody' ? 'failure-text' : 'soft'}>
                {t(`page-state.${page.mail}`)}
              </span>
            </p>
            {page.error && <p className="small failure-text">{page.error}</p>}
            <p className="small soft">
              <BothTimes
                at={new Date(page.made_at).toISOString()}
                parties={sides.filter((side) => side === page.party)}
              />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What one's own side notes; the other side never sees it. */
export function Notes({ detail }: { readonly detail: NoticeDetail }) {
  const { t } = useSpeech();
  const attempt = useTry();
  const own = useSession()?.seat?.party ?? detail.notice.notice.from.party;
  const { mutateAsync } = useNoteOnNotice();
  const [text, setText] = useState('');
  const add = () =>
    attempt(async () => {
      await mutateAsync({ id: detail.notice.id, party: own, text });
      setText('');
    });
  return (
    <section aria-labelledby="notice-notes" className="notice-notes">
      <h2 id="notice-notes">{t('notices.notes')}</h2>
      <p className="small soft">{t('notices.notes-explain')}</p>
      <ul className="notice-course">
        {detail.notes.map((note) => (
          <li key={note.id}>
            <p dir="auto" className="notice-words">
              {note.text}
            </p>
            <p className="small soft">
              <BothTimes at={note.at} parties={[note.party]} />
            </p>
          </li>
        ))}
      </ul>
      <LinesField label={t('notices.note')} rows={2} value={text} onChange={setText} />
      <SendButton
        className="button small"
        missing={lacking([text.trim() !== '', t('notices.note')])}
        onPress={() => void add()}
      >
        {t('notices.note-add')}
      </SendButton>
    </section>
  );
}
