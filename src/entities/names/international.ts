import type { Body } from '../../vocabulary/index.ts';
import bodies from '../data/international.json' with { type: 'json' };

/** Bodies that belong to no relation and are named in many: the United Nations, ASEAN, banks and agencies. */
export const INTERNATIONAL = bodies as unknown as readonly Body[];
