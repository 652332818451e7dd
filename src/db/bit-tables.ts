/** The number of a listed commitment, and the bits that each value of a facet and each word has for the numbers of a chunk. Kept by the database itself. */
interface RegisterNumberTable {
  id: string;
  n: number;
  /** Empty: seen by all sides. */
  side: string;
}

interface RegisterBitsTable {
  facet: string;
  value: string;
  side: string;
  chunk: number;
  bits: string;
}

/** What was turned on or off since the bits were drawn. */
interface RegisterTurnedTable extends Pick<RegisterBitsTable, 'facet' | 'value' | 'side'> {
  n: number;
  way: 1 | -1;
}

interface RegisterWordTable extends Pick<RegisterBitsTable, 'side' | 'chunk'> {
  word: string;
  bits: string | null;
  few: readonly number[] | null;
}

export interface BitTables {
  register_number: RegisterNumberTable;
  register_bits: RegisterBitsTable;
  register_turned: RegisterTurnedTable;
  register_word: RegisterWordTable;
  register_vocabulary: Pick<RegisterWordTable, 'word'>;
}
