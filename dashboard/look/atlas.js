// A map that moves: by dragging, by its buttons, by Ctrl and the wheel. Its marks are plain links: one is a stop of the
// Tab key, the arrow keys walk from mark to mark, Enter opens. A link that is pressed is told to the page instead.
const CLOSEST = 0.25, FULL = 0.84; // units a pixel at most; the part of the map that its marks fill at first
const STRIP = 44; // pixels at the right that the buttons cover: no mark lies below them at first
const EDGE = 4; // pixels between a name and the border of the map
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export default function ({ data, parentElement, setTriggerValue }) {
  const old = parentElement.querySelector('.hg-atlas');
  if (old?.drawing === data.drawing) return old.end;
  old?.remove();
  const root = Object.assign(document.createElement('div'), { className: 'hg-atlas', drawing: data.drawing });
  root.innerHTML = data.drawing; // the server's own, every word in it escaped
  parentElement.append(root);
  const svg = root.querySelector('svg'), says = root.querySelector('.says'), whole = root.querySelector('.whole');
  const marks = [...svg.querySelectorAll('a')], pinned = [...svg.querySelectorAll('.px')];
  const names = [...svg.querySelectorAll('.name')];
  let x, y, k, fitted = true, from = null, dragged = false;

  const look = () => {
    const [w, h] = [root.clientWidth, root.clientHeight];
    svg.setAttribute('viewBox', [x - (w * k) / 2, y - (h * k) / 2, w * k, h * k].join(' '));
  };
  const draw = () => {
    look();
    for (const one of pinned) one.setAttribute('transform', `scale(${k})`);
    const shown = [], box = root.getBoundingClientRect();
    for (const one of names) {
      one.removeAttribute('x');
      let a = one.getBoundingClientRect();
      const spot = (a.left + a.right) / 2;
      const aside = Math.max(box.left + EDGE - a.left, 0) - Math.max(a.right + EDGE - box.right, 0);
      if (aside && spot > box.left && spot < box.right) {
        one.setAttribute('x', aside); // its place is in sight, so the name is, too
        a = one.getBoundingClientRect();
      }
      const crossed = shown.some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom);
      one.style.visibility = crossed ? 'hidden' : '';
      if (!crossed) shown.push(a);
    }
    whole.hidden = fitted;
  };
  const fit = () => {
    k = Math.max(1, data.wide / (root.clientWidth - STRIP) / FULL, data.tall / root.clientHeight / FULL);
    [x, y] = [data.at[0] + (STRIP / 2) * k, data.at[1]];
    fitted = true;
    draw();
  };
  const zoom = (by, at) => {
    const box = root.getBoundingClientRect();
    const [right, down] = at ? [at.clientX - box.x - box.width / 2, at.clientY - box.y - box.height / 2] : [0, 0];
    const next = Math.min(Math.max(k / by, CLOSEST), data.world / root.clientWidth);
    [x, y] = [x + right * (k - next), y + down * (k - next)];
    k = next;
    fitted = false;
    draw();
  };
  const tell = (mark, at) => {
    says.textContent = mark?.getAttribute('aria-label') ?? mark?.dataset.says ?? '';
    says.hidden = !says.textContent;
    if (says.hidden) return;
    const box = root.getBoundingClientRect(), spot = mark.getBoundingClientRect();
    const [left, top] = at ? [at.clientX, at.clientY] : [(spot.left + spot.right) / 2, spot.bottom];
    says.style.left = `${Math.max(0, Math.min(left - box.x + 12, box.width - says.offsetWidth - 4))}px`;
    says.style.top = `${Math.min(top - box.y + 14, box.height - says.offsetHeight - 4)}px`;
  };
  const middle = (mark) => {
    const box = mark.getBoundingClientRect();
    return [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  };
  const walk = (mark, [right, down]) => {
    const [a, b] = middle(mark);
    let best, least = Infinity;
    for (const one of marks) {
      const [c, d] = middle(one), along = (c - a) * right + (d - b) * down;
      const off = Math.abs((c - a) * down) + Math.abs((d - b) * right);
      if (along > 1 && off <= 1.2 * along && along + 2 * off < least) [best, least] = [one, along + 2 * off];
    }
    best?.focus({ preventScroll: true });
  };

  marks.forEach((one, at) => (one.tabIndex = at === marks.length - 1 ? 0 : -1)); // the last is the darkest
  svg.addEventListener('focusin', ({ target }) => {
    for (const one of marks) one.tabIndex = one === target ? 0 : -1;
    const box = root.getBoundingClientRect(), [a, b] = middle(target);
    if (a < box.left || a > box.right || b < box.top || b > box.bottom) {
      [x, y] = [x + (a - box.x - box.width / 2) * k, y + (b - box.y - box.height / 2) * k];
      fitted = false;
      draw();
    }
    if (target.matches(':focus-visible')) tell(target);
  });
  svg.addEventListener('focusout', () => tell());
  svg.addEventListener('keydown', (e) => {
    const mark = e.target.closest('a');
    if (!mark || !(e.key in ARROWS)) return;
    e.preventDefault();
    walk(mark, ARROWS[e.key]);
  });
  svg.addEventListener('click', (e) => {
    const mark = e.target.closest('a');
    if (!mark || e.ctrlKey || e.metaKey || e.shiftKey) return; // those open a window of their own
    e.preventDefault();
    setTriggerValue('pressed', mark.getAttribute('href'));
  });
  svg.addEventListener('dragstart', (e) => e.preventDefault());
  svg.addEventListener('pointerdown', (e) => {
    if (!e.button) [from, dragged] = [[e.clientX, e.clientY, x, y], false];
  });
  svg.addEventListener('pointermove', (e) => {
    if (!from || !e.buttons) return tell(e.target.closest('[aria-label], [data-says]'), e);
    const [right, down] = [e.clientX - from[0], e.clientY - from[1]];
    if (!dragged && Math.hypot(right, down) < 5) return undefined; // a hand that shakes is no drag
    if (!dragged) svg.setPointerCapture(e.pointerId); // and what follows is no click on a mark
    dragged = true;
    [x, y] = [from[2] - right * k, from[3] - down * k];
    whole.hidden = fitted = false;
    tell();
    return look();
  });
  svg.addEventListener('pointerup', () => (from = null));
  svg.addEventListener('pointerleave', () => tell());
  svg.addEventListener('dblclick', (e) => e.target.closest('a') || zoom(2, e));
  svg.addEventListener('wheel', (e) => {
    if (!e.ctrlKey && !e.metaKey) return; // the wheel alone is the page's
    e.preventDefault();
    zoom(Math.exp(-e.deltaY / 200), e);
  }, { passive: false });
  root.querySelector('.closer').addEventListener('click', () => zoom(1.6));
  root.querySelector('.farther').addEventListener('click', () => zoom(1 / 1.6));
  whole.addEventListener('click', fit);
  const seen = new ResizeObserver(() => root.clientWidth && (fitted ? fit() : draw()));
  seen.observe(root);
  root.end = () => seen.disconnect();
  return root.end;
}
