/** Ways to show more gifts than fit: all at once, in tabs, as far as one scrolls, or only the rows that are seen. */
import { shelf, unwire } from "./gifts.js";
import { make, words } from "./words.js";

const COLUMNS = 3;
const ROW_PX = 96;
const SEND_PX = 26;
const LAZY_STEP = 24;
const DEAR = [100, 1000];

/** A panel {element, draw()} of this shape; cellOf(gift) makes what stands in it. */
export function panelOf(shape, cellOf) {
  const grid = make(shape.list[0], "c-DivGrid");
  const element = make("div", "c-DivGiftPanel", grid);
  switch (shape.panel) {
    case "tabs":
      return { element, draw: tabs(element, grid, cellOf) };
    case "virtual":
      return { element, draw: virtual(element, grid, cellOf, ROW_PX + (shape.send === "beside" ? SEND_PX : 0)) };
    case "lazy":
      return { element, draw: lazy(element, grid, cellOf) };
    default:
      return { element, draw: () => grid.replaceChildren(...shelf.panel.map(cellOf)) };
  }
}

/** The list's own pages; one page alone is parted by price. */
function pagesNow() {
  if (shelf.pages.length > 1) {
    return shelf.pages.map((page) => ({ name: page.page_name, gifts: page.gifts }));
  }
  const part = (gift) => DEAR.filter((coins) => gift.diamond_count >= coins).length;
  return words.tabs.map((name, index) => ({ name, gifts: shelf.panel.filter((gift) => part(gift) === index) }));
}

function tabs(element, grid, cellOf) {
  let shown = 0;
  const head = make("div", "c-DivTabs");
  head.setAttribute("role", "tablist");
  element.prepend(head);
  const draw = () => {
    const pages = pagesNow();
    head.replaceChildren(...pages.map((page, index) => tab(page.name, index === shown, () => {
      shown = index;
      draw();
    })));
    grid.replaceChildren(...pages[shown].gifts.map(cellOf));
  };
  return draw;
}

function tab(name, on, does) {
  const element = make("button", "c-ButtonTab", name);
  element.setAttribute("role", "tab");
  element.ariaSelected = String(on);
  element.onclick = does;
  return element;
}

/** Only the rows that can be seen are in the page. */
function virtual(element, grid, cellOf, rowPx) {
  const mounted = new Map();
  const show = () => {
    const first = Math.max(0, Math.floor(element.scrollTop / rowPx) - 1) * COLUMNS;
    const last = (Math.ceil((element.scrollTop + element.clientHeight) / rowPx) + 1) * COLUMNS;
    for (const [index, cell] of mounted) {
      if (index < first || index >= last) {
        unwire(cell.firstChild);
        cell.remove();
        mounted.delete(index);
      }
    }
    shelf.panel.slice(first, last).forEach((gift, offset) => mounted.has(first + offset) || put(gift, first + offset));
  };
  const put = (gift, index) => {
    const cell = cellOf(gift);
    cell.style.cssText = `position:absolute;width:${100 / COLUMNS}%;left:${(100 / COLUMNS) * (index % COLUMNS)}%;top:${rowPx * Math.floor(index / COLUMNS)}px`;
    mounted.set(index, cell);
    grid.append(cell);
  };
  grid.classList.add("c-DivVirtual");
  element.onscroll = show;
  return () => {
    grid.style.height = rowPx * Math.ceil(shelf.panel.length / COLUMNS) + "px";
    grid.replaceChildren();
    mounted.clear();
    show();
  };
}

/** More of it as one scrolls. */
function lazy(element, grid, cellOf) {
  let count = LAZY_STEP;
  element.onscroll = () => {
    if (element.scrollTop + element.clientHeight > element.scrollHeight - ROW_PX && count < shelf.panel.length) {
      grid.append(...shelf.panel.slice(count, count + LAZY_STEP).map(cellOf));
      count += LAZY_STEP;
    }
  };
  return () => grid.replaceChildren(...shelf.panel.slice(0, count).map(cellOf));
}
