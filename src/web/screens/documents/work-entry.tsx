import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { actorName, formatDate, formatList, languageName } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import type { Expression, OpenWork, Work } from '../../data/queries.ts';
import { useMay } from '../../data/session.ts';
import { CountLinks } from '../../parts/count-links.tsx';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { JoinForm } from './join-form.tsx';
import { CoverageLine, LinkedWorks, OpenInFile } from './open-points.tsx';
import { Proposals } from './proposals.tsx';
import { useSeparate } from './use-join-works.ts';
import { WorkForm } from './work-form.tsx';

/** Takes a work out of the lists, with a way back. */
function useWithdraw(work: Work) {
  const { t } = useSpeech();
  const say = useErrorText();
  const queries = useQueryClient();
  const after = {
    onSettled: () => void queries.invalidateQueries(),
    onError: (error: unknown) => toast({ text: say(error), tone: 'failure' }),
  };
  const restore = useMutation({
    ...after,
    mutationFn: (version: number) => call('restoreWork', { params: { id: work.id }, body: { version } }),
  });
  return useMutation({
    ...after,
    mutationFn: () => call('withdrawWork', { params: { id: work.id }, body: { version: work.version } }),
    onSuccess: ({ version }) =>
      toast({
        text: t('work.withdrawn', { title: work.title }),
        undo: { label: t('decide.undo'), run: () => restore.mutate(version) },
      }),
  });
}

function ExpressionLine({
  expression,
  open,
}: {
  readonly expression: Expression;
  readonly open: OpenWork['texts'][number] | undefined;
}) {
  const { locale, t } = useSpeech();
  return (
    <li className="expression">
      <Link to="/read/$expressionId" params={{ expressionId: expression.id }} className="expression-language">
        {languageName(locale, expression.language)}
      </Link>
      <div>
        <CountLinks counts={expression.counts} narrowed={{ expression: [expression.id] }} />
        {open && <OpenInFile open={open} />}
      </div>
      <CoverageLine coverage={expression.coverage} id={expression.id} doubtful={open?.doubtful ?? 0} />
      <span className="small soft expression-file">
        <a href={`/api/expressions/${encodeURIComponent(expression.id)}/file`} download={expression.file}>
          {expression.file}
        </a>
        {expression.version > 1 && ` · ${t('documents.version', { version: expression.version })}`}
      </span>
    </li>
  );
}

/** A work with its language versions, and what is to be done with it. */
export function WorkEntry({ work, open }: { readonly work: Work; readonly open: OpenWork | undefined }) {
  const { locale, t } = useSpeech();
  const may = useMay('decide');
  const [editing, setEditing] = useState(false);
  const [joining, setJoining] = useState(false);
  const withdraw = useWithdraw(work);
  const separate = useSeparate(work);
  const [first, second] = work.expressions;
  const act = (key: string) => {
    if (key === 'edit') setEditing(true);
    else if (key === 'join') setJoining(true);
    else if (key === 'withdraw') withdraw.mutate();
    else {
      const expression = work.expressions.find(({ id }) => id === key);
      if (expression) separate.mutate(expression);
    }
  };
  const parties = formatList(
    locale,
    work.parties.map((party) => actorName(locale, party)),
  );
  return (
    <li className="work">
      <div className="work-head">
        <h2 dir="auto">
          {first ? (
            <Link to="/read/$expressionId" params={{ expressionId: first.id }}>
              {work.title}
            </Link>
          ) : (
            work.title
          )}
        </h2>
        <MenuTrigger>
          <Button className="button quiet icon small" aria-label={t('work.actions', { title: work.title })}>
            <Ellipsis size={16} aria-hidden />
          </Button>
          <Popover className="popover" placement="bottom end">
            <Menu className="options" onAction={(key) => act(String(key))}>
              {may && (
                <MenuItem id="edit" className="option">
                  {t('work.edit')}
                </MenuItem>
              )}
              {may && (
                <MenuItem id="join" className="option">
                  {t('work.join')}
                </MenuItem>
              )}
              {work.expressions.map(({ id, language, file }) => (
                <MenuItem
                  key={`akn ${id}`}
                  className="option"
                  href={`/api/expressions/${encodeURIComponent(id)}/akn`}
                  download={`${file.replace(/\.[^.]+$/, '')}.akn`}
                >
                  {t('documents.save-akn', { language: languageName(locale, language) })}
                </MenuItem>
              ))}
              {may &&
                second &&
                work.expressions.map(({ id, language }) => (
                  <MenuItem key={id} id={id} className="option">
                    {t('work.separate', { language: languageName(locale, language) })}
                  </MenuItem>
                ))}
              {may && (
                <MenuItem id="withdraw" className="option">
                  {t('work.withdraw')}
                </MenuItem>
              )}
            </Menu>
          </Popover>
        </MenuTrigger>
      </div>
      <p className="facts soft">
        <span>{work.date ? formatDate(locale, work.date) : t('work.no-date')}</span>
        <span>{t(`work-type.${work.type}`)}</span>
        {parties !== '' && <span>{parties}</span>}
        {first && second && (
          <Link className="versions-link" to="/versions/$a/$b" params={{ a: first.id, b: second.id }}>
            {t('versions.open')}
          </Link>
        )}
        {work.demonstration && <span className="badge">{t('work.demonstration')}</span>}
        {work.side !== null && (
          <span className="badge">{t('work.side-own', { party: actorName(locale, work.side) })}</span>
        )}
      </p>
      <ul className="expressions">
        {work.expressions.map((expression) => (
          <ExpressionLine
            key={expression.id}
            expression={expression}
            open={open?.texts.find(({ expressionId }) => expressionId === expression.id)}
          />
        ))}
      </ul>
      {open && open.links.length > 0 && <LinkedWorks links={open.links} />}
      {may && <Proposals work={work} />}
      {joining && <JoinForm work={work} onClose={() => setJoining(false)} />}
      {editing && <WorkForm work={work} onClose={() => setEditing(false)} />}
    </li>
  );
}
