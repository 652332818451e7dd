import fc from 'fast-check';

/** Properties are tried on the same values every time, so that a run can be repeated; `FC_SEED` tries others. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 1) });
