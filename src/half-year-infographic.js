// Defines <half-year-infographic>. The work is done in wasm, which is fetched once for any number
// of elements; what is here a custom element cannot do without.
const FILES = { glue: './halfyear.js', wasm: './halfyear_bg.wasm', exporter: './halfyear-export.js', exporterWasm: './halfyear-export_bg.wasm' };
const NAME = 'half-year-infographic';
const at = (file) => new URL(file, import.meta.url).href;
const CHOICES = ['metrics', 'layout', 'lang', 'hide', 'heading', 'heading-level'];
const ORIGINS = ['src', 'edition'];
const LOOKS = ['theme', 'motion', 'wake'];
const VALUES = { theme: 'auto light dark', motion: 'auto none', wake: 'visible load idle interaction' };
const STIRS = ['pointerover', 'focusin', 'click'];

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
let sheet;
// Counts the instances of the wasm. One that has trapped is left alone, and whoever needs it again
// gets the next; what is drawn stays.
let instance = 0;
// What is left of those: collected, it would be freed in wasm that no longer works.
const lost = [];
const lose = () => {
  widget = undefined;
  instance += 1;
};
const trapped = (trouble) => trouble instanceof WebAssembly.RuntimeError;
addEventListener('error', ({ error }) => trapped(error) && lose());

const load = () => (widget ??= (async () => {
  try {
    // Both at once: the wasm does not wait for its glue.
    const code = fetch(at(FILES.wasm));
    code.catch(() => {});
    const glue = await import(at(FILES.glue) + (instance ? `?${instance}` : ''));
    await glue.default({ module_or_path: code });
    return glue;
  } catch (cause) {
    lose();
    throw new Trouble('wasm', `cannot run ${at(FILES.wasm)}: serve it beside the script, and allow 'wasm-unsafe-eval' where a content security policy is set (${cause.message})`);
  }
})());

// What only saving needs, fetched when somebody does.
let exporter;
const exports = () => (exporter ??= (async () => {
  const code = fetch(at(FILES.exporterWasm));
  code.catch(() => {});
  const glue = await import(at(FILES.exporter));
  await glue.default({ module_or_path: code });
  return glue;
})().catch((cause) => {
  exporter = undefined;
  throw new Trouble('wasm', `cannot save: serve ${at(FILES.exporterWasm)} beside the script (${cause.message})`);
}));

// When the browser has time; where it does not tell, in a task of its own.
const later = (work) => (self.requestIdleCallback ?? setTimeout)(work);

// What several ask for at once is fetched once.
const asked = new Map();
const fetched = (address) => {
  if (!asked.has(address)) asked.set(address, get(address).finally(() => asked.delete(address)));
  return asked.get(address);
};

const get = async (address) => {
  let answer;
  try {
    answer = await fetch(address);
  } catch (cause) {
    throw new Trouble('network', `cannot fetch ${address}: ${cause.message}`);
  }
  if (!answer.ok) throw new Trouble('network', `${address} answered ${answer.status}: put a bundle there or change src or edition`);
  try {
    return JSON.parse(await answer.text());
  } catch (cause) {
    throw new Trouble('bundle', `${address} is no JSON: ${cause.message}`);
  }
};

// One step of one infographic in a task, so that none is long. Timers would wait for nothing.
let last = Promise.resolve();
const { port1, port2 } = new MessageChannel();
const turns = () => (last = last.then(() => new Promise((done) => {
  port1.onmessage = done;
  port2.postMessage(0);
})));

