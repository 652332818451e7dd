/** As much of JSON Schema as the contract's zod schemas become. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema | boolean;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly default?: unknown;
}

export interface Content {
  readonly content?: Readonly<Record<string, { schema?: Schema; example?: unknown }>>;
}

export interface Operation {
  readonly operationId?: string;
  parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  requestBody?: Content & { required?: boolean };
  responses: Record<string, Content & { description?: string }>;
}

export type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;
