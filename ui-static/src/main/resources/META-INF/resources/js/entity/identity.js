import {t} from '../core/i18n.js';
import {el, fill, panel} from '../core/dom.js';
import {entityPage, linkEntities} from '../core/api.js';
import {withKey} from '../core/key.js';
import {share} from '../core/format.js';
import {failure} from '../core/states.js';

/**
 * Which entities were taken for this one, and which for others, with the way to say otherwise. Null without links.
 *
 * @param {Function} changed is called after a decision
 */
export function identityPanel(entity, changed) {
  const links = entity.links ?? [];
  if (links.length === 0) return null;
  const state = el('div', {role: 'status'});
  const decide = (link, decision) => async () => {
    try {
      if (await withKey(() => linkEntities(link.a.id, link.b.id, decision))) await changed();
    } catch (e) {
      fill(state, failure(e));
    }
  };
  return panel(t('entity.links'), {count: links.length},
    el('ul.links', {}, links.map(link => {
      const same = link.decision ? link.decision === 'same' : link.status === 'merged';
      const kind = same ? 'linked' : link.decision === 'different' || link.status === 'apart' ? 'apart' : 'unsure';
      return el('li', {},
        name(link.a, entity), same ? '=' : '≠', name(link.b, entity),
        el('span.tag', {title: link.reasons.join('; ')}, t(`entity.${kind}`, {score: share(link.score)})),
        el('span.ways', {},
          same || kind === 'unsure' ? el('button.button.small', {type: 'button', click: decide(link, 'different')}, t('entity.undo')) : null,
          same ? null : el('button.button.small', {type: 'button', click: decide(link, 'same')}, t('entity.redo'))));
    })),
    el('div.inset', {}, state));
}

const name = (end, entity) => (end.id === entity.id ? el('b', {}, end.name) : el('a', {href: entityPage(end.id)}, end.name));
