import { iriPart } from './names.ts';
import { empty } from './xml.ts';

/** The classes of the ontology this product names things of. */
export type ReferenceClass = 'TLCOrganization' | 'TLCConcept' | 'TLCEvent' | 'TLCObject' | 'TLCLocation';

/** Collects what the file refers to; each thing has one entry and one id. */
export class References {
  private readonly entries = new Map<string, { readonly eId: string; readonly xml: string }>();
  private readonly used = new Set<string>();

  /** The id of the thing called `name`, entered where it is met for the first time. */
  to(element: ReferenceClass, kind: string, name: string, showAs = name): string {
    const key = `${element} ${kind} ${name}`;
    const known = this.entries.get(key);
    if (known) return known.eId;
    const part = iriPart(name) || 'unnamed';
    let eId = `${kind}-${part}`;
    for (let count = 2; this.used.has(eId); count++) eId = `${kind}-${part}-${count}`;
    this.used.add(eId);
    const href = `/akn/ontology/${element.slice(3).toLowerCase()}/${kind}/${part}`;
    this.entries.set(key, { eId, xml: empty(element, { eId, href, showAs }) });
    return eId;
  }

  get xml(): string {
    return [...this.entries.values()].map(({ xml }) => `        ${xml}\n`).join('');
  }
}
