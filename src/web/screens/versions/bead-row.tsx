import { Link2, Unlink } from 'lucide-react';
import { memo } from 'react';
import { Button } from 'react-aria-components';
import { hasMessage } from '../../../i18n/index.ts';
import { direction } from '../../../kernel/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { Bead, Finding, Side, Versions } from '../../data/versions.ts';
import { markPassage } from './mark-passage.ts';
import type { Comparison, LinkEnd } from './use-comparison.ts';

interface RowProps {
  readonly versions: Versions;
  readonly bead: Bead;
  readonly findings: readonly Finding[];
  /** Key of the chosen finding, where it is of this row. */
  readonly chosen: string | null;
  readonly end: LinkEnd | null;
  readonly onChoose: (key: string) => void;
  readonly onPick: (end: LinkEnd) => void;
  readonly onUnlink: Comparison['unlink'];
}

function Passage({ index, side, props }: { readonly index: number; readonly side: Side; readonly props: RowProps }) {
  const { t } = useSpeech();
  const { versions, findings, chosen, end, onChoose, onPick } = props;
  const { text, passages } = versions[side];
  const passage = passages[index];
  if (!passage) return null;
  const { stretches, whole } = markPassage(passage.span, findings, side);
  const picked = end?.side === side && end.passage === index;
  const wholeLit = whole.some(({ key }) => key === chosen);
  return (
    <div className={`version-passage ${passage.role}${picked ? ' picked' : ''}${wholeLit ? ' lit' : ''}`}>
      <p lang={passage.language === 'und' ? undefined : passage.language} dir={direction(passage.language)}>
        {stretches.map((stretch) => {
          const words = text.slice(stretch.start, stretch.end);
          const [top] = stretch.findings;
          if (!top) return <span key={stretch.start}>{words}</span>;
          const lit = stretch.findings.some(({ key }) => key === chosen);
          const judged = top.judgement?.verdict === 'false' ? ' dismissed' : '';
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the worklist and its keys lead to every finding
            <mark
              key={stretch.start}
              className={`finding-mark ${top.severity}${lit ? ' lit' : ''}${judged}`}
              onClick={() => onChoose(top.key)}
            >
              {words}
            </mark>
          );
        })}
      </p>
      <Button
        className="link-handle"
        aria-label={t(end && end.side !== side ? 'versions.link-end' : 'versions.link-start')}
        aria-pressed={picked}
        onPress={() => onPick({ side, passage: index })}
      >
        <Link2 size={13} aria-hidden />
      </Button>
    </div>
  );
}

function Cell({ side, props }: { readonly side: Side; readonly props: RowProps }) {
  const { t } = useSpeech();
  const { bead, versions } = props;
  const language = versions[side].expression.language;
  return (
    <div className={`version-cell ${side}`} dir={direction(language)}>
      {bead[side].map((index) => (
        <Passage key={index} index={index} side={side} props={props} />
      ))}
      {bead[side].length === 0 && <p className="no-partner small soft">{t('versions.no-partner')}</p>}
    </div>
  );
}

/** What the link rests on, for the pointer. */
function useReasons({ why }: Bead): string {
  const { t } = useSpeech();
  return why
    .map(({ sign, a, b }) => {
      const id = `bead-sign.${sign}`;
      const name = hasMessage(id) ? t(id) : sign;
      return a === '' && b === '' ? name : `${name}: ${a} – ${b}`;
    })
    .join('\n');
}

function Gutter({ bead, onUnlink }: Pick<RowProps, 'bead' | 'onUnlink'>) {
  const { t } = useSpeech();
  const reasons = useReasons(bead);
  if (bead.a.length === 0 || bead.b.length === 0) return <div className="version-gutter lone" aria-hidden="true" />;
  const label =
    bead.origin === 'person'
      ? t('versions.bead-person')
      : t('versions.bead', { percent: Math.round(bead.score * 100) });
  return (
    <div className={`version-gutter ${bead.origin}${bead.score < 0.5 ? ' doubtful' : ''}`}>
      <span title={reasons === '' ? label : `${label}\n${reasons}`}>
        <Button className="bead-link" aria-label={label} onPress={() => onUnlink(bead)}>
          <Link2 size={13} aria-hidden className="joined" />
          <Unlink size={13} aria-hidden className="parting" />
        </Button>
      </span>
      {bead.moved && <span className="moved small">{t('versions.moved')}</span>}
    </div>
  );
}

/** Passages that translate each other, side by side. Drawn again only when something in it changed. */
export const BeadRow = memo(function BeadRow(props: RowProps) {
  const { bead, findings } = props;
  const worst = (['critical', 'major', 'minor'] as const).find((severity) =>
    findings.some((one) => one.severity === severity && one.judgement?.verdict !== 'false'),
  );
  const lone = bead.a.length === 0 || bead.b.length === 0;
  return (
    <div className={`bead-row${worst ? ` ${worst}` : ''}${lone ? ' lone' : ''}${props.chosen ? ' chosen' : ''}`}>
      <Cell side="a" props={props} />
      <Gutter bead={bead} onUnlink={props.onUnlink} />
      <Cell side="b" props={props} />
    </div>
  );
});
