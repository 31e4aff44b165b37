// One click, as a hand makes it: pointer and mouse go down and up, then exactly one click. Never at a coordinate: the
// events go to the element; the point only fills in what handlers may read.

function clickOnce(el) {
  const { x, y } = centreOf(el);
  const { left, top } = offsetOf(el);
  const at = { bubbles: true, cancelable: true, composed: true, view: window, clientX: x - left, clientY: y - top, button: 0, detail: 1 };
  const pointer = { ...at, pointerId: 1, pointerType: 'mouse', isPrimary: true };
  el.dispatchEvent(new PointerEvent('pointerover', pointer));
  el.dispatchEvent(new MouseEvent('mouseover', at));
  el.dispatchEvent(new PointerEvent('pointerdown', { ...pointer, buttons: 1 }));
  el.dispatchEvent(new MouseEvent('mousedown', { ...at, buttons: 1 }));
  el.dispatchEvent(new PointerEvent('pointerup', pointer));
  el.dispatchEvent(new MouseEvent('mouseup', at));
  // As in a browser: what was made anew under the finger gets no click, for nothing lies under it any more.
  if (!el.isConnected) return;
  if (typeof el.click === 'function') el.click();
  else el.dispatchEvent(new MouseEvent('click', at));
}
