import {locale, number, t} from './i18n.js';
import {el, svg} from './dom.js';
import {clock} from './format.js';

const WIDTH = 900;
const LEFT = 190;
const LANES = 30;

/** Round numbers between two values, about `count` of them. */
export function ticks(low, high, count = 6) {
  const span = high - low || 1;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map(m => m * power).find(m => m >= rough);
  const found = [];
  for (let at = Math.ceil(low / step) * step; at <= high + step / 1e6; at += step) found.push(Number(at.toFixed(10)));
  return found;
}

/** Points in lanes along time: {lane, at, label}; seconds of a video, or milliseconds since 1970. */
export function timeChart(points, {seconds, name}) {
  const lanes = [...new Set(points.map(p => p.lane))].slice(0, LANES);
  const [low, high] = [Math.min(...points.map(p => p.at)), Math.max(...points.map(p => p.at))];
  const span = high - low || 1;
  const x = at => LEFT + 10 + ((at - low) / span) * (WIDTH - LEFT - 40);
  const height = 34 + 22 * lanes.length;
  const words = at => (seconds ? clock(at) : new Date(at).toLocaleDateString(locale, {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'}));
  const marks = seconds ? ticks(low, high) : Array.from({length: 6}, (_, i) => low + (span * i) / 5);
  return el('div.chart', {}, svg('svg', {viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': `${name}: ${lanes.join(', ')}`},
    marks.map((at, i) => svg('g', {},
      svg('line.grid', {x1: x(at), x2: x(at), y1: 0, y2: height - 24}),
      svg('text.soft', {x: x(at), y: height - 8, 'text-anchor': i === marks.length - 1 ? 'end' : i === 0 ? 'start' : 'middle'}, words(at)))),
    lanes.map((lane, i) => svg('g', {},
      svg('text', {x: LEFT, y: 22 * i + 16, 'text-anchor': 'end'}, cut(lane)),
      svg('line.grid', {x1: LEFT + 10, x2: WIDTH - 30, y1: 22 * i + 12, y2: 22 * i + 12}),
      points.filter(p => p.lane === lane).map(p => svg('circle.dot', {cx: x(p.at), cy: 22 * i + 12, r: 5}, svg('title', {}, `${lane}: ${words(p.at)}`)))))));
}

const cut = (text, most = 28) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/**
 * Curves over x: series of {name, points: [x, y][]}.
 *
 * @param {{x: string, y: string}} axes what they show
 */
export function curves(series, axes) {
  const drawn = series.filter(s => s.points.length);
  const [width, height, left, bottom] = [900, 320, 56, 40];
  const xs = drawn.flatMap(s => s.points.map(p => p[0]));
  const ys = drawn.flatMap(s => s.points.map(p => p[1]));
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
  const low = Math.min(...ys);
  const high = Math.max(...ys);
  const [y0, y1] = [low - (high - low) * 0.06, high + (high - low) * 0.06 || high + 1];
  const x = v => left + ((v - x0) / (x1 - x0 || 1)) * (width - left - 20);
  const y = v => height - bottom - ((v - y0) / (y1 - y0 || 1)) * (height - bottom - 14);
  return el('figure', {},
    el('div.chart', {}, svg('svg', {viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `${axes.y}: ${drawn.map(s => s.name).join(', ')}`},
      ticks(y0, y1, 5).map(v => svg('g', {}, svg('line.grid', {x1: left, x2: width - 20, y1: y(v), y2: y(v)}),
        svg('text.soft', {x: left - 8, y: y(v) + 4, 'text-anchor': 'end'}, number(v)))),
      ticks(x0, x1, 8).map(v => svg('text.soft', {x: x(v), y: height - 20, 'text-anchor': 'middle'}, number(v))),
      svg('text.soft', {x: width - 20, y: height - 4, 'text-anchor': 'end'}, axes.x),
      drawn.map((s, i) => svg(`g.s${i % 6}`, {},
        svg('path.curve', {d: s.points.map(([px, py], k) => `${k ? 'L' : 'M'}${x(px).toFixed(1)} ${y(py).toFixed(1)}`).join('')}),
        s.points.length < 40 && s.points.map(([px, py]) => svg('circle.dot', {cx: x(px), cy: y(py), r: 3}, svg('title', {}, `${s.name}: ${number(py)} (${number(px)})`))))))),
    el('figcaption.key', {}, drawn.map((s, i) => el(`span.s${i % 6}`, {}, el('i'), s.name))),
    asTable(drawn, axes));
}

function asTable(series, axes) {
  const xs = [...new Set(series.flatMap(s => s.points.map(p => p[0])))].sort((a, b) => a - b);
  return el('details.how.inset', {}, el('summary', {}, t('eval.chartTable')),
    el('div.results', {tabindex: '0', role: 'region', 'aria-label': t('eval.chartTable')}, el('table', {},
      el('thead', {}, el('tr', {}, el('th', {scope: 'col'}, axes.x), series.map(s => el('th', {scope: 'col'}, s.name)))),
      el('tbody', {}, xs.map(at => el('tr', {}, el('th.number', {scope: 'row'}, number(at)),
        series.map(s => el('td.number', {}, s.points.find(p => p[0] === at)?.[1] === undefined ? '–' : number(s.points.find(p => p[0] === at)[1])))))))));
}

/** Bars to both sides of zero: {name, value, spread, title}. */
export function differences(bars, name) {
  const [left, row] = [300, 24];
  const reach = Math.max(...bars.map(b => Math.abs(b.value) + (b.spread || 0)));
  const low = Math.min(0, ...bars.map(b => b.value - (b.spread || 0)));
  const span = Math.max(0, ...bars.map(b => b.value + (b.spread || 0))) - low || reach || 1;
  const x = v => left + 20 + ((v - low) / span) * (WIDTH - left - 90);
  const height = row * bars.length + 30;
  return el('div.chart', {}, svg('svg', {viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': name},
    ticks(low, low + span, 6).map(v => svg('g', {}, svg('line.grid', {x1: x(v), x2: x(v), y1: 0, y2: height - 22}),
      svg('text.soft', {x: x(v), y: height - 6, 'text-anchor': 'middle'}, number(v)))),
    svg('line.zero', {x1: x(0), x2: x(0), y1: 0, y2: height - 22}),
    bars.map((b, i) => svg('g', {}, svg('title', {}, b.title ?? `${b.name}: ${b.value}`),
      svg('text', {x: left, y: row * i + 16, 'text-anchor': 'end'}, cut(b.name, 44)),
      svg(b.value < 0 ? 'rect.bar.loss' : 'rect.bar', {x: Math.min(x(0), x(b.value)), y: row * i + 5, width: Math.max(1, Math.abs(x(b.value) - x(0))), height: row - 9, rx: 2}),
      b.spread && svg('line.whisker', {x1: x(b.value - b.spread), x2: x(b.value + b.spread), y1: row * i + row / 2, y2: row * i + row / 2})))));
}
