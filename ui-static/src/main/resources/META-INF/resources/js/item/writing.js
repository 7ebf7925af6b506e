import {t} from '../core/i18n.js';
import {el, panel} from '../core/dom.js';
import {clock} from '../core/format.js';

/** What is written on the screen and when, one line a caption; null when nothing was read. */
export function writing(item, page) {
  const captions = new Map();
  for (const region of item.regions.filter(r => r.caption)) {
    const key = `${region.media}\n${region.caption}`;
    const known = captions.get(key);
    if (!known) captions.set(key, {...region});
    else if ((region.t ?? 0) < (known.t ?? 0)) known.t = region.t;
  }
  if (captions.size === 0) return null;
  const lines = [...captions.values()].sort((a, b) => (a.t ?? 0) - (b.t ?? 0));
  // A caption's parts that are evidence of their own repeat what the whole says.
  const whole = lines.filter(line => !lines.some(other => other !== line && other.media === line.media
    && other.caption.includes(line.caption) && other.caption !== line.caption));
  return panel(t('writing.title'), {count: whole.length},
    el('ul.writing', {}, whole.map(line => el('li', {},
      line.t !== undefined && el('button.linkish.when', {type: 'button',
        'aria-label': t('strip.go', {time: clock(line.t)}), click: () => page.seek(line.media, line.t)}, clock(line.t)),
      el('span', {}, line.caption.split('\n').map((part, i) => [i > 0 && el('br'), part]))))));
}
