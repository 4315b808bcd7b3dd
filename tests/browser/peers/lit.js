// The figures of an edition as a component made with Lit.
import { LitElement, css, html, svg } from 'lit';
import figures from './figures.json';

class PeerFigures extends LitElement {
  static styles = css`
    figure { margin: 28px 0; border-top: 1px solid #E2DCD0 }
    figcaption { font-weight: 600 }
    dl { display: grid; grid-template-columns: max-content 1fr max-content; gap: 4px 12px }
    dd { margin: 0 }
    svg { width: 100%; height: 12px; fill: #24427C }
  `;

  render() {
    return figures.map(({ title, bars }) => {
      const most = Math.max(...bars.map(({ value }) => Math.abs(value)), 1);
      return html`<figure><figcaption>${title}</figcaption><dl>${bars.map(({ name, value, words }) => html`
        <dt>${name}</dt>
        <dd><svg viewBox="0 0 100 12" preserveAspectRatio="none">${svg`<rect width=${100 * Math.abs(value) / most} height="12"/>`}</svg></dd>
        <dd>${words}</dd>`)}</dl></figure>`;
    });
  }

  updated() {
    performance.mark('complete');
  }
}

customElements.define('peer-figures', PeerFigures);
