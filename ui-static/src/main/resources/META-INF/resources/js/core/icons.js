import {svg} from './dom.js';

const drawn = (...paths) => svg('svg.icon', {viewBox: '0 0 24 24', width: 18, height: 18, fill: 'none', stroke: 'currentColor',
  'stroke-width': 2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true'},
paths.map(d => svg('path', {d})));

export const icons = {
  key: () => drawn('M14 10a4 4 0 1 0-4 4l1 0 2 2h2v2h2v2h3v-3l-6-6z', 'M8.5 8.5h.01'),
  auto: () => drawn('M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z', 'M12 3v18', 'M12 8l6-3', 'M12 13l9-3', 'M12 18l8-3'),
  light: () => drawn('M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8z', 'M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6L19 19M5 19l1.4-1.4M17.6 6.4L19 5'),
  dark: () => drawn('M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.500 10.500z'),
};
