import { arrowCallout } from './form-callouts.ts';
import type { Adjust, Point, Sides } from './form-measures.ts';

type Polygon = readonly Point[];
type Polygons = readonly Polygon[];

/** Forms with straight sides; a rectangle for those that are not known. */
export function polygonsOf(preset: string, sides: Sides, adjust: Adjust): Polygons {
  // Names come from documents: `constructor` is none of them.
  const known = Object.hasOwn(KNOWN, preset) ? KNOWN[preset] : undefined;
  if (known) return known(sides, adjust);
  return [
    arrowCallout(preset, sides, adjust) ??
      arrow(preset, sides, adjust) ??
      starOf(preset, sides, adjust) ??
      rectangle(sides),
  ];
}

function rectangle({ w, h }: Sides): Polygon {
  return [
    [0, 0],
    [w, 0],
    [w, h],
    [0, h],
  ];
}

/** A part of the shorter side, at most `most`. */
function part({ least }: Sides, share: number, most: number): number {
  return Math.min(most, least * Math.max(0, share));
}

const decision = ({ w, h }: Sides): Polygons => [
  [
    [w / 2, 0],
    [w, h / 2],
    [w / 2, h],
    [0, h / 2],
  ],
];
const triangle = ({ w, h }: Sides, adjust: Adjust): Polygons => [
  [
    [w * adjust('adj', 50_000), 0],
    [w, h],
    [0, h],
  ],
];

function parallelogram(sides: Sides, adjust: Adjust): Polygons {
  const { w, h } = sides;
  const x = part(sides, adjust('adj', 25_000), w);
  return [
    [
      [x, 0],
      [w, 0],
      [w - x, h],
      [0, h],
    ],
  ];
}

function cross(sides: Sides, share: number): Polygons {
  const { w, h, least } = sides;
  const x = part(sides, share, least / 2);
  return [
    [
      [x, 0],
      [w - x, 0],
      [w - x, x],
      [w, x],
      [w, h - x],
      [w - x, h - x],
      [w - x, h],
      [x, h],
      [x, h - x],
      [0, h - x],
      [0, x],
      [x, x],
    ],
  ];
}

const KNOWN: Readonly<Record<string, (sides: Sides, adjust: Adjust) => Polygons>> = {
  triangle,
  flowChartExtract: triangle,
  diamond: decision,
  flowChartDecision: decision,
  parallelogram,
  flowChartInputOutput: parallelogram,
  rtTriangle: ({ w, h }) => [
    [
      [0, 0],
      [w, h],
      [0, h],
    ],
  ],
  trapezoid: (sides, adjust) => {
    const { w, h } = sides;
    const x = part(sides, adjust('adj', 25_000), w / 2);
    return [
      [
        [x, 0],
        [w - x, 0],
        [w, h],
        [0, h],
      ],
    ];
  },
  hexagon: (sides, adjust) => {
    const { w, h } = sides;
    const x = part(sides, adjust('adj', 25_000), w / 2);
    return [
      [
        [x, 0],
        [w - x, 0],
        [w, h / 2],
        [w - x, h],
        [x, h],
        [0, h / 2],
      ],
    ];
  },
  octagon: (sides, adjust) => {
    const { w, h, least } = sides;
    const x = part(sides, adjust('adj', 29_289), least / 2);
    return [
      [
        [x, 0],
        [w - x, 0],
        [w, x],
        [w, h - x],
        [w - x, h],
        [x, h],
        [0, h - x],
        [0, x],
      ],
    ];
  },
  pentagon: (sides) => [star(sides, 5, 1)],
  homePlate: (sides, adjust) => {
    const { w, h } = sides;
    const x = w - part(sides, adjust('adj', 50_000), w);
    return [
      [
        [0, 0],
        [x, 0],
        [w, h / 2],
        [x, h],
        [0, h],
      ],
    ];
  },
  chevron: (sides, adjust) => {
    const { w, h } = sides;
    const x = part(sides, adjust('adj', 50_000), w);
    return [
      [
        [0, 0],
        [w - x, 0],
        [w, h / 2],
        [w - x, h],
        [0, h],
        [x, h / 2],
      ],
    ];
  },
  plus: (sides, adjust) => cross(sides, adjust('adj', 25_000)),
  mathPlus: (sides) => cross(sides, 0.33),
  frame: (sides, adjust) => {
    const { w, h, least } = sides;
    const x = part(sides, adjust('adj1', 12_500), least / 2);
    return [
      rectangle(sides),
      [
        [x, x],
        [x, h - x],
        [w - x, h - x],
        [w - x, x],
      ],
    ];
  },
  snip1Rect: (sides, adjust) => {
    const { w, h } = sides;
    const x = part(sides, adjust('adj', 16_667), w);
    return [
      [
        [0, 0],
        [w - x, 0],
        [w, x],
        [w, h],
        [0, h],
      ],
    ];
  },
  foldedCorner: (sides, adjust) => {
    const { w, h } = sides;
    const x = part(sides, adjust('adj', 16_667), w);
    return [
      [
        [0, 0],
        [w, 0],
        [w, h - x],
        [w - x, h],
        [0, h],
      ],
    ];
  },
  flowChartMerge: ({ w, h }) => [
    [
      [0, 0],
      [w, 0],
      [w / 2, h],
    ],
  ],
  flowChartPreparation: ({ w, h }) => [
    [
      [w * 0.2, 0],
      [w * 0.8, 0],
      [w, h / 2],
      [w * 0.8, h],
      [w * 0.2, h],
      [0, h / 2],
    ],
  ],
  flowChartManualInput: ({ w, h }) => [
    [
      [0, h * 0.2],
      [w, 0],
      [w, h],
      [0, h],
    ],
  ],
  flowChartManualOperation: ({ w, h }) => [
    [
      [0, 0],
      [w, 0],
      [w * 0.8, h],
      [w * 0.2, h],
    ],
  ],
  flowChartOffpageConnector: ({ w, h }) => [
    [
      [0, 0],
      [w, 0],
      [w, h * 0.8],
      [w / 2, h],
      [0, h * 0.8],
    ],
  ],
  corner: (sides, adjust) => {
    const { w, h } = sides;
    const x = part(sides, adjust('adj2', 50_000), w);
    const y = h - part(sides, adjust('adj1', 50_000), h);
    return [
      [
        [0, 0],
        [x, 0],
        [x, y],
        [w, y],
        [w, h],
        [0, h],
      ],
    ];
  },
};

