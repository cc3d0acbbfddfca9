import { type Attributes, attribute, child, type XmlNode } from '../package/xml.ts';
import type { RunLook, WordStyles } from './word-styles.ts';

type Run = { properties?: XmlNode; look?: RunLook };

/** Follows a body's runs as its elements go by, and says how the one that is being read looks. */
export class RunReader {
  readonly #styles: WordStyles;
  /** Text boxes have runs within a run. */
  readonly #runs: Run[] = [];
  readonly #paragraphs: RunLook[] = [];
  /** A run's properties are its first element. */
  #isFirst = false;
  /** Open elements of the properties that are being read. */
  readonly #open: XmlNode[] = [];

  constructor(styles: WordStyles) {
    this.#styles = styles;
  }

  open(name: string, attributes: Attributes): void {
    const holder = this.#open.at(-1);
    const run = this.#runs.at(-1);
    const isFirst = this.#isFirst;
    this.#isFirst = name === 'r';
    if (holder) {
      const node = { name, attributes, children: [], text: '' };
      holder.children.push(node);
      this.#open.push(node);
    } else if (name === 'r') this.#runs.push({});
    else if (name === 'rPr' && run && isFirst) {
      run.properties = { name, attributes, children: [], text: '' };
      this.#open.push(run.properties);
    } else if (name === 'p') this.#paragraphs.push(this.#styles.style(undefined).run);
    else if (name === 'pStyle' && this.#paragraphs.length > 0)
      this.#paragraphs[this.#paragraphs.length - 1] = this.#styles.style(attribute(attributes, 'val')).run;
  }

  close(name: string): void {
    if (this.#open.length > 0) this.#open.pop();
    else if (name === 'r') this.#runs.pop();
    else if (name === 'p') this.#paragraphs.pop();
  }

  get #paragraph(): RunLook {
    return this.#paragraphs.at(-1) ?? {};
  }

  /** The look of what is read now. */
  get look(): RunLook {
    const run = this.#runs.at(-1);
    if (!run) return this.#paragraph;
    run.look ??= this.#lookOf(run.properties);
    return run.look;
  }

  #lookOf(properties: XmlNode | undefined): RunLook {
    if (!properties) return this.#paragraph;
    const named = attribute(child(properties, 'rStyle')?.attributes ?? {}, 'val');
    return { ...this.#paragraph, ...this.#styles.character(named), ...this.#styles.run(properties) };
  }
}
