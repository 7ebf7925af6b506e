import {t} from '../core/i18n.js';
import {el, fill} from '../core/dom.js';
import {ask, itemPage} from '../core/api.js';
import {withKey} from '../core/key.js';
import {moment} from '../core/format.js';
import {failure} from '../core/states.js';

const ENDED = ['done', 'failed', 'cancelled'];

/**
 * A job with its stages, live until it has ended.
 *
 * @param {object} job as the service told it
 * @param {Function} arrived is called when the job has put items into the graph
 */
export function watchJob(job, arrived = () => {}) {
  const node = el('article.job', {'data-job': job.id});
  const draw = now => fill(node, content(now, again));
  const again = async path => {
    try {
      const next = await withKey(async () => (await ask(`api/jobs/${job.id}/${path}`, {method: 'POST'})).json());
      if (next) follow(next);
    } catch (e) {
      node.append(failure(e));
    }
  };
  const follow = first => {
    draw(first);
    if (ENDED.includes(first.state)) return;
    const events = new EventSource(`api/jobs/${job.id}/events`);
    events.addEventListener('job', event => {
      const now = JSON.parse(event.data);
      draw(now);
      if (!ENDED.includes(now.state)) return;
      events.close();
      if (now.counts.stored > 0) arrived();
    });
    events.addEventListener('error', () => {
      events.close();
      node.append(el('p.muted', {}, t('job.lost')));
    });
  };
  follow(job);
  return node;
}

function content(job, act) {
  const ended = ENDED.includes(job.state);
  return [
    el('p.line', {}, el('b', {}, t('job.title', {time: moment(job.created)})), ' ',
      el(`span.tag.${job.state}`, {role: 'status'}, t(`job.${job.state}`))),
    el('ul.stages', {}, job.stages.map(stage)),
    job.items.map(item => el('p', {}, el('a', {href: itemPage(item.id)}, t('job.open', {name: item.id})))),
    job.errors.map(error => el('p.danger', {lang: 'en'}, error.sentence)),
    job.notes.map(note => el('p.muted', {lang: 'en'}, note.sentence)),
    el('p.ways', {},
      !ended && el('button.button.small', {type: 'button', click: () => act('cancel')}, t('job.cancel')),
      ended && job.state !== 'done' && el('button.button.small', {type: 'button', click: () => act('retry')}, t('job.retry'))),
  ];
}

function stage({name, done, total, frames}) {
  const of = total ?? Math.max(done, 1);
  return el('li', {},
    el('span', {}, t(`job.${name}`)),
    el('progress', {max: Math.max(of, 1), value: total === undefined && done === 0 ? 0 : done, 'aria-label': t(`job.${name}`)}),
    el('span.muted', {}, total === undefined ? done : t('job.of', {done, total}), frames ? ` · ${t('noun.frames', {n: frames})}` : ''));
}
