// What a drawn infographic does where the browser has no markup for it: the card of a number, the
// glance before it is opened. Bundled with the glue, so that the loader stays small.

// `ask` asks the wasm, `tell` tells the page what was chosen; `pressed` is what was clicked before
// any of this was there; `save` saves what a menu's item names.
export function attend(body, ask, tell, pressed, save) {
  const root = body.getRootNode();
  let chosen;
  body.addEventListener('click', ({ target }) => {
    const number = target.closest?.('[data-n]');
    const detail = number && ask('choose', Number(number.dataset.n));
    if (detail) {
      // Without this it opens its sentence, and no more.
      const card = body.querySelector('#card');
      number.popoverTargetElement = card;
      if (number !== chosen) card.togglePopover(false);
      chosen = number;
      tell(detail);
    }
    const { dataset } = target;
    if (dataset?.save) save(dataset.save).then((saved) => saved && (dataset.saved = ''));
    if (target.closest?.('.copy')) {
      const quote = [...root.querySelectorAll('#card :is(blockquote, .cite)')].map((it) => it.textContent);
      navigator.clipboard?.writeText(quote.join('\n')).catch(() => {});
    }
  });
  // Where the focus was in the card it goes back to the number that opened it.
  body.addEventListener('beforetoggle', ({ newState, target }) => {
    if (newState === 'closed' && target.contains(root.activeElement)) {
      const opener = target.id === 'menu' ? body.querySelector('.save') : chosen;
      queueMicrotask(() => opener?.focus());
    }
  }, true);
  glance(body, ask);
  const number = pressed?.dataset.n;
  (body.contains(pressed) ? pressed : number && body.querySelector(`[data-n="${number}"]`))?.click();
}

// What there is to know of a number at once, for the mouse and for the keyboard.
function glance(body, ask) {
  const tip = document.createElement('div');
  tip.className = tip.part = 'tip';
  tip.popover = 'manual';
  tip.role = 'tooltip';
  body.append(tip);
  let timer;
  const hide = () => {
    clearTimeout(timer);
    if (tip.matches(':popover-open')) tip.hidePopover();
  };
  const show = ({ target, pointerType = 'mouse' }, wait) => {
    const number = target.closest?.('[data-n]');
    if (!number || pointerType !== 'mouse') return;
    timer = setTimeout(() => {
      if (!number.isConnected || body.querySelector('.card:popover-open')) return;
      hide();
      const lines = ask('glance', Number(number.dataset.n)) ?? [];
      tip.replaceChildren(...lines.map((line) => {
        const row = document.createElement('p');
        row.textContent = line;
        return row;
      }));
      tip.showPopover({ source: number });
    }, wait);
  };
  body.addEventListener('pointerover', (event) => show(event, 250));
  body.addEventListener('focusin', (event) => event.target.matches(':focus-visible') && show(event, 0));
  for (const leave of ['pointerout', 'focusout', 'click', 'keydown']) body.addEventListener(leave, hide);
}
