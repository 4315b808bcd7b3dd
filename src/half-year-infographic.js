// Defines <half-year-infographic>. The work is done in wasm, which is fetched once for any number
// of elements; what is here a custom element cannot do without.
const NAME = 'half-year-infographic';
const at = (file) => new URL(file, import.meta.url).href;
const CHOICES = ['metrics', 'layout', 'lang', 'hide', 'heading', 'heading-level'];
const ORIGINS = ['src', 'edition'];
const LOOKS = ['theme', 'motion', 'wake'];
const VALUES = { theme: 'auto light dark', motion: 'auto none', wake: 'visible load idle interaction' };

// Room until the picture is there: what follows a poster starts below the window, so that nothing
// that a reader sees moves.
const room = new CSSStyleSheet();
room.replaceSync(':host{display:block;min-block-size:100vh}:host([layout=strip]){min-block-size:5.125rem}:host([layout=figure]){display:inline}');

class Trouble extends Error {
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

let widget;
const load = () => (widget ??= (async () => {
  try {
    // Both at once: the wasm does not wait for its glue.
    const code = fetch(at('./halfyear_bg.wasm'));
    code.catch(() => {});
    const glue = await import(at('./halfyear.js'));
    await glue.default({ module_or_path: code });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(glue.style());
    return { mount: glue.mount, sheet };
  } catch (cause) {
    widget = undefined;
    throw new Trouble('wasm', `cannot run ${at('./halfyear_bg.wasm')}: serve it beside the script, and allow 'wasm-unsafe-eval' where a content security policy is set (${cause.message})`);
  }
})());

// What only saving needs, fetched when somebody does.
let exporter;
const exports = () => (exporter ??= (async () => {
  const code = fetch(at('./halfyear-export_bg.wasm'));
  code.catch(() => {});
  const glue = await import(at('./halfyear-export.js'));
  await glue.default({ module_or_path: code });
  return glue;
})().catch((cause) => {
  exporter = undefined;
  throw new Trouble('wasm', `cannot save: serve ${at('./halfyear-export_bg.wasm')} beside the script (${cause.message})`);
}));

const fetched = async (address) => {
  let answer;
  try {
    answer = await fetch(address);
  } catch (cause) {
    throw new Trouble('network', `cannot fetch ${address}: ${cause.message}`);
  }
  if (!answer.ok) throw new Trouble('network', `${address} answered ${answer.status}: put a bundle there or change src or edition`);
  try {
    return await answer.json();
  } catch (cause) {
    throw new Trouble('bundle', `${address} is no JSON: ${cause.message}`);
  }
};

class HalfYearInfographic extends HTMLElement {
  static observedAttributes = [...CHOICES, ...ORIGINS, ...LOOKS];
  #handle;
  #given;
  #bundle;
  #number;
  #turn = 0;
  #said = new Set();
  #settle;
  ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));

  constructor() {
    super();
    this.ready.catch(() => {});
    // A property set before the element was defined would hide the accessor of the class.
    for (const name of [...HalfYearInfographic.observedAttributes.map(property), 'bundle']) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
  }

  connectedCallback() {
    if (this.#handle) this.#set('lang');
    else {
      this.#reserve();
      this.#draw();
    }
  }

  disconnectedCallback() {
    // A move in the document is a removal and an insertion in one task.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#turn += 1;
      this.#unmount();
    });
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    if (VALUES[name] && value && !VALUES[name].split(' ').includes(value)) {
      this.#say(`${name}="${value}" makes no sense here; use: ${VALUES[name]}`);
    }
    if (!this.isConnected) return;
    if (ORIGINS.includes(name)) this.#draw();
    else if (this.#handle && CHOICES.includes(name)) this.#set(name);
  }

  #set(name) {
    try {
      this.#handle.set(name, name === 'lang' ? this.#lang() : this.getAttribute(name));
      this.#complain();
    } catch (trouble) {
      this.#fail(trouble);
    }
  }

  get bundle() {
    return this.#given;
  }

  set bundle(bundle) {
    this.#given = bundle ?? undefined;
    if (this.isConnected) this.#draw();
  }

  async #save(what, more) {
    const [glue] = await Promise.all([exports(), this.ready]);
    return glue[what](this, this.#bundle, this.#lang(), more);
  }

  toSVG() {
    return this.#save('svg');
  }

  toPNG({ scale } = {}) {
    return this.#save('png', scale);
  }

  toCSV() {
    return this.#save('csv');
  }

  #lang() {
    const known = (tag) => /^(zh|en)\b/i.test(tag ?? '');
    const own = this.getAttribute('lang');
    if (own && !known(own)) this.#say(`lang="${own}" makes no sense here; use: zh en`);
    if (known(own)) return own;
    for (let node = this.parentNode ?? this.getRootNode().host; node; node = node.parentNode ?? node.host) {
      const tag = node.getAttribute?.('lang');
      if (tag) return known(tag) ? tag : 'zh';
    }
    return 'zh';
  }

  async #draw() {
    const turn = ++this.#turn;
    try {
      const source = this.getAttribute('src');
      const address = source ? new URL(source, document.baseURI).href
        : at(`./editions/${encodeURIComponent(this.getAttribute('edition') || 'keqiao-2023-h1')}.json`);
      const [tools, bundle] = await Promise.all([load(), this.#given ?? fetched(address)]);
      if (turn !== this.#turn) return;
      if (this.#handle) this.#handle.replace(bundle);
      else this.#mount(tools, bundle);
      this.#bundle = bundle;
      this.#complain();
      this.#settle.resolve(this);
      performance.mark('half-year-ready');
      this.#tell('half-year-ready', {});
    } catch (trouble) {
      if (turn === this.#turn) this.#fail(trouble);
    }
  }

  #reserve() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [room];
    root.append(document.createElement('slot'));
  }

  // The picture that stands, or the light-DOM content, stays.
  #fail(trouble) {
    if (!this.#handle && this.shadowRoot) this.shadowRoot.adoptedStyleSheets = [];
    const { kind = 'wasm', message = String(trouble) } = trouble;
    this.#say(message, 'error');
    this.#settle.reject(new Trouble(kind, message));
    this.#tell('half-year-error', { kind, message });
  }

  #mount({ mount, sheet }, bundle) {
    const body = document.createElement('div');
    body.className = 'hy';
    const options = {};
    for (const name of CHOICES) if (this.hasAttribute(name)) options[name] = this.getAttribute(name);
    options.lang = this.#lang();
    this.#handle = mount(body, bundle, options);
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(body);
    this.#watch(body, root);
    this.#hint(body);
    body.addEventListener('click', (event) => {
      const number = event.target.closest?.('[data-n]');
      this.#number = number ?? this.#number;
      const detail = number && this.#handle?.choose(Number(number.dataset.n));
      if (detail) this.#tell('half-year-select', detail);
      const { dataset } = event.target;
      if (dataset?.save) {
        this.#save('save', dataset.save).then(() => (dataset.saved = ''), (trouble) => this.#say(String(trouble.message ?? trouble), 'error'));
      }
      if (event.target.closest?.('.copy')) {
        const quote = [...root.querySelectorAll('blockquote, .cite')].map((it) => it.textContent);
        navigator.clipboard?.writeText(quote.join('\n')).catch(() => {});
      }
    });
  }

  // Where the focus was in the card it goes back to the number that opened it.
  #watch(body, root) {
    body.addEventListener('beforetoggle', ({ newState, target }) => {
      if (newState === 'closed' && target.contains(root.activeElement)) {
        const opener = target.id === 'menu' ? body.querySelector('.save') : this.#number;
        queueMicrotask(() => opener?.focus());
      }
    }, true);
  }

  // A glance at a number before it is opened, for the mouse and for the keyboard.
  #hint(body) {
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
        if (!number.isConnected || body.querySelector('#card:popover-open')) return;
        hide();
        tip.replaceChildren(...this.#handle.glance(Number(number.dataset.n)).map((line) => {
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

  #unmount() {
    this.#handle?.free();
    this.#handle = this.#number = undefined;
    this.shadowRoot?.replaceChildren(document.createElement('slot'));
  }

  #complain() {
    for (const complaint of this.#handle.complaints()) this.#say(complaint);
  }

  #say(message, how = 'warn') {
    if (this.#said.has(message)) return;
    this.#said.add(message);
    console[how](`${NAME}: ${message}`);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

function property(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}

for (const name of HalfYearInfographic.observedAttributes) {
  if (name === 'lang') continue; // every element has it
  Object.defineProperty(HalfYearInfographic.prototype, property(name), {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(name);
    },
    set(value) {
      if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}

// The first script on a page serves all of them.
if (!customElements.get(NAME)) customElements.define(NAME, HalfYearInfographic);
