import type { CapElement } from './elements.ts';
import type { CapAlert, CapArea, CapInfo, CapReference, CapResource, CapValue, CapVersion } from './model.ts';
import { type CapReport, checkAttributes, type Found, readSequence, short } from './read-sequence.ts';
import { circleOf, firstPair, isLanguage, listOf, pointsOf, referencesOf } from './read-values.ts';
import { timeRule } from './times.ts';

type Parts = Map<string, Found[]>;

/** Turns the elements of an alert into its values. What cannot be read is said, and left empty. */
export class AlertReader {
  readonly #version: CapVersion;
  readonly #report: CapReport;

  constructor(version: CapVersion, report: CapReport) {
    this.#version = version;
    this.#report = report;
  }

  read(root: Found, elements: readonly CapElement[]): CapAlert {
    const parts = readSequence(root, elements, this.#report);
    const forms = new Map(elements.map((element) => [element.name, element]));
    const password = parts.get('password')?.[0];
    if (password) this.#report.say('password-dropped', password);
    const signature = parts.get('Signature')?.[0];
    if (signature) this.#report.say('signature-unverified', signature);
    return {
      identifier: this.#required(parts, 'identifier'),
      sender: this.#required(parts, 'sender'),
      sent: this.#time(parts, 'sent') ?? '',
      status: this.#choice(parts, forms, 'status') as CapAlert['status'],
      msgType: this.#choice(parts, forms, 'msgType') as CapAlert['msgType'],
      source: this.#text(parts, 'source'),
      scope: (parts.has('scope') ? this.#choice(parts, forms, 'scope') : 'Public') as CapAlert['scope'],
      restriction: this.#text(parts, 'restriction'),
      addresses: this.#list(parts, 'addresses'),
      code: this.#texts(parts, 'code'),
      note: this.#text(parts, 'note'),
      references: this.#references(parts),
      incidents: this.#list(parts, 'incidents'),
      info: this.#inner(parts, forms, 'info', (inner, elements) => this.#info(inner, elements)),
      signatures: parts.get('Signature')?.length ?? 0,
    };
  }

  #info(parts: Parts, forms: Map<string, CapElement>): CapInfo {
    const certainty = this.#choice(parts, forms, 'certainty');
    return {
      language: this.#language(parts),
      category: this.#choices(parts, forms, 'category') as CapInfo['category'],
      event: this.#text(parts, 'event') ?? '',
      responseType: this.#choices(parts, forms, 'responseType') as CapInfo['responseType'],
      urgency: this.#choice(parts, forms, 'urgency') as CapInfo['urgency'],
      severity: this.#choice(parts, forms, 'severity') as CapInfo['severity'],
      // 3.2.2: “Very Likely” of CAP 1.0 is to be treated as Likely.
      certainty: (certainty === 'Very Likely' ? 'Likely' : certainty) as CapInfo['certainty'],
      audience: this.#text(parts, 'audience'),
      eventCode: this.#pairs(parts, 'eventCode'),
      effective: this.#time(parts, 'effective'),
      onset: this.#time(parts, 'onset'),
      expires: this.#time(parts, 'expires'),
      senderName: this.#text(parts, 'senderName'),
      headline: this.#text(parts, 'headline'),
      description: this.#text(parts, 'description'),
      instruction: this.#text(parts, 'instruction'),
      web: this.#text(parts, 'web'),
      contact: this.#text(parts, 'contact'),
      parameter: this.#pairs(parts, 'parameter'),
      resource: this.#inner(parts, forms, 'resource', (inner) => this.#resource(inner)),
      area: this.#inner(parts, forms, 'area', (inner) => this.#area(inner)),
    };
  }

  #resource(parts: Parts): CapResource {
    return {
      resourceDesc: this.#text(parts, 'resourceDesc') ?? '',
      mimeType: this.#text(parts, 'mimeType'),
      size: this.#number(parts, 'size', /^[+-]?\d{1,15}$/),
      uri: this.#text(parts, 'uri'),
      derefUri: this.#text(parts, 'derefUri'),
      digest: this.#text(parts, 'digest'),
    };
  }

