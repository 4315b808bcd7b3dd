// The controls: each sets the attribute it is named after.
const form = document.querySelector('#controls');
const poster = document.querySelector('#poster');
const frame = document.querySelector('#frame');
const snippet = document.querySelector('#snippet');

const apply = () => {
  for (const { name, value } of form.elements) {
    if (name === 'width') frame.style.width = value < 1600 ? `${value}px` : '';
    else if (value) poster.setAttribute(name, value);
    else poster.removeAttribute(name);
  }
  const copy = poster.cloneNode(false);
  copy.removeAttribute('id');
  snippet.textContent = copy.outerHTML;
};
form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
apply();