class HalfYearInfographic extends HTMLElement {
  static observedAttributes = [...CHOICES, ...ORIGINS, ...LOOKS];
  #handle;
  #instance;
  #body;
  #given;
  #bundle;
  #here;
  #rest;
  #pressed;
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
    else if (!this.#here) {
      this.#here = true;
      if (this.shadowRoot?.querySelector('.hy')) this.#sleep();
      else {
        this.#reserve();
        this.#draw();
      }
    }
  }

  disconnectedCallback() {
    // A move in the document is a removal and an insertion in one task.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#here = false;
      this.#turn += 1;
      this.#rest?.();
      this.#unmount();
    });
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    if (VALUES[name] && value && !VALUES[name].split(' ').includes(value)) {
      this.#say(`${name}="${value}" makes no sense here; use: ${VALUES[name]}`);
    }
    if (!this.#here) return;
    const choice = CHOICES.includes(name);
    if (name === 'wake' && this.#rest) this.#sleep();
    else if (ORIGINS.includes(name) || (choice && !this.#handle)) this.#draw();
    else if (choice) this.#set(name);
  }

  // What is painted is complete: it needs no wasm until it is asked for more than is painted.
  #sleep() {
    this.#rest?.();
    let slept;
    const wake = () => {
      if (!slept) this.#draw();
      slept = true;
    };
    const stir = (event) => {
      if (event.type === 'click') this.#pressed = event.composedPath()[0].closest?.('button');
      wake();
    };
    const seen = new IntersectionObserver((all) => all.some((it) => it.isIntersecting) && wake());
    for (const type of STIRS) this.addEventListener(type, stir);
    this.#rest = () => {
      slept = true;
      seen.disconnect();
      for (const type of STIRS) this.removeEventListener(type, stir);
      this.#rest = undefined;
    };
    const when = this.getAttribute('wake');
    if (when === 'load') wake();
    else if (when === 'idle') later(wake);
    else if (when !== 'interaction') seen.observe(this);
  }

  // Asks the wasm; answers nothing where that has been lost, and then draws anew.
  #ask(what, ...given) {
    if (this.#instance !== instance) {
      this.#draw();
      return;
    }
    try {
      return this.#handle?.[what](...given);
    } catch (trouble) {
      this.#fail(trouble);
    }
  }

  #set(name) {
    this.#ask('set', name, name === 'lang' ? this.#lang() : this.getAttribute(name));
    this.#complain();
  }

  get bundle() {
    return this.#given;
  }

  set bundle(bundle) {
    this.#given = bundle ?? undefined;
    if (this.#here) this.#draw();
  }

  async #save(what, more) {
    if (this.#rest) this.#draw();
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

  #source() {
    if (this.#given) return this.#given;
    const source = this.getAttribute('src');
    const edition = this.getAttribute('edition') || 'keqiao-2023-h1';
    return fetched(source ? new URL(source, document.baseURI).href
      : at(FILES.editions?.[edition] ?? `./editions/${encodeURIComponent(edition)}.json`));
  }

  async #draw() {
    const turn = ++this.#turn;
    let mine;
    let draft;
    // Whether, after a pause, this is no longer what is wanted.
    const late = async () => {
      await turns();
      if (turn !== this.#turn) return true;
      if (mine === instance) return false;
      this.#draw();
      return true;
    };
    try {
      const [glue, bundle] = await Promise.all([load(), this.#source()]);
      mine = instance;
      if (await late()) return;
      if (this.#handle && this.#instance === instance) this.#handle.replace(bundle);
      else {
        draft = glue.draft(bundle);
        if (await late()) return;
        draft.draw(this.#options());
        if (await late()) return;
        const drawn = draft;
        draft = undefined;
        this.#mount(glue, drawn);
      }
      this.#bundle = bundle;
      this.#complain();
      this.#settle.resolve(this);
      performance.mark('half-year-ready');
      this.#tell('half-year-ready', {});
    } catch (trouble) {
      if (turn === this.#turn) this.#fail(trouble);
      else if (trapped(trouble)) lose();
    } finally {
      if (draft) mine === instance ? draft.free() : lost.push(draft);
    }
  }

  #options() {
    const options = { lang: this.#lang() };
    for (const name of CHOICES) if (this.hasAttribute(name)) options[name] ??= this.getAttribute(name);
    return options;
  }

  #reserve() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [room];
    root.append(document.createElement('slot'));
  }

  // The picture that stands, or the light-DOM content, stays.
  #fail(trouble) {
    if (trapped(trouble)) lose();
    const root = this.shadowRoot;
    if (root?.adoptedStyleSheets[0] === room) root.adoptedStyleSheets = [];
    const { kind = 'wasm', message = String(trouble) } = trouble;
    this.#say(message, 'error');
    this.#settle.reject(new Trouble(kind, message));
    this.#tell('half-year-error', { kind, message });
  }

  #mount(glue, draft) {
    const root = this.shadowRoot;
    let body = root.querySelector('.hy');
    const styled = body?.dataset.build === glue.build() && root.querySelector('style')?.sheet;
    const pressed = root.querySelector(':popover-open') && this.#pressed;
    if (!body) {
      const fresh = body = document.createElement('div');
      fresh.className = 'hy';
      // A frame has to know its whole height at once.
      if (self === top) {
        fresh.classList.add('fresh');
        later(() => fresh.classList.remove('fresh'));
      }
    }
    const handle = draft.mount(body);
    if (this.#handle) lost.push(this.#handle);
    this.#handle = handle;
    this.#instance = instance;
    if (!styled) {
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(glue.style());
      }
      root.adoptedStyleSheets = [sheet];
      root.querySelector('style')?.remove();
    }
    if (body.parentNode !== root) root.replaceChildren(body);
    this.#rest?.();
    if (this.#body === body) return;
    this.#body = body;
    glue.attend(body, (...question) => this.#ask(...question), (detail) => this.#tell('half-year-select', detail), pressed, (what) => this.#save('save', what).then(() => true, ({ message }) => this.#say(message, 'error')));
  }

  #unmount() {
    if (!this.#handle) return;
    if (this.#instance === instance) this.#handle.free();
    else lost.push(this.#handle);
    this.#handle = this.#body = undefined;
    this.shadowRoot.replaceChildren(document.createElement('slot'));
  }

  #complain() {
    for (const complaint of this.#ask('complaints') ?? []) this.#say(complaint);
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
