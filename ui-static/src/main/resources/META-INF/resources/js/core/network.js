import {t} from './i18n.js';
import {el} from './dom.js';
import {failure} from './states.js';

const KIND_COLOURS = {PER: '--per', ORG: '--org', LOC: '--loc', TIME: '--time', MISC: '--misc'};
/** From here on names show on the nodes that matter only, and arrows are left out, so that it stays quick. */
const MANY = 120;
const STYLES = '__________cytoscape_stylesheet';

/**
 * Draws a graph of entities.
 *
 * @param {Element} place where; it must be in the page
 * @param {{id: string, name: string, type?: string, centre?: boolean}[]} nodes
 * @param {{from: string, to: string, name: string}[]} edges
 * @param {(id: string) => void} open is called with the node that was clicked
 * @return {Promise<object>} the drawing, with fit() and zoom(factor)
 */
export async function drawNetwork(place, nodes, edges, open, label) {
  let cytoscape;
  try {
    ({default: cytoscape} = await import('../../lib/cytoscape/cytoscape.esm.min.js'));
  } catch (e) {
    place.replaceChildren(failure(e));
    return {fit() {}, zoom() {}};
  }
  // It would add a style element, which a strict policy forbids; pages.css has its rule.
  if (!document.getElementById(STYLES)) document.querySelector('link[href$="pages.css"]').id = STYLES;
  const drawing = cytoscape({
    container: place,
    elements: elements(nodes, edges),
    style: style(nodes.length),
    layout: {name: 'preset'},
    minZoom: 0.05, maxZoom: 4,
    // Big graphs are moved as a picture of themselves.
    textureOnViewport: nodes.length > MANY, hideEdgesOnViewport: nodes.length > 4 * MANY, pixelRatio: nodes.length > MANY ? 1 : 'auto',
  });
  place.setAttribute('role', 'img');
  place.setAttribute('aria-label', label);
  drawing.layout(layout(nodes.length)).run();
  drawing.fit(undefined, 24);
  drawing.on('tap', 'node', event => open(event.target.id()));
  drawing.on('mouseover', 'node', event => event.target.closedNeighborhood().addClass('near'));
  drawing.on('mouseout', 'node', () => drawing.elements().removeClass('near'));
  const recolour = () => drawing.style(style(nodes.length));
  addEventListener('newsreel-theme', recolour);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', recolour);
  new ResizeObserver(() => drawing.resize()).observe(place);
  place.drawing = drawing;
  return {
    fit: () => drawing.fit(undefined, 24),
    zoom: factor => drawing.zoom({level: drawing.zoom() * factor, renderedPosition: {x: place.clientWidth / 2, y: place.clientHeight / 2}}),
  };
}

/** Buttons over a drawing, for those who have no wheel. */
export const networkBar = (drawing, ...more) => el('div.network-bar', {}, more,
  el('button.button.small', {type: 'button', click: () => drawing().zoom(1.4)}, t('graph.in')),
  el('button.button.small', {type: 'button', click: () => drawing().zoom(1 / 1.4)}, t('graph.out')),
  el('button.button.small', {type: 'button', click: () => drawing().fit()}, t('graph.fit')),
  el('span.muted', {}, t('graph.help')));

function elements(nodes, edges) {
  const degree = new Map();
  for (const {from, to} of edges) {
    degree.set(from, (degree.get(from) ?? 0) + 1);
    degree.set(to, (degree.get(to) ?? 0) + 1);
  }
  // One line for all facts between two entities; its name lists them.
  const lines = new Map();
  for (const edge of edges) {
    const key = `${edge.from}\n${edge.to}`;
    const line = lines.get(key);
    if (!line) lines.set(key, {...edge});
    else if (!line.name.split(' · ').includes(edge.name)) line.name += ` · ${edge.name}`;
  }
  return [
    ...nodes.map(n => ({group: 'nodes', data: {id: n.id, name: n.name, type: n.type ?? 'MISC', size: 16 + 5 * Math.sqrt(degree.get(n.id) ?? 0), rank: degree.get(n.id) ?? 0}, classes: n.centre ? 'centre' : ''})),
    ...[...lines.values()].map((e, i) => ({group: 'edges', data: {id: `e${i}`, source: e.from, target: e.to, name: e.name}})),
  ];
}

const layout = count => (count > MANY
  ? {name: 'cose', animate: false, numIter: count > 300 ? 60 : 200, nodeRepulsion: 3000, idealEdgeLength: 40, randomize: true, fit: true}
  : {name: 'cose', animate: false, nodeRepulsion: 60000, idealEdgeLength: 90, nodeOverlap: 24, padding: 24, fit: true});

function style(count) {
  const colours = getComputedStyle(document.documentElement);
  const colour = name => resolve(colours.getPropertyValue(name));
  const label = {label: 'data(name)', 'font-size': 12, color: colour('--ink'), 'text-outline-color': colour('--surface'), 'text-outline-width': 2, 'text-wrap': 'ellipsis', 'text-max-width': 140, 'text-valign': 'bottom', 'text-margin-y': 3, 'min-zoomed-font-size': 7};
  const few = count <= MANY;
  return [
    {selector: 'node', style: {width: 'data(size)', height: 'data(size)', ...(few ? label : {})}},
    {selector: 'node[rank > 4]', style: label},
    ...Object.entries(KIND_COLOURS).map(([type, name]) => ({selector: `node[type = "${type}"]`, style: {'background-color': colour(name)}})),
    {selector: '.centre', style: {'border-width': 4, 'border-color': colour('--focus'), ...label, 'font-weight': 'bold'}},
    {selector: 'edge', style: {width: 1.4, 'line-color': colour('--line-strong'), 'curve-style': few ? 'bezier' : 'haystack', 'target-arrow-shape': few ? 'triangle' : 'none', 'target-arrow-color': colour('--line-strong'), 'arrow-scale': 0.8,
      ...(count <= 30 ? {label: 'data(name)', 'font-size': 10, color: colour('--ink-soft'), 'text-rotation': 'autorotate', 'text-outline-color': colour('--surface'), 'text-outline-width': 2, 'min-zoomed-font-size': 8} : {})}},
    {selector: '.near', style: {...label, 'z-index': 10}},
    {selector: 'edge.near', style: {width: 3, 'line-color': colour('--accent'), 'target-arrow-color': colour('--accent'), label: 'data(name)', 'font-size': 10, 'text-rotation': 'autorotate'}},
  ];
}

/** A colour of the style sheet, which may depend on light and dark, as the one that holds now. */
function resolve(value) {
  const probe = el('span', {hidden: true, style: {color: value}});
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}
