// What is wrong with where the texts of `root` stand, a line each: texts that
// meet, texts that are cut, texts that leave the host. Boxes hold the ink, not
// the line: a line's box is as high as its font wants, however little is drawn.
(root) => {
  const host = root.host ?? root;
  const brush = document.createElement('canvas').getContext('2d');
  const SLACK = 1;
  const boxes = [];
  const hidden = (element) => {
    const style = getComputedStyle(element);
    // What is there for those who hear it is as small as a pixel.
    const { width, height } = element.getBoundingClientRect();
    if (style.overflowX !== 'visible' && width < 2 && height < 2) return true;
    if (element.parentElement && hidden(element.parentElement)) return true;
    return style.visibility !== 'visible' || style.display === 'none' || Number(style.opacity) === 0;
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node; (node = walker.nextNode());) {
    const text = node.data.trim();
    const element = node.parentElement;
    if (!text || hidden(element) || !element.checkVisibility?.()) continue;
    const style = getComputedStyle(element);
    brush.font = [style.fontStyle, style.fontWeight, style.fontSize, style.fontFamily].join(' ');
    const ink = brush.measureText(text);
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      if (line.width < 1) continue;
      const fits = Math.abs(ink.fontBoundingBoxAscent + ink.fontBoundingBoxDescent - line.height) < 2;
      const middle = line.top + line.height / 2;
      const half = parseFloat(style.fontSize) / 2;
      const baseline = line.top + ink.fontBoundingBoxAscent;
      boxes.push({
        text, element, left: line.left, right: line.right,
        top: fits ? baseline - ink.actualBoundingBoxAscent : middle - half,
        bottom: fits ? baseline + ink.actualBoundingBoxDescent : middle + half,
      });
    }
  }
  const wrong = [];
  const say = (box) => `“${box.text}” (${box.element.className || box.element.localName} at ${
    [box.left, box.top, box.right, box.bottom].map(Math.round).join(' ')})`;

  boxes.sort((a, b) => a.top - b.top);
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) {
      if (b.top > a.bottom) break;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > SLACK && down > SLACK) wrong.push(`${say(a)} overlaps ${say(b)}`);
    }
  });

  const outside = (box, frame, axis) => axis === 'x'
    ? box.left < frame.left - SLACK || box.right > frame.right + SLACK
    : box.top < frame.top - SLACK || box.bottom > frame.bottom + SLACK;
  const limits = host.getBoundingClientRect();
  for (const box of boxes) {
    let scrolls = false;
    for (let it = box.element; it; it = it === host ? null : it.parentElement) {
      const style = getComputedStyle(it);
      if (style.display === 'inline') continue;
      const frame = it.getBoundingClientRect();
      for (const axis of ['x', 'y']) {
        const overflow = axis === 'x' ? style.overflowX : style.overflowY;
        if (overflow === 'visible') continue;
        if (overflow === 'auto' || overflow === 'scroll') scrolls = true;
        else if (outside(box, frame, axis)) wrong.push(`${say(box)} is cut by ${it.className || it.localName}`);
      }
    }
    if (!scrolls && (outside(box, limits, 'x') || outside(box, limits, 'y'))) {
      wrong.push(`${say(box)} leaves the element, which is ${Math.round(limits.width)} px wide`);
    }
  }
  if (!boxes.length) wrong.push('no text is shown');
  return wrong;
}
