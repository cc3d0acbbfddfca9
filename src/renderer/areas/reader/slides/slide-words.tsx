import { t } from '@lingui/core/macro';
import { type CSSProperties, type MouseEvent, memo } from 'react';
import type { Preview } from '../../../../contract/assets.ts';
import { openLink } from '../document/open-link.ts';
import { FACES, stretchOf, type WrittenLine } from './letter-widths.ts';
import classes from './slides.module.css';

type Slide = Extract<Preview, { preview: 'slides' }>['slides'][number];
type Block = Slide['blocks'][number];
type Link = Extract<Block, { block: 'link' }>['link'];
type Paragraph = readonly WrittenLine[];

type Props = {
  readonly blocks: readonly Block[];
  /** Follows a link to another slide. */
  readonly onPage: (page: number) => void;
};

/** What a slide says, unseen over its picture, where the picture has it: to be selected, found, marked, followed and read out. */
export const SlideWords = memo(function SlideWords({ blocks, onPage }: Props) {
  const follow = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (link === null) return;
    event.preventDefault();
    const page = link.getAttribute('data-to');
    if (page === null) openLink(link.getAttribute('href') ?? '');
    else onPage(Number(page));
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: only redirects the links inside, which have their own keys
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div className={classes.words} onClick={follow} onAuxClick={follow}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity beyond their order
        <BlockOfWords key={index} block={block} />
      ))}
    </div>
  );
});

function BlockOfWords({ block }: { readonly block: Block }) {
  switch (block.block) {
    case 'text':
      return <Paragraphs paragraphs={block.paragraphs} isTitle={block.role === 'title'} />;
    case 'table':
      return (
        // biome-ignore lint/a11y/useSemanticElements: its cells stand where the picture has them, which no table would let them
        <div role="table">
          {block.rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity beyond their place
            // biome-ignore lint/a11y/useSemanticElements: as above
            // biome-ignore lint/a11y/useFocusableInteractive: nothing can be done with a row
            <div key={row} role="row">
              {cells.map((paragraphs, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                // biome-ignore lint/a11y/useSemanticElements: as above
                <div key={column} role="cell">
                  <Paragraphs paragraphs={paragraphs} />
                </div>
              ))}
            </div>
          ))}
        </div>
      );
    case 'chart':
      return (
        <figure className={classes.chart} aria-label={t`Chart`} data-block>
          <Values rows={block.rows} />
          <Paragraphs paragraphs={block.paragraphs} />
        </figure>
      );
    case 'picture':
      return <div className={classes.place} role="img" aria-label={block.alt} style={placeOf(block)} />;
    case 'link':
      return (
        <a
          href={hrefOf(block.link)}
          data-to={pageOf(block.link)}
          className={classes.place}
          style={placeOf(block)}
        >
          <span className={classes.unseen} data-unfound>
            {block.name === '' ? nameOf(block.link) : block.name}
          </span>
        </a>
      );
  }
}

function placeOf({ x, y, w, h }: Extract<Block, { x: number }>): CSSProperties {
  return { left: `${x * 100}%`, top: `${y * 100}%`, width: `${w * 100}%`, height: `${h * 100}%` };
}

function hrefOf(link: Link): string {
  return 'page' in link ? '#' : link.address;
}

function pageOf(link: Link): number | undefined {
  return 'page' in link ? link.page : undefined;
}

function nameOf(link: Link): string {
  return 'page' in link ? t`Go to slide ${link.page}` : link.address;
}

/** What a chart shows, for who can't see it; what is written in the picture can be found there. */
function Values({ rows }: { readonly rows: readonly (readonly string[])[] }) {
  return (
    <table className={classes.unseen} data-unfound>
      <tbody>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity beyond their place
          <tr key={row}>
            {cells.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Paragraphs({
  paragraphs,
  isTitle = false,
}: {
  readonly paragraphs: readonly Paragraph[];
  readonly isTitle?: boolean;
}) {
  const Tag = isTitle ? 'h2' : 'p';
  return paragraphs.map((lines, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity beyond their place
    <Tag key={index} data-block>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity beyond their place
        <LineOfWords key={at} line={line} />
      ))}
    </Tag>
  ));
}

function LineOfWords({ line }: { readonly line: WrittenLine }) {
  const { x, y, size, turn = 0, parts, rightToLeft, face = 'sans' } = line;
  const stretch = stretchOf(line);
  return (
    <span
      className={classes.line}
      dir={rightToLeft ? 'rtl' : 'ltr'}
      style={{
        left: `${x * 100}%`,
        top: `${y * 100}%`,
        fontSize: `${size * 100}cqw`,
        fontFamily: FACES[face],
        transform: `${turn === 0 ? '' : `rotate(${turn}deg) `}scaleX(${stretch.toFixed(4)})`,
      }}
    >
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity beyond their place
        <PartOfLine key={index} part={part} />
      ))}
    </span>
  );
}

function PartOfLine({ part }: { readonly part: WrittenLine['parts'][number] }) {
  const { text, bold, italic, struck, link } = part;
  const style = { ...(bold ? { fontWeight: 700 } : {}), ...(italic ? { fontStyle: 'italic' } : {}) };
  if (link) {
    return (
      <a href={hrefOf(link)} data-to={pageOf(link)} style={style}>
        {text}
      </a>
    );
  }
  return struck ? <s style={style}>{text}</s> : <span style={style}>{text}</span>;
}
