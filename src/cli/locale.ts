import { LOCALES, type Locale } from '../kernel/index.ts';

/** The language the terminal speaks (`LC_ALL`, `LC_MESSAGES`, `LANG`), English where the product does not speak it. */
export function terminalLocale(environment: NodeJS.ProcessEnv = process.env): Locale {
  const tag = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || 'en';
  return LOCALES.find((locale) => tag.toLowerCase().startsWith(locale)) ?? 'en';
}
