// What the keyboard pressed may be drawn anew, switched off or gone once the page has answered; the browser then drops
// its focus silently. It is given back: to the same button, else to its neighbour, else to the page's first sentence.
const WAITS = 15000; // milliseconds in which an answer is that to a key
const OURS = ':is(button, input, textarea, a[href]):not([disabled], [tabindex="-1"])';
let pressed = null;

const keyed = (one) => one?.closest('[class*="st-key-"]');
const name = (one) => [...one.classList].find((word) => word.startsWith('st-key-'));
const running = () => document.querySelector('[data-test-script-state]')?.dataset.testScriptState !== 'notRunning';
const lost = () => !document.activeElement || document.activeElement === document.body;

function remember({ key, target }) {
  if (key !== 'Enter' && key !== ' ') {
    pressed = null;
    return;
  }
  const room = keyed(target);
  if (!room) return;
  pressed = { target, path: location.pathname, at: Date.now(), names: [] };
  for (let one = room; one; one = keyed(one.parentElement)) pressed.names.push(name(one));
}

function giveBack() {
  if (!pressed || running() || !lost() || Date.now() - pressed.at > WAITS) return;
  const { target, names, path } = pressed;
  const same = target.isConnected && !target.disabled ? target : null;
  const near = path === location.pathname ? names.map((one) => document.querySelector(`.${CSS.escape(one)} ${OURS}`)) : [];
  const to = same ?? near.find((one) => one?.checkVisibility()) ?? document.querySelector('h1.hg-lead');
  if (to?.matches('h1')) to.tabIndex = -1;
  to?.focus({ preventScroll: to === same });
}

export default function ({ data }) {
  document.documentElement.lang = data;
  if (window.hgFocus) return;
  window.hgFocus = true;
  document.addEventListener('keydown', remember, true);
  document.addEventListener('pointerdown', () => (pressed = null), true);
  setInterval(giveBack, 300);
}
