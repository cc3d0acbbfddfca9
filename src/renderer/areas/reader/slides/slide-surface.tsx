import { t } from '@lingui/core/macro';
import { type CSSProperties, useLayoutEffect, useRef } from 'react';
import type { Preview } from '../../../../contract/assets.ts';
import { DocumentText } from '../../../ui/document-text.tsx';
import { colorOf, inkOn } from './slide-colors.ts';
import classes from './slides.module.css';

/** A slide as the engine draws it up. */
type Slide = Extract<Preview, { preview: 'slides' }>['slides'][number];
type Shape = Slide['shapes'][number];
type TextShape = Extract<Shape, { shape: 'text' }>;
type Paragraph = TextShape['paragraphs'][number];

type Props = {
  readonly slide: Slide;
  readonly aspectRatio: number;
  /** Small and silent, for the page list. */
  readonly small?: boolean;
};

/** Sizes of type where the deck does not say, in points, by role. */
const usualSizes = { title: 32, body: 20, other: 16 } as const;
const pictureTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

function placeOf(shape: Shape): CSSProperties {
  return {
    left: `${shape.x * 100}%`,
    top: `${shape.y * 100}%`,
    width: `${shape.w * 100}%`,
    height: `${shape.h * 100}%`,
  };
}

function ParagraphLine({ paragraph, usual, points }: LineProps) {
  const level = paragraph.level ?? 0;
  return (
    <p
      className={classes.paragraph}
      dir="auto"
      data-bullet={paragraph.bullet || undefined}
      style={{
        textAlign: paragraph.align ?? 'start',
        marginInlineStart: `${level * 1.4 + (paragraph.bullet ? 1 : 0)}em`,
      }}
    >
      {paragraph.runs.map((run, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity beyond their place
          key={index}
          style={{
            fontSize: `calc(var(--fit, 1) * ${(run.size ?? usual) / points} * 100cqw)`,
            ...(run.bold ? { fontWeight: 700 } : {}),
            ...(run.italic ? { fontStyle: 'italic' } : {}),
            ...colorOf(run.color),
          }}
        >
          <DocumentText text={run.text} />
        </span>
      ))}
      {paragraph.runs.length === 0 && '\u00a0'}
    </p>
  );
}
type LineProps = { readonly paragraph: Paragraph; readonly usual: number; readonly points: number };

function TextBox({
  shape,
  points,
  ground,
}: {
  shape: TextShape;
  points: number;
  ground: string | undefined;
}) {
  const box = useRef<HTMLDivElement>(null);
  const usual = usualSizes[shape.role];
  // Decks shrink their text to its box without saying by how much: do the same.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || shape.h <= 0) return;
    for (const fit of [1, 0.9, 0.8, 0.7, 0.6, 0.5]) {
      element.style.setProperty('--fit', String(fit));
      if (element.scrollHeight <= element.clientHeight + 2) break;
    }
  }, [shape]);
  return (
    <div
      ref={box}
      className={classes.text}
      data-block
      data-role={shape.role}
      style={{
        ...placeOf(shape),
        fontSize: `calc(var(--fit, 1) * ${usual / points} * 100cqw)`,
        ...(shape.fill === undefined ? {} : { background: colorOf(shape.fill).color }),
        color: inkOn(shape.fill ?? ground),
      }}
    >
      {shape.paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity beyond their place
        <ParagraphLine key={index} paragraph={paragraph} usual={usual} points={points} />
      ))}
    </div>
  );
}

function TableBox({ shape, points }: { shape: Extract<Shape, { shape: 'table' }>; points: number }) {
  return (
    <div className={classes.table} style={{ ...placeOf(shape), fontSize: `${(12 / points) * 100}cqw` }}>
      <Cells rows={shape.rows} />
    </div>
  );
}

function Cells({ rows }: { readonly rows: readonly (readonly string[])[] }) {
  return (
    <table>
      <tbody>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity beyond their place
          <tr key={row}>
            {cells.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <td key={column}>
                <DocumentText text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A chart as the slide's picture has it; its values are there for who can't see it. */
function ChartBox({ shape }: { shape: Extract<Shape, { shape: 'chart' }> }) {
  if (!pictureTypes.has(shape.mediaType)) return null;
  return (
    <figure className={classes.chart} style={placeOf(shape)} data-block>
      <img src={`data:${shape.mediaType};base64,${shape.data}`} alt={t`Chart`} draggable={false} />
      <Cells rows={shape.rows} />
    </figure>
  );
}

function ShapeBox({ shape, points, ground }: { shape: Shape; points: number; ground: string | undefined }) {
  switch (shape.shape) {
    case 'text':
      return <TextBox shape={shape} points={points} ground={ground} />;
    case 'table':
      return <TableBox shape={shape} points={points} />;
    case 'chart':
      return <ChartBox shape={shape} />;
    case 'picture':
      if (!pictureTypes.has(shape.mediaType)) return null;
      return (
        <img
          className={classes.picture}
          style={placeOf(shape)}
          src={`data:${shape.mediaType};base64,${shape.data}`}
          alt={shape.alt}
          draggable={false}
        />
      );
    case 'box':
      return (
        <div className={classes.box} style={{ ...placeOf(shape), background: colorOf(shape.fill).color }} />
      );
  }
}

/** A slide drawn from its shapes, at whatever width it is given. */
export function SlideSurface({ slide, aspectRatio, small = false }: Props) {
  // A wide slide is 13 1/3 inches across, a narrow one 10.
  const points = aspectRatio > 1.5 ? 960 : 720;
  const ground = slide.background;
  return (
    <div
      className={classes.surface}
      data-small={small || undefined}
      aria-hidden={small || undefined}
      style={{ aspectRatio, background: colorOf(ground).color ?? '#ffffff' }}
    >
      {slide.shapes.map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identity beyond their order
        <ShapeBox key={index} shape={shape} points={points} ground={ground} />
      ))}
      {slide.shapes.length === 0 && !small && (
        <p
          className={classes.blank}
          style={{ color: inkOn(ground) }}
        >{t`Kitbag can’t draw what is on this slide. Open the file in its default app to see it.`}</p>
      )}
    </div>
  );
}
