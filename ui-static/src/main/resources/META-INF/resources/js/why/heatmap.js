import {t} from '../core/i18n.js';
import {el, fresh} from '../core/dom.js';

const OPACITY = 75;
/** How much of the frame the strongest cell hides, of 255; as `newsreel extract --explain` draws it. */
const STRONGEST = 170;

/**
 * A heat map over a frame: how much each part of it counted for a network.
 *
 * @param {object} map {network, rows, columns, cells} as the item has it
 * @param {boolean} shown whether it is switched on at first
 * @return {{layer: Element, controls: Element}} what lies over the frame, and the switch and slider that belong to it
 */
export function heatMap(map, shown) {
  const values = Uint8Array.from(atob(map.cells), c => c.charCodeAt(0));
  const layer = el('canvas.heat', {width: map.columns, height: map.rows, role: 'img', hidden: !shown, 'aria-label': words(map, values)});
  paint(layer.getContext('2d'), map, values);
  const [name, depth] = [fresh('heat'), fresh('opacity')];
  const on = el('input', {type: 'checkbox', role: 'switch', id: name, checked: shown});
  const slider = el('input', {type: 'range', id: depth, min: 10, max: 100, step: 5, value: OPACITY, disabled: !shown, 'aria-label': t('heat.opacity', {network: map.network})});
  const fade = () => {
    layer.style.setProperty('opacity', slider.value / 100);
    slider.setAttribute('aria-valuetext', `${slider.value} %`);
  };
  on.addEventListener('change', () => { layer.hidden = slider.disabled = !on.checked; });
  slider.addEventListener('input', fade);
  fade();
  return {layer, controls: el('div.heatbar', {}, el('label', {for: name}, on, ` ${t('heat.title', {network: map.network})}`), slider)};
}

/** Nothing over cells that did not count, yellow to red over those that did. */
function paint(context, map, values) {
  const picture = context.createImageData(map.columns, map.rows);
  values.forEach((value, i) => {
    const share = value / 255;
    picture.data.set([255, Math.round(255 * 0.9 * (1 - share)), 0, Math.round(STRONGEST * share)], 4 * i);
  });
  context.putImageData(picture, 0, 0);
}

/** Where the strongest cell is, for those who don't see it. */
function words(map, values) {
  const most = values.indexOf(Math.max(...values));
  const percent = (index, of) => Math.round((100 * (index + 0.5)) / of);
  return t('heat.shows', {network: map.network, left: percent(most % map.columns, map.columns), top: percent(Math.floor(most / map.columns), map.rows)});
}
