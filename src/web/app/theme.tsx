import { Monitor, Moon, Sun } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from './locale.tsx';
import { recall, remember } from './memory.ts';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
const ICONS = { system: Monitor, light: Sun, dark: Moon };

function isTheme(value: string | null): value is Theme {
  return (THEMES as readonly (string | null)[]).includes(value);
}

/** Light, dark, or as the system is set; each press takes the next. */
export function ThemeButton() {
  const { t } = useSpeech();
  const [theme, setTheme] = useState<Theme>(() => {
    const kept = recall('theme');
    return isTheme(kept) ? kept : 'system';
  });
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    remember('theme', theme);
  }, [theme]);
  const Icon = ICONS[theme];
  const label = t('theme.now', { theme: t(`theme.${theme}`) });
  return (
    <Button
      className="button quiet icon"
      aria-label={label}
      onPress={() => setTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system')}
    >
      <Icon size={16} aria-hidden />
    </Button>
  );
}
