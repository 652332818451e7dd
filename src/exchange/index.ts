export * from './model.ts';
export { assertExpected, assertReleased, DATA_LIMIT, type Leaving, ruleOf } from './release/gate.ts';
