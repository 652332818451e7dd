import { useQuery } from '@tanstack/react-query';
import { formatDate, formatInstant } from '../../../i18n/index.ts';
import { PAPERS } from '../../../server/contract/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useHand } from '../../data/hands.ts';
import { layoutsQuery, type MadePaper, papersQuery } from '../../data/papers.ts';
import { Empty, Failure } from '../../parts/states.tsx';

function Row({ paper, country }: { readonly paper: MadePaper; readonly country: string | null }) {
  const { locale, t } = useSpeech();
  const hand = useHand();
  const kind = PAPERS.find((one) => one === paper.kind);
  return (
    <tr>
      <td data-label={t('papers.number')}>
        {paper.number === null ? t('papers.unnumbered') : `${paper.number} · ${paper.notation}`}
      </td>
      <td>
        <b dir="auto">{paper.title}</b>
        <span className="small soft paper-about">
          {kind && t(`paper.type-${kind}`)} · <span dir="auto">{paper.issuer}</span>
          {paper.date && <> · {formatDate(locale, paper.date)}</>}
        </span>
      </td>
      <td className="small soft">
        {hand(paper.made_by)}, {formatInstant(locale, paper.made_at)}
        <code className="paper-hash" title={paper.docx_sha256}>
          {paper.docx_sha256.slice(0, 12)}
        </code>
      </td>
      <td className="paper-files">
        {(['docx', 'pdf'] as const).map((format) => (
          <a key={format} href={`/api/papers/${paper.id}/paper.${format}`} download>
            {format === 'docx' ? 'Word' : 'PDF'}
          </a>
        ))}
        {country === 'VN' && (
          <a href={`/api/papers/${paper.id}/paper.edxml`} title={t('papers.edxml-unverified')} download>
            edXML
          </a>
        )}
      </td>
    </tr>
  );
}

/** The papers that were made: each as it left, with its number, its hash, who made it and when. */
export function MadeList() {
  const { t } = useSpeech();
  const { data, error, refetch } = useQuery(papersQuery);
  const layouts = new Map(useQuery(layoutsQuery).data?.map((layout) => [layout.id, layout]));
  return (
    <section className="paper-made">
      <h2>{t('papers.made')}</h2>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {data?.length === 0 && <Empty title={t('papers.none-made')} />}
      {data && data.length > 0 && (
        <table className="paper-table">
          <thead>
            <tr>
              <th scope="col">{t('papers.number')}</th>
              <th scope="col">{t('papers.title-column')}</th>
              <th scope="col">{t('papers.made-by')}</th>
              <th scope="col">{t('papers.files')}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((paper) => (
              <Row key={paper.id} paper={paper} country={layouts.get(paper.layout)?.country ?? null} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
