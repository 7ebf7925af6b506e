import {el} from './dom.js';
import {mediaUrl} from './api.js';
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
            alt: names.length ? `Picture showing ${names.join(', ')}` : `Picture ${medium.name}`,
          }),
          el('div.layer', {}, boxElements(own, entityOf, medium))));
    }));
  }

  light(entity) {
    const boxes = [...this.node.querySelectorAll('.box')];
    for (const box of boxes) {
      box.classList.toggle('lit', Boolean(entity) && box.dataset.entity === entity);
      box.classList.toggle('dim', Boolean(entity) && box.dataset.entity !== entity);
    }
  }

  show(sha256) {
    this.node.querySelector(`#picture-${sha256}`)?.scrollIntoView({block: 'center', behavior: 'smooth'});
  }
}
