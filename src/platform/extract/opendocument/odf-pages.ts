import { MOST_TEXT_PAGES } from '../../../shared/limits.ts';
import type { OfficePackage } from '../package/office-package.ts';
import type { FlowBlock, Place, Section } from '../paging/flow.ts';
import { PageSetter } from '../paging/pages.ts';
import { type FlowSink, OdfFlow } from './odf-flow.ts';
import { OdfFormats } from './odf-formats.ts';
import { OdfPageStyles } from './odf-page-styles.ts';
import { type OdfNode, readOdfBlocks } from './odf-tree.ts';
import { SILENT } from './odf-walker.ts';

/** Where a text's pages after the first begin as they are laid out here. */
type LaidOdf = {
  readonly begins: readonly Place[];
  /** Another program's pages may begin elsewhere. */
  readonly isApproximate: boolean;
};

/** Lays out a text whose program did not note where its pages end; undefined where it did. */
export function layOutOdf(office: OfficePackage): LaidOdf | undefined {
  const formats = new OdfFormats(office);
  const flow = new OdfFlow(formats);
  const styles = new OdfPageStyles(formats, (node) => flow.blocksOf(node));
  const setter = new PageSetter(
    (section, page, isFirst) => styles.around(section, page, isFirst),
    (id, width) => flow.noteHeight(id, width),
    MOST_TEXT_PAGES,
  );
  const body = new Body(formats, styles, setter);
  const wanted = { part: 'content.xml', holder: 'text', without: SILENT, until: 'soft-page-break' };
  if (readOdfBlocks(office, wanted, (block) => flow.read(block, body))) return undefined;
  body.finish();
  return { begins: setter.begins, isApproximate: setter.isApproximate };
}

/** Parts a text where its pages' style or its columns change. */
class Body implements FlowSink {
  readonly #formats: OdfFormats;
  readonly #styles: OdfPageStyles;
  readonly #setter: PageSetter;
  #blocks: FlowBlock[] = [];
  #master: string | undefined;
  #begins: Section['begins'] = 'page';
  /** The columns of the sections that the text is in. */
  readonly #columns: (OdfNode | undefined)[] = [];
  #end: Place = { element: 1, offset: 0 };
  #breaksBefore = false;
  #hasAny = false;

  constructor(formats: OdfFormats, styles: OdfPageStyles, setter: PageSetter) {
    this.#formats = formats;
    this.#styles = styles;
    this.#setter = setter;
  }

  block(block: FlowBlock, style: string | undefined): void {
    const family = block.flow;
    const said = (name: string) => this.#formats.value(family, style, name);
    const master = this.#formats.named(family, style, 'master-page-name');
    const breaks = this.#breaksBefore || said('break-before') === 'page';
    if (master) this.#turn(master);
    else if (breaks && family === 'table' && this.#hasAny) this.#turn(this.#master);
    this.#hasAny = true;
    this.#end = block.place;
    const isTold = block.flow === 'paragraph' && this.#breaksBefore && !block.look.beginsPage;
    this.#blocks.push(isTold ? { ...block, look: { ...block.look, beginsPage: true } } : block);
    this.#breaksBefore = said('break-after') === 'page';
  }

  beginSection(style: string | undefined): void {
    const properties = this.#formats.properties('section', style);
    const columns = properties?.children.some((one) => one.name === 'columns') ? properties : undefined;
    this.#endBlocks();
    this.#columns.push(columns ?? this.#columns.at(-1));
  }

  endSection(): void {
    this.#endBlocks();
    this.#columns.pop();
  }

  finish(): void {
    this.#endBlocks();
  }

  /** A page of a style begins. */
  #turn(master: string | undefined): void {
    this.#endBlocks();
    this.#begins = 'page';
    this.#master = master;
  }

  #endBlocks(): void {
    if (this.#blocks.length === 0) return;
    const section = this.#styles.section(this.#master, this.#begins, this.#columns.at(-1));
    this.#setter.add(section, this.#blocks, this.#end);
    this.#blocks = [];
    this.#begins = 'here';
  }
}
