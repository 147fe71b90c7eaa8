// The people whose phones these are: a list with what they have not read, and a form for somebody new.

import { avatar, element, icon, iconButton, moveByArrows } from "./dom.js";
import { dialog, field } from "./dialogs.js";
import { clockTime, knows, say } from "./words.js";

export class People {
  constructor(app, node) {
    this.app = app;
    this.list = element("ul", { "aria-label": say("people") });
    this.list.onkeydown = (event) => { moveByArrows(event, this.#buttons()); };
    this.trouble = element("p", { class: "away", role: "status", hidden: true }, say("offline"));
    this.developer = element("button", { type: "button", class: "developer-button", "aria-expanded": "false", "aria-controls": "drawer" }, icon("developer"), say("developer"));
    node.setAttribute("aria-label", say("people"));
    node.append(
      element("header", {}, element("div", {}, element("h1", {}, "Telegram"), element("small", {}, say("about_page"))),
        iconButton("add", say("new_person"), { onclick: () => this.#addPerson() })),
      this.trouble, this.list, element("footer", {}, this.developer));
  }

  #buttons() { return [...this.list.querySelectorAll(".person")]; }

  update(people, open) {
    const json = JSON.stringify([people, open, [...this.app.drafts]]);
    if (json === this.drawn) return;
    this.drawn = json;
    const focused = this.list.contains(document.activeElement) ? document.activeElement.dataset : null;
    this.list.replaceChildren(...people.map((person) => this.#line(person, open)));
    const inTab = this.#buttons().find((one) => one.getAttribute("aria-current")) ?? this.#buttons()[0];
    if (inTab) inTab.tabIndex = 0;
    if (String(open) !== this.drawnOpen) this.list.querySelector(`[data-person="${open.at(-1)}"]`)?.scrollIntoView({ block: "nearest" });
    this.drawnOpen = String(open);
    if (focused) this.list.querySelector(`[data-person="${focused.person}"][data-does="${focused.does}"]`)?.focus();
  }

  #line(person, open) {
    const { app } = this;
    const name = app.nameOf(person);
    const isOpen = open.includes(person.id);
    const draft = app.drafts.get(person.id);
    const last = person.last ? person.last.text || say(person.last.kind) : app.storyOf(person);
    const button = element("button", { type: "button", class: "person", tabIndex: -1, "aria-current": isOpen ? "true" : null, data: { person: person.id, does: "open" }, onclick: () => app.open(person.id) },
      avatar(name, person.id),
      element("span", { class: "person-text" },
        element("span", { class: "line" }, element("b", {}, name), element("time", {}, person.last ? clockTime(person.last.date) : "")),
        element("span", { class: "line" }, roleMark(person), element("small", { class: "story" }, app.storyOf(person))),
        element("span", { class: "line" }, element("small", {}, draft && !isOpen ? `${say("draft")} ${draft}` : last),
          person.unread ? element("span", { class: "badge", "aria-label": say("unread", { count: person.unread }) }, person.unread) : null)));
    const beside = iconButton("beside", say("open_beside", { name }), { class: "beside", tabIndex: -1, data: { person: person.id, does: "beside" }, onclick: () => app.open(person.id, { beside: true }) });
    button.onkeydown = (event) => { if (event.key === "ArrowRight") { event.preventDefault(); beside.focus(); } };
    beside.onkeydown = (event) => { if (event.key === "ArrowLeft") { event.preventDefault(); button.focus(); } };
    return element("li", {}, button, beside);
  }

  async #addPerson() {
    const body = element("div", {},
      field(say("first_name"), { name: "first_name", required: true, maxLength: 64, autocomplete: "off", autofocus: true }),
      field(say("last_name"), { name: "last_name", maxLength: 64, autocomplete: "off" }),
      field(say("username"), { name: "username", pattern: "[A-Za-z0-9_]{0,32}", autocomplete: "off" }),
      field(say("phone"), { name: "phone", type: "tel", pattern: "\\+?[0-9]{0,15}", placeholder: "+79001234567", autocomplete: "off" }),
      element("label", { class: "field" }, element("span", {}, say("language")),
        element("select", { name: "language_code" }, element("option", { value: "ru" }, "Русский"), element("option", { value: "en" }, "English"))));
    const given = await dialog(say("new_person"), body, { yes: say("add"), read: (form) => Object.fromEntries(form) });
    if (given) await this.app.addPerson(given);
  }
}

export function roleMark(person) {
  const role = person.role || "stranger";
  return element("span", { class: `role role-${role}` }, say(knows(role) ? role : "stranger"));
}
