/** How a language writes names of agreements, mechanisms and places. Patterns run over the flat text as it stands. */
export interface NameRules {
  /** Head nouns that begin (or, in Chinese, end) the name of an agreement, plan or declaration. */
  readonly instrument: RegExp;
  readonly mechanism: RegExp;
  /** The first group is the place as it is cited. */
  readonly places: readonly RegExp[];
  /** The same with their states in brackets, before or behind a dash (`Deren (Ilmara) - Voskar (Tavoria)`). */
  readonly pairs?: readonly RegExp[];
  /** The first group is a row of places joined by dashes (`đường sắt A - B - C`). */
  readonly chain?: RegExp;
  /** What a quoted title must hold to be an agreement, a mechanism. */
  readonly instrumentWord: RegExp;
  readonly mechanismWord: RegExp;
  /** Names that look like one of the above and are not. */
  readonly never: RegExp;
}
