// Makes elements in one expression, and keeps what every part of the page needs to point at them.

export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name === "class") node.className = value;
    else if (name === "data") Object.assign(node.dataset, value);
    else if (name.startsWith("on") || name in node) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const ICONS = {
  back: "M15 5 8 12l7 7", close: "M6 6l12 12M18 6 6 18", more: "M12 5v.01M12 12v.01M12 19v.01",
  send: "M4 12 20 4l-6 16-3-7zM11 13l9-9", attach: "m8 12 6-6a3 3 0 0 1 4 4l-8 8a5 5 0 0 1-7-7l8-8",
  menu: "M4 7h16M4 12h16M4 17h16", beside: "M4 5h16v14H4zM12 5v14", add: "M12 5v14M5 12h14",
  developer: "m8 8-4 4 4 4m8-8 4 4-4 4M13 5l-2 14", keyboard: "M3 7h18v10H3zM7 10v.01M11 10v.01M15 10v.01M17 10v.01M8 14h8",
  down: "m6 9 6 6 6-6", pin: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7", file: "M6 3h8l4 4v14H6zM14 3v4h4",
  place: "M12 21c-5-6-7-8-7-12a7 7 0 0 1 14 0c0 4-2 6-7 12zM12 9v.01", out: "M8 16 16 8m-6 0h6v6",
  copy: "M9 9h10v10H9zM5 15V5h10", card: "M3 6h18v12H3zM3 10h18M7 15h3", phone: "M6 3h4l1 5-2 2a12 12 0 0 0 5 5l2-2 5 1v4c-9 2-17-6-15-15z",
  edit: "m4 20 1-4L16 5l3 3L8 19zM14 7l3 3", forward: "M13 6l6 6-6 6M19 12H9a5 5 0 0 0-5 5v2", reply: "M11 6l-6 6 6 6M5 12h10a5 5 0 0 1 5 5v2",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13", photo: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9v.01",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c1-5 15-5 16 0", block: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM6 6l12 12",
  link: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1", play: "M8 5v14l11-7z",
  check: "m5 12 5 5 9-10", checks: "m2 12 5 5 9-10M11 16l1 1 9-10", clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 3",
};

export function icon(name) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(path);
  return drawing;
}

export function iconButton(name, label, properties = {}) {
  const { class: extra = "", ...rest } = properties;
  return element("button", { type: "button", class: `icon-button ${extra}`, "aria-label": label, title: label, ...rest }, icon(name));
}

export function avatar(name, id) {
  const letters = name.split(" ").filter(Boolean).map((word) => [...word][0]).slice(0, 2).join("");
  return element("span", { class: `avatar tone-${id % 7}`, "aria-hidden": "true" }, letters);
}

export const unseen = (text) => element("span", { class: "unseen" }, text);

// One stop for Tab in a list; arrows, Home and End move within it.
export function moveByArrows(event, items, { across = false } = {}) {
  const steps = { ArrowDown: 1, ArrowUp: -1, ...(across ? { ArrowRight: 1, ArrowLeft: -1 } : {}) };
  const at = items.indexOf(document.activeElement);
  let next = null;
  if (event.key in steps && at >= 0) next = items[Math.min(Math.max(at + steps[event.key], 0), items.length - 1)];
  if (event.key === "Home") next = items[0];
  if (event.key === "End") next = items.at(-1);
  if (!next) return false;
  event.preventDefault();
  next.focus();
  return true;
}
