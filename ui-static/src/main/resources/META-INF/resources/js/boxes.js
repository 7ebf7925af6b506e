import {el} from './dom.js';
import {kindClass} from './format.js';

const percent = value => `${(100 * value).toFixed(3)}%`;

/** A box over a picture or video: placed in fractions of it, so that it follows every size. */
export function boxElement(region, entity, medium) {
  const name = entity ? entity.name : region.caption || 'Not identified';
  const top = region.y / medium.height < 0.06;
  const box = el(`button.box.${kindClass(entity?.type ?? region.type)}${top ? '.top' : ''}`, {
    type: 'button',
    'data-entity': entity?.id,
    'data-region': region.id,
    'aria-label': `${name}, seen here${region.t === undefined || region.t === null ? '' : ` at ${region.t.toFixed(2)} seconds`}`,
    style: {
      left: percent(region.x / medium.width),
      top: percent(region.y / medium.height),
      width: percent(region.width / medium.width),
      height: percent(region.height / medium.height),
    },
  }, el('span', {}, name));
  if (entity) box.addEventListener('click', () => { location.hash = new URLSearchParams({entity: entity.id}); });
  return box;
}
