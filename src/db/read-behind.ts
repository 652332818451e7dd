import { type KyselyPlugin, type RawBuilder, RawNode, type RootOperationNode, type WithNode } from 'kysely';
import type { Queries } from './connect.ts';

/**
 * The same database with tables put before every statement: what they name is read from them, all else as it is.
 * @param tables a whole `with …`; what is asked has to begin with `select` each time
 */
export function readBehind(queries: Queries, tables: RawBuilder<unknown>): Queries {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => behind(node, tables.toOperationNode()),
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return queries.withPlugin(plugin);
}

function behind(node: RootOperationNode, tables: RawNode): RootOperationNode {
  if (node.kind === 'RawNode') return RawNode.create(['', ' ', ''], [tables, node]);
  // Kysely wants a statement back of the kind it gave; whatever stands as its `with` is written out first.
  if (node.kind === 'SelectQueryNode') return { ...node, with: tables as RawNode & WithNode };
  throw new Error(`a past day is only read, and this is a ${node.kind}`);
}