function arrow(preset: string, { w, h, least }: Sides, adjust: Adjust): readonly Point[] | undefined {
  const direction = /^(right|left|up|down|leftRight|upDown)Arrow$/.exec(preset)?.[1];
  if (direction === undefined && !/^(notched|striped)RightArrow$/.test(preset)) return undefined;
  const isUpright = direction === 'up' || direction === 'down' || direction === 'upDown';
  const [length, breadth] = isUpright ? [h, w] : [w, h];
  const head = Math.min(length, least * Math.max(0, adjust('adj2', 50_000)));
  const shaft = (breadth * (1 - Math.max(0, Math.min(1, adjust('adj1', 50_000))))) / 2;
  const tip = length - head;
  const isDouble = direction === 'leftRight' || direction === 'upDown';
  // As if it pointed to the right; then turned.
  const back: Point[] = isDouble
    ? [
        [head, breadth],
        [0, breadth / 2],
        [head, 0],
        [head, shaft],
      ]
    : [[0, shaft]];
  const forth: Point[] = [
    [tip, shaft],
    [tip, 0],
    [length, breadth / 2],
    [tip, breadth],
    [tip, breadth - shaft],
  ];
  const points = [...back, ...forth, [isDouble ? head : 0, breadth - shaft] as const];
  return points.map(([along, across]): Point => {
    const at = direction === 'left' || direction === 'up' ? length - along : along;
    return isUpright ? [across, at] : [at, across];
  });
}

function starOf(preset: string, sides: Sides, adjust: Adjust): readonly Point[] | undefined {
  const count = Number(/^star(\d{1,2})$/.exec(preset)?.[1] ?? 0);
  if (count < 4) return undefined;
  const usual = count === 5 ? 19_098 : count === 4 ? 12_500 : 37_500;
  return star(sides, count, Math.max(0, Math.min(1, 2 * adjust('adj', usual))));
}

function star({ w, h }: Sides, count: number, inner: number): readonly Point[] {
  const corners = inner === 1 ? count : 2 * count;
  return Array.from({ length: corners }, (_, at): Point => {
    const angle = (at / corners) * 2 * Math.PI - Math.PI / 2;
    const reach = inner !== 1 && at % 2 === 1 ? inner : 1;
    return [(w / 2) * (1 + reach * Math.cos(angle)), (h / 2) * (1 + reach * Math.sin(angle))];
  });
}
