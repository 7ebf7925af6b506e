import {t} from '../core/i18n.js';
import {el, reveal} from '../core/dom.js';
import {mediaUrl} from '../core/api.js';
import {boxElements} from './boxes.js';

/** The item's pictures with everything that was seen in them. */
export class Pictures {
  constructor(media, regions, entityOf) {
    this.node = el('div.pictures', {}, media.map(medium => {
      const own = regions.filter(r => r.media === medium.sha256);
      const names = [...new Set(own.map(r => entityOf(r.entity)?.name).filter(Boolean))];
      return el('figure', {id: `picture-${medium.sha256}`},
        el('div.stage', {},
          el('img', {
            src: mediaUrl(medium.sha256), width: medium.width, height: medium.height, loading: 'lazy',
            alt: names.length ? t('item.pictureOf', {names: names.join(', ')}) : t('item.picture', {name: medium.name}),
          }),
          el('div.layer', {}, boxElements(own, entityOf, medium))));
    }));
  }

  light(entity) {
    for (const box of this.node.querySelectorAll('.box')) {
      box.classList.toggle('lit', Boolean(entity) && box.dataset.entity === entity);
      box.classList.toggle('dim', Boolean(entity) && box.dataset.entity !== entity);
    }
  }

  show(sha256) {
    reveal(this.node.querySelector(`#picture-${sha256}`), 'center');
  }
}
