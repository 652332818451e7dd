import { Checkbox } from 'react-aria-components';
import { languageName } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { PublishingItem } from '../../data/publishing.ts';
import { fieldName } from './field-choice.tsx';

/** An item with what is public of it, and how it would be read. */
export function ItemRow({
  work,
  item,
  fields,
  chosen,
  onChoose,
}: {
  readonly work: string;
  readonly item: PublishingItem;
  /** Chosen for its kind. */
  readonly fields: readonly string[];
  readonly chosen: boolean;
  readonly onChoose: (on: boolean) => void;
}) {
  const { t, locale } = useSpeech();
  const open = item.state === 'public' || item.state === 'changed';
  const name = item.kind === 'text' && item.language ? languageName(locale, item.language) : item.title;
  const query = new URLSearchParams({ kind: item.kind, item: item.item, fields: fields.join(','), locale });
  return (
    <li className="publishing-item">
      <Checkbox
        className="checkbox"
        isSelected={chosen}
        isDisabled={item.bar !== null && !open}
        onChange={onChoose}
        aria-label={name}
      >
        <span className="checkbox-box">✓</span>
      </Checkbox>
      <div>
        <span lang={item.language && item.kind === 'commitment' ? item.language : undefined} dir="auto">
          {name}
        </span>
        <span className="soft small publishing-of">
          {item.path !== '' && <span>{item.path}</span>}
          <span className={`publishing-state ${item.state}`}>{t(`publishing-state.${item.state}`)}</span>
          {item.bar && <span>{t(`publishing-bar.${item.bar}`)}</span>}
          {open && item.fields.length > 0 && <span>{item.fields.map((field) => fieldName(t, field)).join(', ')}</span>}
          {open && (
            <a href={`/public/${locale}/${item.id}`} target="_blank" rel="noreferrer">
              {t('publishing.look')}
            </a>
          )}
          {item.bar === null && (
            <a href={`/api/publishing/${work}/preview?${query}`} target="_blank" rel="noreferrer">
              {t('publishing.preview')}
            </a>
          )}
        </span>
      </div>
    </li>
  );
}
