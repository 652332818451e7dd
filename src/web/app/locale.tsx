import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { LOCALE_TAGS, learnBodyNames, type SaidName, type Translate, translator } from '../../i18n/index.ts';
import { LOCALES, type Locale } from '../../kernel/index.ts';
import { recall, remember } from './memory.ts';

interface Speech {
  readonly locale: Locale;
  readonly t: Translate;
  readonly setLocale: (locale: Locale) => void;
  /** Makes known what texts call bodies, and says everything again. */
  readonly learn: (names: readonly SaidName[]) => void;
}

const SpeechContext = createContext<Speech | null>(null);

/** The language of the last visit, else the first of the browser's that the product speaks, else English. */
function firstLocale(): Locale {
  const wanted = [recall('locale'), ...navigator.languages.map((tag) => tag.split('-')[0])];
  return wanted.find((tag): tag is Locale => (LOCALES as readonly (string | null | undefined)[]).includes(tag)) ?? 'en';
}

/** Gives everything below it one language, and the page its `lang`. */
export function SpeechProvider({ children }: { readonly children: ReactNode }) {
  const [locale, setLocale] = useState(firstLocale);
  useEffect(() => {
    document.documentElement.lang = locale;
    remember('locale', locale);
  }, [locale]);
  const [names, setNames] = useState<readonly SaidName[]>([]);
  const learn = useCallback((heard: readonly SaidName[]) => {
    learnBodyNames(heard);
    setNames(heard);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: names are said by `actorName`, which is told them above
  const speech = useMemo(() => ({ locale, t: translator(locale), setLocale, learn }), [locale, learn, names]);
  return (
    <I18nProvider locale={LOCALE_TAGS[locale]}>
      <SpeechContext value={speech}>{children}</SpeechContext>
    </I18nProvider>
  );
}

/** The language of the page and `t`, which says a message in it. */
export function useSpeech(): Speech {
  const speech = use(SpeechContext);
  if (!speech) throw new Error('useSpeech outside SpeechProvider');
  return speech;
}
