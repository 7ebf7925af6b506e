import {t} from '../core/i18n.js';
import {el} from '../core/dom.js';
import {kindClass} from '../core/format.js';

const percent = value => `${(100 * value).toFixed(4)}%`;

/** All boxes of one picture or frame. Names of neighbours take turns above and below, so that each can be read. */
export function boxElements(regions, entityOf, medium) {
  return [...regions].sort((a, b) => a.x - b.x)
    .map((region, i) => boxElement(region, entityOf(region.entity), medium, i % 2 === 1));
}

/** A box over a picture or video: placed in fractions of it, so that it follows every size. */
function boxElement(region, entity, medium, below) {
  const name = entity ? entity.name : region.caption || t('box.unknown');
  const bottom = (region.y + region.height) / medium.height;
  // The name must not leave the picture.
  const place = [
    region.y / medium.height < 0.06 ? 'top' : below && bottom < 0.9 ? 'below' : null,
    (region.x + region.width / 2) / medium.width > 0.66 ? 'right' : null,
    region.between ? 'between' : null,
    region.caption ? 'writing' : null,
  ].filter(Boolean);
  const timed = region.t !== undefined && region.t !== null;
  const box = el(['button', 'box', kindClass(entity?.type ?? region.type), ...place].join('.'), {
    type: 'button',
    'data-entity': entity?.id,
    'data-region': region.id,
    'aria-label': timed ? t('box.hereAt', {name, time: region.t.toFixed(2)}) : t('box.here', {name}),
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
