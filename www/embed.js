// In a frame: every parameter of the address is an attribute, and the height is told outside.
// Around a frame: it gets the height that it tells.
(() => {
  if (document.currentScript.dataset.framed === '') {
    const element = document.createElement('half-year-infographic');
    for (const [name, value] of new URLSearchParams(location.search)) {
      if (/^[a-z-]+$/.test(name) && !/^(on|style|class|id|slot|is)/.test(name)) element.setAttribute(name, value);
    }
    const lang = element.getAttribute('lang');
    if (lang) document.documentElement.lang = lang;
    document.body.append(element);
    const tell = () => parent.postMessage({ halfYear: Math.ceil(element.getBoundingClientRect().height) }, '*');
    element.addEventListener('half-year-ready', () => new ResizeObserver(tell).observe(element), { once: true });
  } else {
    addEventListener('message', ({ data, source }) => {
      for (const frame of document.querySelectorAll('iframe')) {
        if (frame.contentWindow === source && data?.halfYear > 0) frame.height = data.halfYear;
      }
    });
  }
})();
