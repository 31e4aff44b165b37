// The presses of the last minute, a second each, against the pace that was asked for. Its figures are in the card as text.

const space = 'http://www.w3.org/2000/svg';
const [width, height, seconds] = [240, 44, 60];

function shape(tag, values) {
  const made = document.createElementNS(space, tag);
  for (const [name, value] of Object.entries(values)) made.setAttribute(name, value);
  return made;
}

export function sparkline() {
  const svg = shape('svg', { viewBox: `0 0 ${width} ${height}`, class: 'spark', 'aria-hidden': 'true', preserveAspectRatio: 'none' });
  svg.append(shape('line', { class: 'asked', x1: 0, x2: width }), shape('path', { class: 'area' }), shape('path', { class: 'line' }));
  return svg;
}

export function drawSparkline(svg, pace, asked) {
  const key = `${pace.length}:${pace.join()}`;
  if (svg.dataset.drawn === key) return;
  svg.dataset.drawn = key;
  const top = Math.max(12, asked, ...pace) * 1.1;
  const y = value => height - 2 - (value / top) * (height - 6);
  const x = place => width - (pace.length - 1 - place) * (width / (seconds - 1));
  const points = pace.map((value, place) => `${x(place).toFixed(1)} ${y(value).toFixed(1)}`);
  const [line, area, curve] = svg.children;
  line.setAttribute('y1', y(asked));
  line.setAttribute('y2', y(asked));
  curve.setAttribute('d', points.length > 1 ? `M${points.join('L')}` : '');
  area.setAttribute('d', points.length > 1 ? `M${x(0).toFixed(1)} ${height}L${points.join('L')}L${width} ${height}Z` : '');
}
