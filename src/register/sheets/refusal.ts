import type { SheetFault, SheetFaultCode } from './model.ts';

/** A cell asks for what cannot be: thrown where deeds are made of cells, shown at the cell. */
export class Refusal extends Error {
  readonly column: string;
  readonly fault: SheetFault;

  constructor(column: string, code: SheetFaultCode, details: SheetFault['details'] = {}) {
    super(`${column}: ${code}`);
    this.name = 'Refusal';
    this.column = column;
    this.fault = { code, details };
  }
}