  #area(parts: Parts): CapArea {
    const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
    return {
      areaDesc: this.#text(parts, 'areaDesc') ?? '',
      polygon: (parts.get('polygon') ?? []).flatMap((found) => this.#polygon(found)),
      circle: (parts.get('circle') ?? []).flatMap((found) => {
        const circle = circleOf(this.#plain(found));
        if (!circle) this.#report.say('circle-form', found, { text: short(found.element.text.trim()) });
        return circle ? [circle] : [];
      }),
      geocode: this.#pairs(parts, 'geocode'),
      altitude: this.#number(parts, 'altitude', decimal),
      ceiling: this.#number(parts, 'ceiling', decimal),
    };
  }

  #polygon(found: Found): CapArea['polygon'] {
    const { points, wrong } = pointsOf(this.#plain(found));
    if (wrong.length > 0) this.#report.say('point-form', found, { text: short(wrong.join(' ')) });
    return wrong.length > 0 ? [] : [points];
  }

  #inner<T>(
    parts: Parts,
    forms: Map<string, CapElement>,
    name: string,
    build: (inner: Parts, forms: Map<string, CapElement>) => T,
  ): T[] {
    const form = forms.get(name);
    const elements = form?.form === 'parts' ? form.parts : [];
    const innerForms = new Map(elements.map((element) => [element.name, element]));
    return (parts.get(name) ?? []).map((found) => build(readSequence(found, elements, this.#report), innerForms));
  }

  /** The text of an element that holds text alone. */
  #plain(found: Found): string {
    checkAttributes(found, this.#report);
    for (const child of found.element.children) {
      const place = { path: `${found.path}/${child.name}`, line: child.line, column: child.column };
      this.#report.say('element-unknown', place, { name: child.name, parent: found.element.name });
    }
    return found.element.text;
  }

  #texts(parts: Parts, name: string): string[] {
    return (parts.get(name) ?? []).flatMap((found) => {
      const text = this.#plain(found);
      if (text.trim() === '') this.#report.say('element-blank', found, { name });
      return text.trim() === '' ? [] : [text];
    });
  }

  #text(parts: Parts, name: string): string | null {
    return this.#texts(parts, name)[0] ?? null;
  }

  #required(parts: Parts, name: string): string {
    const found = parts.get(name)?.[0];
    const text = found ? this.#plain(found) : '';
    if (found && text.trim() === '') this.#report.say('element-empty', found, { name });
    return text.trim() === '' ? '' : text;
  }

  #time(parts: Parts, name: string): string | null {
    const found = parts.get(name)?.[0];
    if (!found) return null;
    const text = this.#plain(found).trim();
    const rule = timeRule(text);
    if (rule) this.#report.say(rule, found, { text: short(text) });
    return rule === null || rule === 'time-plus-zero' ? text : null;
  }

  #language(parts: Parts): string | null {
    const found = parts.get('language')?.[0];
    if (!found) return null;
    const text = this.#plain(found).trim();
    if (!isLanguage(text)) this.#report.say('language-form', found, { text: short(text) });
    return text;
  }

  #choices(parts: Parts, forms: Map<string, CapElement>, name: string): string[] {
    const form = forms.get(name);
    const values = form?.form === 'value' ? form.values : [];
    return (parts.get(name) ?? []).map((found) => {
      const text = this.#plain(found);
      if (!values.includes(text))
        this.#report.say('value-unknown', found, { name, text: short(text), values: values.join(', ') });
      return text.trim();
    });
  }

  #choice(parts: Parts, forms: Map<string, CapElement>, name: string): string {
    return this.#choices(parts, forms, name)[0] ?? '';
  }

  #number(parts: Parts, name: string, form: RegExp): number | null {
    const found = parts.get(name)?.[0];
    if (!found) return null;
    const text = this.#plain(found).trim();
    if (form.test(text)) return Number(text);
    this.#report.say('number-form', found, { name, text: short(text) });
    return null;
  }

  #list(parts: Parts, name: string): readonly string[] {
    const text = this.#text(parts, name);
    const list = listOf(text ?? '');
    if (list) return list;
    this.#report.say('list-quotes', this.#report.locate(`alert/${name}`), { name });
    return [];
  }

  #references(parts: Parts): readonly CapReference[] {
    const { found, wrong } = referencesOf(this.#text(parts, 'references') ?? '', this.#version);
    for (const word of wrong)
      this.#report.say('references-form', this.#report.locate('alert/references'), { text: short(word) });
    return found;
  }

  #pairs(parts: Parts, name: string): CapValue[] {
    return (parts.get(name) ?? []).map((found) => {
      if (this.#version === '1.0') return firstPair(this.#plain(found));
      const pair = ['valueName', 'value'].map((part) => ({ name: part, min: 1, many: false, form: 'text' }) as const);
      const inner = readSequence(found, pair, this.#report);
      const [valueName, value] = pair.map((part) => {
        const one = inner.get(part.name)?.[0];
        return one ? this.#plain(one) : '';
      });
      return { valueName: valueName ?? '', value: value ?? '' };
    });
  }
}
