// The page as a whole: which chats are open beside each other, and when to look again.

import { Developer } from "./developer.js";
import { avatar, element } from "./dom.js";
import { openMenu } from "./menu.js";
import { Pane } from "./pane.js";
import { People, roleMark } from "./people.js";
import { Away, ask, change, pause } from "./server.js";
import { language, say } from "./words.js";

const NARROW = matchMedia("(max-width: 46rem)");
const PANE_WIDTH = 400; // pixels that a further chat needs
const MOST_PANES = 3;

class App {
  constructor() {
    this.people = [];
    this.panes = [];
    this.active = null;
    this.drafts = new Map();
    this.place = document.getElementById("panes");
    this.news = document.getElementById("news");
    this.list = new People(this, document.getElementById("people"));
    this.developer = new Developer(this, document.getElementById("drawer"), this.list.developer);
    this.empty = element("p", { class: "nobody" }, say("nobody"));
  }

  async begin() {
    this.people = await ask("GET", "people");
    const wanted = location.hash.slice(1).split(",").map(Number).filter((id) => this.person(id));
    const first = wanted.length || NARROW.matches ? wanted : this.people.slice(0, 2).map((one) => one.id);
    first.slice(0, MOST_PANES).forEach((id) => this.#addPane(id));
    this.activate(this.panes[0] ?? null);
    this.#arrange();
    addEventListener("resize", () => this.#arrange());
    document.addEventListener("visibilitychange", () => this.refresh().catch(() => {}));
    document.addEventListener("keydown", (event) => { if (event.key === "Escape" && NARROW.matches && this.active) this.close(this.active); });
    await this.refresh();
    this.#watch();
  }

  async #watch() {
    for (let version = 0; ;) {
      try {
        version = await change(version);
        await this.refresh();
      } catch (error) {
        if (!(error instanceof Away)) throw error;
        version = 0; // it may come back as a new one, with other people
        this.list.trouble.hidden = false;
        await pause(1000);
      }
    }
  }

  // Who is where

  person(id) { return this.people.find((one) => one.id === id); }

  nameOf(person) { return `${person.first_name} ${person.last_name}`.trim(); }

  storyOf(person) {
    return person.story[language] ?? Object.values(person.story)[0] ?? (person.username ? `@${person.username}` : person.phone);
  }

  choices(hint = (person) => this.storyOf(person)) {
    return this.people.map((one) => ({ text: this.nameOf(one), hint: hint(one), picture: avatar(this.nameOf(one), one.id), value: one.id }));
  }

  canClose() { return !NARROW.matches && this.panes.length > 1; }

  unreadElsewhere() {
    const shown = this.panes.map((pane) => pane.id);
    return NARROW.matches ? this.people.filter((one) => !shown.includes(one.id)).reduce((sum, one) => sum + one.unread, 0) : 0;
  }

  open(id, { beside = false } = {}) {
    const there = this.panes.find((pane) => pane.id === id);
    if (there) this.activate(there);
    else if (!this.active || (beside && !NARROW.matches)) this.#openBeside(id);
    else this.active.setPerson(id);
    this.#arrange();
    return this.refresh().then(() => (this.active.composer.node.hidden ? this.active.big : this.active.composer).focus());
  }

  #openBeside(id) {
    if (this.panes.length < this.#mostPanes()) this.activate(this.#addPane(id));
    else {
      const other = this.panes.findLast((pane) => pane !== this.active && !pane.node.hidden) ?? this.active;
      other.setPerson(id);
      this.activate(other);
    }
  }

  #addPane(id) {
    const pane = new Pane(this);
    pane.setPerson(id);
    this.panes.push(pane);
    this.place.append(pane.node);
    return pane;
  }

  close(pane) {
    const { id } = pane;
    this.drafts.set(id, pane.composer.draft);
    pane.node.remove();
    this.panes = this.panes.filter((one) => one !== pane);
    this.activate(this.panes.at(-1) ?? null);
    this.#arrange();
    this.refresh().then(() => document.querySelector(`[data-person="${id}"]`)?.focus());
  }

  activate(pane) {
    this.active = pane;
    for (const one of this.panes) one.node.classList.toggle("active", one === pane);
  }

  pickFor(pane, anchor) {
    const isOpen = (id) => this.panes.some((one) => one.id === id);
    openMenu(anchor, say("people"), this.people.map((one) => ({
      text: element("span", { class: "line" }, this.nameOf(one), roleMark(one)),
      hint: this.storyOf(one),
      picture: avatar(this.nameOf(one), one.id),
      badge: one.unread && !isOpen(one.id) ? element("span", { class: "badge" }, one.unread) : null,
      isCurrent: one.id === pane.id,
      act: () => { this.activate(pane); this.open(one.id); },
    })));
  }

  async addPerson(given) {
    const person = await ask("POST", "people", given);
    this.people = await ask("GET", "people");
    await this.open(person.id, { beside: true });
  }

  #mostPanes() {
    if (NARROW.matches) return 1;
    return Math.max(1, Math.min(MOST_PANES, Math.floor(this.place.clientWidth / PANE_WIDTH)));
  }

  #arrange() {
    const most = this.#mostPanes();
    document.body.classList.toggle("in-chat", this.panes.length > 0);
    const shown = new Set([this.active, ...this.panes].filter(Boolean).slice(0, most));
    for (const pane of this.panes) pane.node.hidden = !(this.panes.length <= most || shown.has(pane));
    this.empty.remove();
    if (!this.panes.length) this.place.append(this.empty);
    history.replaceState(null, "", this.panes.length ? `#${this.panes.map((pane) => pane.id).join(",")}` : location.pathname);
  }

  // Looking again: one look at a time, and once more if something has happened meanwhile.

  refresh() {
    if (this.looking) {
      this.lookAgain ??= this.looking.then(() => { this.lookAgain = null; return this.refresh(); });
      return this.lookAgain;
    }
    this.looking = this.#look().finally(() => { this.looking = null; });
    return this.looking;
  }

  async #look() {
    this.people = await ask("GET", "people");
    this.list.trouble.hidden = true;
    for (const pane of this.panes.filter((one) => !this.person(one.id))) this.close(pane);
    await Promise.all(this.panes.filter((pane) => !pane.node.hidden).map(async (pane) => {
      const { id } = pane;
      const chat = await ask("GET", `people/${id}`);
      if (pane.id === id) pane.update(chat);
    }));
    this.list.update(this.people, this.panes.map((pane) => pane.id));
    const unread = this.people.reduce((sum, one) => sum + one.unread, 0);
    document.title = unread ? `(${unread}) Telegram` : "Telegram";
    await this.developer.look();
  }

  announce(text) { this.news.textContent = text; }
}

await new App().begin();
