import { languageName } from '../../../i18n/index.ts';
import { direction, type Language } from '../../../kernel/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { EntityDetail } from '../../data/entities.ts';
import { useEntityText } from '../../parts/entity-text.ts';

const LANGUAGES = ['vi', 'en', 'zh', 'fa'] as const satisfies readonly Language[];

function Forms({ names }: { readonly names: EntityDetail['fields']['names'] }) {
  const { locale, t } = useSpeech();
  return (
    <dl className="entity-names">
      {LANGUAGES.map((language) => (
        <div key={language}>
          <dt>{languageName(locale, language)}</dt>
          <dd lang={language} dir={names[language] ? direction(language) : undefined}>
            {names[language]?.map((form) => <span key={form}>{form}</span>) ?? (
              <span className="soft" lang={locale}>
                {t('entity.no-language')}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What an entry is called in each language; a gate on either side. */
export function Names({ detail }: { readonly detail: EntityDetail }) {
  const { t } = useSpeech();
  const say = useEntityText();
  const { sides, names } = detail.fields;
  return (
    <section aria-labelledby="names">
      <h2 id="names">{t('entity.names')}</h2>
      {sides === null ? (
        <Forms names={names} />
      ) : (
        <div className="entity-sides">
          {sides.map((side) => (
            <div key={JSON.stringify(side.names)}>
              <h3>{say.partyName(side.party)}</h3>
              <Forms names={side.names} />
            </div>
          ))}
        </div>
      )}
    </section>
  );
}
