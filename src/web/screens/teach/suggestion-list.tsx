import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { type LessonEntry, type Suggestion, suggestionsQuery } from '../../data/lessons.ts';
import { Failure } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { LessonName } from './lesson-name.tsx';

/** Sets suggestions aside and takes them up again, with a way back. */
function useAside(): (one: Suggestion, aside: boolean) => void {
  const { t } = useSpeech();
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ one: { relation, key }, aside }: { one: Suggestion; aside: boolean }) =>
      call('setSuggestionAside', { body: { relation, key, aside } }),
    onSuccess: (answer, { one, aside }) => {
      queries.setQueryData(suggestionsQuery.queryKey, answer);
      const undo = { label: t('teach.take-back'), run: () => mutate({ one, aside: !aside }) };
      toast({ text: t(aside ? 'suggestion.was-set-aside' : 'suggestion.was-taken-up'), group: 'suggestion', undo });
    },
  });
  return (one, aside) => mutate({ one, aside });
}

function Evidence({ one }: { readonly one: Suggestion }) {
  const { t } = useSpeech();
  return (
    <Disclosure className="suggestion-evidence">
      <Heading>
        <Button slot="trigger" className="link-button small">
          {t('suggestion.show-decisions', { count: one.count })}
        </Button>
      </Heading>
      <DisclosurePanel>
        <ul>
          {one.evidence.map(({ id, title, language, quote }) => (
            <li key={id}>
              <Link to="/commitments/$id" params={{ id }} lang={language} dir="auto">
                {quote}
              </Link>
              <span className="small soft">{title}</span>
            </li>
          ))}
          {one.count > one.evidence.length && (
            <li className="small soft">{t('suggestion.more', { count: one.count - one.evidence.length })}</li>
          )}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}

function OneSuggestion({
  one,
  busy,
  onPreview,
  onAside,
}: {
  readonly one: Suggestion;
  readonly busy: boolean;
  readonly onPreview: (entry: LessonEntry) => void;
  readonly onAside: (aside: boolean) => void;
}) {
  const { t } = useSpeech();
  const why = t(`suggestion.${one.cause}`, { count: one.count });
  const entry = { lesson: one.lesson, why, example: one.evidence[0]?.quote.slice(0, 2000) ?? '' };
  return (
    <li className="lesson">
      <div>
        <LessonName lesson={one.lesson} />
        <p className="small soft">
          {why}
          {one.against > 0 && ` · ${t('suggestion.against', { count: one.against })}`}
        </p>
        <Evidence one={one} />
      </div>
      <div className="lesson-actions">
        {one.aside ? (
          <Button className="button small" onPress={() => onAside(false)}>
            {t('suggestion.take-up')}
          </Button>
        ) : (
          <>
            <Button className="button small primary" isDisabled={busy} onPress={() => onPreview(entry)}>
              {t('suggestion.preview')}
            </Button>
            <Button className="button small" onPress={() => onAside(true)}>
              {t('suggestion.set-aside')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

/** Lessons that the decisions on a relation's documents speak for, with the decisions; those set aside at the end. */
export function SuggestionList({
  relation,
  busy,
  onPreview,
}: {
  readonly relation: string;
  readonly busy: boolean;
  readonly onPreview: (entry: LessonEntry) => void;
}) {
  const { t } = useSpeech();
  const setAside = useAside();
  const { data, error, refetch } = useQuery(suggestionsQuery);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  const own = (data?.suggestions ?? []).filter((one) => one.relation === relation);
  const [open, aside] = [own.filter((one) => !one.aside), own.filter((one) => one.aside)];
  const row = (one: Suggestion) => (
    <OneSuggestion key={one.key} one={one} busy={busy} onPreview={onPreview} onAside={(next) => setAside(one, next)} />
  );
  return (
    <section className="teach-part" aria-labelledby="suggested">
      <h2 id="suggested">{t('suggestion.title', { count: open.length })}</h2>
      {data && open.length === 0 && <p className="soft">{t('suggestion.none')}</p>}
      <ul className="lessons">{open.map(row)}</ul>
      {aside.length > 0 && (
        <Disclosure>
          <Heading>
            <Button slot="trigger" className="link-button small">
              {t('suggestion.aside', { count: aside.length })}
            </Button>
          </Heading>
          <DisclosurePanel>
            <ul className="lessons">{aside.map(row)}</ul>
          </DisclosurePanel>
        </Disclosure>
      )}
    </section>
  );
}
