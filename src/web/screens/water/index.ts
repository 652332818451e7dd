export { readWaterSearch } from './search.ts';
export { WaterScreen } from './water-screen.tsx';
