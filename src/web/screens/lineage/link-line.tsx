import { Check, Ellipsis, Undo2, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { formatPercent, hasMessage, linkSentence } from '../../../i18n/index.ts';
import { RELATIONS, type Relation } from '../../../vocabulary/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { LineageLink } from '../../data/lineage.ts';
import { useMay } from '../../data/session.ts';
import { DecisionMark } from '../../parts/decision-mark.tsx';
import { useLinkDecisions } from './use-link-decisions.ts';

/** What moved, in plain words. */
export function useLinkSentence(): (link: LineageLink) => string {
  const { locale } = useSpeech();
  return (link) => linkSentence(locale, { ...link, person: link.decision === 'corrected' || link.origin === 'person' });
}

function Act({
  label,
  onPress,
  children,
}: {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" className="button quiet icon small" aria-label={label} title={label} onClick={onPress}>
      {children}
    </button>
  );
}

/** Another relation for a link. A list has hundreds of links: the menu of one is made when it is asked for. */
function RelationMenu({
  link,
  onCorrect,
}: {
  readonly link: LineageLink;
  readonly onCorrect: (relation: Relation) => void;
}) {
  const { t } = useSpeech();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <button
        type="button"
        className="button quiet icon small"
        aria-label={t('link.relation')}
        aria-haspopup="menu"
        onClick={() => setAsked(true)}
      >
        <Ellipsis size={14} aria-hidden />
      </button>
    );
  }
  return (
    <MenuTrigger defaultOpen>
      <Button className="button quiet icon small" aria-label={t('link.relation')}>
        <Ellipsis size={14} aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="options"
          aria-label={t('link.relation')}
          selectionMode="single"
          selectedKeys={[link.relation]}
          onAction={(key) => onCorrect(key as Relation)}
        >
          {RELATIONS.map((relation) => (
            <MenuItem key={relation} id={relation} className="option">
              {t(`relation.${relation}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Confirm, set aside, give another relation, take back. */
export function LinkActions({ link }: { readonly link: LineageLink }) {
  const { t } = useSpeech();
  const decide = useLinkDecisions();
  const may = useMay('decide');
  if (!may) return null;
  const decided = link.decision === 'confirmed' || link.decision === 'corrected';
  return (
    <span className="link-actions">
      {!decided && (
        <Act label={t('link.confirm')} onPress={() => void decide(link, { type: 'confirm' })}>
          <Check size={14} aria-hidden />
        </Act>
      )}
      {link.decision !== 'rejected' && (
        <Act label={t('link.reject')} onPress={() => void decide(link, { type: 'reject' })}>
          <X size={14} aria-hidden />
        </Act>
      )}
      {link.canUndo && (
        <Act label={t('decide.undo')} onPress={() => void decide(link, { type: 'undo' })}>
          <Undo2 size={14} aria-hidden />
        </Act>
      )}
      <RelationMenu link={link} onCorrect={(relation) => void decide(link, { type: 'correct', relation })} />
    </span>
  );
}

/** A rule's sentence with the words it rests on. */
function useReason(): (reason: { readonly rule: string; readonly words: string }) => string {
  const { t } = useSpeech();
  return ({ rule, words }) => {
    const id = `lineage-rule.${rule}`;
    const said = hasMessage(id) ? t(id) : rule;
    return words === '' ? said : `${said}: ${words}`;
  };
}

/**
 * How a commitment goes on: the relation, what moved, how likely, and why. Of two that only perhaps belong together
 * nothing is said of what moved between them.
 */
export function LinkLine({ link, doubtful = false }: { readonly link: LineageLink; readonly doubtful?: boolean }) {
  const { locale, t } = useSpeech();
  const sentence = useLinkSentence();
  const reason = useReason();
  const byPerson = link.origin === 'person';
  return (
    <div className={`link-line ${doubtful ? 'doubtful' : link.relation}`}>
      <span className="relation">{doubtful ? t('link.doubtful') : t(`relation.${link.relation}`)}</span>
      <span className="link-said" dir="auto">
        {doubtful || link.relation === 'localised' ? '' : sentence(link)}
      </span>
      <LinkActions link={link} />
      <details className="link-why">
        <summary>
          {t('link.why')}
          {link.decision === 'undecided' ? (
            <span className="soft"> · {t('link.likelihood', { share: formatPercent(locale, link.score) })}</span>
          ) : (
            <DecisionMark decision={link.decision} />
          )}
        </summary>
        {byPerson ? (
          <p>{t('link.by-person')}</p>
        ) : (
          <ul>
            {link.why.map((one) => (
              <li key={one.rule} dir="auto">
                {reason(one)}
              </li>
            ))}
          </ul>
        )}
      </details>
    </div>
  );
}
