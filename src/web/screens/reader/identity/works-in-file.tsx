import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import type { Span } from '../../../../kernel/index.ts';
import { useSpeech } from '../../../app/locale.tsx';
import { Decides } from '../../../parts/decides.tsx';
import type { Decision, Identity } from './use-identity.ts';

/** The other works of the same file, to go to or to make one again; and places where another may begin. */
export function WorksInFile({
  identity: { links, cuts, part },
  show,
  decide,
}: {
  readonly identity: Identity;
  readonly show: (span: Span) => void;
  readonly decide: (decision: Decision, text: string) => void;
}) {
  const { t } = useSpeech();
  const carried = links.filter(({ carries }) => carries);
  return (
    <ul className="works-in-file">
      {links.map(({ workId, title, relation, carries, expressionId }) => (
        <li key={workId}>
          <span className="soft">
            {carries ? t(`identity.carries.${relation}`) : t(`identity.carried.${relation}`)}
          </span>{' '}
          {expressionId ? (
            <Link to="/read/$expressionId" params={{ expressionId }} dir="auto">
              {title}
            </Link>
          ) : (
            title
          )}
          {carries && workId === carried[0]?.workId && (
            <Decides>
              {' '}
              <Button className="button quiet small" onPress={() => decide({ type: 'merge' }, t('identity.merged'))}>
                {t('identity.merge')}
              </Button>
            </Decides>
          )}
        </li>
      ))}
      {part === null &&
        cuts.map(({ at, words, span, signs, relation }) => (
          <li key={at}>
            <span className="soft">{t('identity.cut')}</span>{' '}
            <Button className="quote-link" onPress={() => show(span)}>
              <q dir="auto">{words}</q>
            </Button>
            <span className="small soft">
              {signs.map((sign) => t(`identity.cut.${sign}` as 'identity.cut')).join(' · ')}
            </span>
            <Decides>
              {' '}
              <Button
                className="button small"
                onPress={() => decide({ type: 'split', at, relation }, t('identity.split-done'))}
              >
                {t('identity.split')}
              </Button>
            </Decides>
          </li>
        ))}
    </ul>
  );
}
