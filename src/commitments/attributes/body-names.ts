import type { Language } from '../../kernel/index.ts';
import { proposeUnitId } from '../../vocabulary/index.ts';
import type { BodyName, Candidate } from '../model.ts';

/** Keeps, for ids made up for bodies that no register knows, the words by which a text first names them. */
export class BodyNames {
  readonly #names = new Map<string, BodyName>();
  readonly #language: Language;

  /** @param language that most of the text is in */
  constructor(language: Language) {
    this.#language = language;
  }

  /** The id for a name that no register has, which is kept. */
  propose(words: string): string {
    const id = proposeUnitId(words);
    this.keep(id, words);
    return id;
  }

  keep(id: string, words: string): void {
    if (id === '' || this.#names.has(id)) return;
    this.#names.set(id, { id, language: this.#languageOf(words), words: words.replace(/\s+/gu, ' ').trim() });
  }

  #languageOf(words: string): Language {
    if (/\p{Script=Han}/u.test(words)) return 'zh';
    return /\p{Script=Arabic}/u.test(words) ? 'fa' : this.#language;
  }

  /** The names of those that do something in the candidates, in the order in which these name them. */
  of(candidates: readonly Candidate[]): BodyName[] {
    const acting = new Set(candidates.flatMap(({ actors, lead, coordinators }) => [...actors, lead, ...coordinators]));
    return [...acting].map((id) => this.#names.get(id ?? '')).filter((name) => name !== undefined);
  }
}
