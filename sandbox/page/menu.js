// A small menu beside what opened it: arrows move, Enter chooses, Escape closes and gives the focus back.

import { element, icon, moveByArrows } from "./dom.js";

let closeOpen = () => {};

export function openMenu(anchor, label, items, { x, y } = {}) {
  closeOpen();
  const before = document.activeElement;
  const buttons = items.map(({ text, hint, picture, badge, isCurrent, act }) =>
    element("button", { type: "button", role: "menuitem", tabIndex: -1, "aria-current": isCurrent ? "true" : null, onclick: () => { close(); act(); } },
      typeof picture === "string" ? icon(picture) : picture ?? null,
      element("span", { class: "menu-text" }, text, hint ? element("small", {}, hint) : null),
      badge ?? null));
  const menu = element("div", { class: "menu", role: "menu", "aria-label": label }, buttons);
  const close = ({ focus = true } = {}) => {
    menu.remove();
    anchor.setAttribute?.("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    closeOpen = () => {};
    if (focus) (before?.isConnected ? before : anchor).focus();
  };
  const outside = (event) => { if (!menu.contains(event.target)) close({ focus: false }); };
  menu.onkeydown = (event) => {
    if (event.key === "Escape" || event.key === "Tab") { event.preventDefault(); event.stopPropagation(); close(); } else moveByArrows(event, buttons);
  };
  document.body.append(menu);
  place(menu, anchor.getBoundingClientRect(), x, y);
  anchor.setAttribute?.("aria-expanded", "true");
  document.addEventListener("pointerdown", outside, true);
  closeOpen = close;
  (buttons.find((one) => one.getAttribute("aria-current")) ?? buttons[0])?.focus();
}

function place(menu, box, x, y) {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = box.bottom + height + 8 < innerHeight;
  const left = x ?? Math.min(box.left, box.right - width < 8 ? box.left : box.right - width);
  const top = y ?? (below ? box.bottom + 4 : box.top - height - 4);
  menu.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(top, innerHeight - height - 8))}px`;
}
