import { parentPort, workerData } from 'node:worker_threads';
import { waterModule } from '../../notices/index.ts';

const { readWater } = await waterModule();
parentPort?.postMessage(readWater(workerData as Uint8Array));
