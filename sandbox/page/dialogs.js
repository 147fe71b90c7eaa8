// Questions that wait for an answer, and lines that fade: the browser's own dialog keeps the focus and knows Escape.

import { element, iconButton } from "./dom.js";
import { say } from "./words.js";

// Shows a dialog and resolves with what `read` makes of it, or null if it was left.
export function dialog(title, body, { yes = say("ok"), no = say("cancel"), read = () => true, wide = false, role = "dialog" } = {}) {
  return new Promise((resolve) => {
    let answer = null;
    const form = element("form", { method: "dialog" },
      title ? element("h2", { id: "dialog-title" }, title) : null,
      body,
      element("div", { class: "dialog-buttons" },
        no ? element("button", { type: "button", class: "quiet", onclick: () => box.close() }, no) : null,
        yes ? element("button", { class: "strong" }, yes) : null));
    form.onsubmit = () => { answer = read(new FormData(form)); };
    const box = element("dialog", { role, class: wide ? "wide" : "", "aria-labelledby": title ? "dialog-title" : null }, form);
    box.onclick = (event) => { if (event.target === box) box.close(); };
    box.onclose = () => { box.remove(); resolve(answer); };
    document.body.append(box);
    box.showModal();
  });
}

export const alertBox = (title, text) =>
  dialog(title, element("p", { class: "alert-text" }, text), { no: "", role: "alertdialog" });

// Resolves with the value of the chosen line, or null.
export function choice(title, options) {
  return new Promise((resolve) => {
    let answer = null;
    const box = element("dialog", { "aria-labelledby": "dialog-title" },
      element("h2", { id: "dialog-title" }, title),
      element("ul", { class: "choices" }, options.map(({ text, hint, picture, value }) => element("li", {},
        element("button", { type: "button", onclick: () => { answer = value; box.close(); } },
          picture ?? null, element("span", { class: "menu-text" }, text, hint ? element("small", {}, hint) : null))))),
      element("div", { class: "dialog-buttons" }, element("button", { type: "button", class: "quiet", onclick: () => box.close() }, say("cancel"))));
    box.onclick = (event) => { if (event.target === box) box.close(); };
    box.onclose = () => { box.remove(); resolve(answer); };
    document.body.append(box);
    box.showModal();
  });
}

export function field(label, properties) {
  return element("label", { class: "field" }, element("span", {}, label), element("input", properties));
}

export function photoViewer(url, words) {
  const box = element("dialog", { class: "viewer", "aria-label": words || say("photo") },
    element("img", { src: url, alt: words || say("photo") }),
    words ? element("p", {}, words) : null,
    iconButton("close", say("close_chat"), { onclick: () => box.close() }));
  box.querySelector("button").setAttribute("aria-label", say("cancel"));
  box.onclick = () => box.close();
  box.onclose = () => box.remove();
  document.body.append(box);
  box.showModal();
}

const FADES_AFTER = 4000;

export function toast(place, text) {
  place.querySelector(".toast")?.remove();
  const line = element("div", { class: "toast", role: "status" }, text);
  line.onclick = () => line.remove();
  place.append(line);
  setTimeout(() => line.remove(), FADES_AFTER);
}
