// Where a person writes: text, commands, photos, files, a contact, a place; what is half typed survives everything.

import { element, icon, iconButton } from "./dom.js";
import { choice, dialog, field } from "./dialogs.js";
import { openMenu } from "./menu.js";
import { base64 } from "./server.js";
import { say } from "./words.js";

const MOST_IN_ALBUM = 10;
export const PLACES = [
  { text: "Москва, Арбат", latitude: 55.7522, longitude: 37.5928 },
  { text: "Москва, Измайлово", latitude: 55.7877, longitude: 37.7816 },
  { text: "Бишкек, площадь Ала-Тоо", latitude: 42.8765, longitude: 74.6036 },
  { text: "Бишкек, Асанбай", latitude: 42.8185, longitude: 74.6253 },
];

export class Composer {
  constructor(chat) {
    this.chat = chat;
    this.task = null; // what the text is for, unless a new message: {edit: message} or {reply: message}
    this.commands = {};
    const listId = `commands-${crypto.randomUUID()}`;
    this.list = element("ul", { class: "commands", id: listId, role: "listbox", "aria-label": say("commands"), hidden: true });
    this.bar = element("div", { class: "task", hidden: true });
    this.menu = element("button", { type: "button", class: "menu-button", "aria-expanded": "false", "aria-controls": listId, "aria-label": say("commands"), onclick: () => this.#toggleCommands() }, icon("menu"), element("span", {}, say("menu")));
    this.attach = iconButton("attach", say("attach"), { "aria-haspopup": "menu", onclick: () => this.#attachMenu() });
    this.toggle = iconButton("keyboard", say("hide_keys"), { hidden: true, "aria-expanded": "true", onclick: () => this.#showKeys(this.keys.hidden) });
    this.text = element("textarea", { rows: 1, placeholder: say("write"), "aria-label": say("write"), role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": listId });
    this.send = iconButton("send", say("send"), { type: "submit", class: "send" });
    this.photos = element("input", { type: "file", accept: "image/*", multiple: true, hidden: true, "aria-label": say("photos") });
    this.files = element("input", { type: "file", multiple: true, hidden: true, "aria-label": say("files") });
    this.form = element("form", { class: "write" }, this.menu, this.attach, this.text, this.toggle, this.send, this.photos, this.files);
    this.keys = element("div", { class: "reply-keys", role: "group", "aria-label": say("bot_keys"), hidden: true });
    this.node = element("div", { class: "composer" }, this.list, this.bar, this.form, this.keys);
    this.#listen();
  }

  #listen() {
    this.form.onsubmit = (event) => { event.preventDefault(); this.#submit(); };
    this.text.oninput = () => { this.#grow(); this.#complete(); };
    this.text.onkeydown = (event) => this.#onKey(event);
    this.text.onpaste = (event) => this.#take(event, event.clipboardData.files);
    this.photos.onchange = () => { this.sendPhotos([...this.photos.files]); this.photos.value = ""; };
    this.files.onchange = () => { this.#sendFiles([...this.files.files]); this.files.value = ""; };
    const pane = this.chat.node;
    pane.ondragover = (event) => event.preventDefault();
    pane.ondrop = (event) => this.#take(event, event.dataTransfer.files);
  }

  update(chat) {
    this.commands = chat.commands;
    if (!this.text.style.height) this.#grow();
    this.menu.hidden = !Object.keys(chat.commands).length;
    this.text.placeholder = chat.keyboard?.input_field_placeholder || say("write");
    this.#drawKeys(chat.keyboard);
    this.#forceReply(chat);
    if (!this.list.hidden && this.text.value.startsWith("/")) this.#complete();
  }

  get draft() { return this.text.value; }

  set draft(text) { this.text.value = text; this.#grow(); }

  focus() { this.text.focus(); }

  edit(message) { this.#begin({ edit: message }, say("editing"), message.text); this.draft = message.text; }

  reply(message, words) { this.#begin({ reply: message }, say("replying"), words); }

  #begin(task, title, words) {
    this.task = task;
    this.bar.hidden = false;
    this.bar.replaceChildren(icon(task.edit ? "edit" : "reply"),
      element("span", {}, element("b", {}, title), element("span", {}, words)),
      iconButton("close", say("cancel"), { onclick: () => this.leave() }));
    this.send.setAttribute("aria-label", say(task.edit ? "save" : "send"));
    this.focus();
  }

  leave() {
    if (this.task?.edit) this.draft = "";
    this.task = null;
    this.bar.hidden = true;
    this.send.setAttribute("aria-label", say("send"));
    this.focus();
  }

  #forceReply(chat) {
    if (chat.asked_to_reply === this.askedBefore) return;
    this.askedBefore = chat.asked_to_reply;
    const asking = chat.messages.find((one) => one.id === chat.asked_to_reply);
    if (asking) this.#begin({ asked: true }, say("replying"), asking.text);
    else if (this.task?.asked) this.leave();
  }

  async #submit() {
    const text = this.text.value;
    if (!text.trim()) return;
    const { task } = this;
    this.draft = "";
    this.#closeCommands();
    if (task) { this.task = null; this.bar.hidden = true; this.send.setAttribute("aria-label", say("send")); }
    const done = task?.edit
      ? await this.chat.act("edits", { message: task.edit.id, text })
      : await this.chat.act("writes", { text, ...(task?.reply ? { reply_to: task.reply.id } : {}) });
    if (done === null && !this.text.value) this.draft = text;
  }

  #onKey(event) {
    if (!this.list.hidden && this.#inCommands(event)) return;
    if (event.key === "Escape" && this.task) { event.preventDefault(); event.stopPropagation(); this.leave(); }
    if (event.key === "ArrowUp" && !this.text.value && this.chat.editLast()) event.preventDefault();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  #grow() {
    if (!this.text.offsetWidth) return;
    this.text.style.height = "auto";
    this.text.style.height = `${Math.min(this.text.scrollHeight, 180)}px`;
  }

  // Commands

  #toggleCommands() {
    if (this.list.hidden) this.#showCommands(Object.keys(this.commands));
    else this.#closeCommands();
    this.focus();
  }

  #complete() {
    const typed = this.text.value;
    const names = /^\/\w*$/.test(typed) ? Object.keys(this.commands).filter((name) => name.startsWith(typed.slice(1))) : [];
    if (names.length) this.#showCommands(names);
    else this.#closeCommands();
  }

  #showCommands(names) {
    this.options = names.map((name, index) => element("li", { role: "option", id: `${this.list.id}-${index}`, "aria-selected": "false", onpointerdown: (event) => event.preventDefault(), onclick: () => this.#command(name), data: { name } },
      element("b", {}, `/${name}`), element("span", {}, this.commands[name])));
    this.list.replaceChildren(...this.options);
    this.list.hidden = false;
    this.menu.setAttribute("aria-expanded", "true");
    this.text.setAttribute("aria-expanded", "true");
    this.#select(0);
  }

  #select(index) {
    this.selected = index;
    this.options.forEach((one, number) => one.setAttribute("aria-selected", String(number === index)));
    this.text.setAttribute("aria-activedescendant", this.options[index].id);
    this.options[index].scrollIntoView({ block: "nearest" });
  }

  #inCommands(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#select((this.selected + step + this.options.length) % this.options.length);
    else if (event.key === "Enter") this.#command(this.options[this.selected].dataset.name);
    else if (event.key === "Tab") { this.draft = `/${this.options[this.selected].dataset.name} `; this.#closeCommands(); }
    else if (event.key === "Escape") { event.stopPropagation(); this.#closeCommands(); } else return false;
    event.preventDefault();
    return true;
  }

  #command(name) {
    if (this.text.value.startsWith("/")) this.draft = "";
    this.#closeCommands();
    this.chat.write(`/${name}`);
    this.focus();
  }

  #closeCommands() {
    this.list.hidden = true;
    this.menu.setAttribute("aria-expanded", "false");
    this.text.setAttribute("aria-expanded", "false");
    this.text.removeAttribute("aria-activedescendant");
  }

  // The bot's buttons under the text field

  #drawKeys(keyboard) {
    const json = JSON.stringify(keyboard?.keyboard ?? []);
    if (json === this.drawnKeys) return;
    this.drawnKeys = json;
    const hadFocus = this.keys.contains(document.activeElement);
    const rows = keyboard?.keyboard ?? [];
    this.keys.className = `reply-keys ${keyboard?.resize_keyboard ? "" : "tall"}`;
    this.keys.replaceChildren(...rows.map((row) => element("div", { class: "row" }, row.map((key) =>
      element("button", { type: "button", class: "reply-key", onclick: () => this.#press(key) },
        key.request_contact ? icon("phone") : key.request_location ? icon("place") : null, element("span", {}, key.text))))));
    this.toggle.hidden = !rows.length;
    this.#showKeys(rows.length > 0);
    if (hadFocus) this.focus();
  }

  #showKeys(shown) {
    this.keys.hidden = !shown;
    this.toggle.setAttribute("aria-expanded", String(shown));
    this.toggle.setAttribute("aria-label", say(shown ? "hide_keys" : "show_keys"));
    this.toggle.title = this.toggle.getAttribute("aria-label");
  }

  async #press(key) {
    if (key.request_contact) {
      const { phone } = this.chat.person;
      if (!(await dialog("", element("p", {}, say("share_phone", { phone })), { yes: say("share") }))) return;
    }
    const place = key.request_location ? await askPlace() : {};
    if (place) await this.chat.act("presses", { label: key.text, latitude: place.latitude, longitude: place.longitude });
  }

  // Attachments

  #attachMenu() {
    openMenu(this.attach, say("attach"), [
      { text: say("photos"), picture: "photo", act: () => this.photos.click() },
      { text: say("files"), picture: "file", act: () => this.files.click() },
      { text: say("contact"), picture: "person", act: () => this.#sendContact() },
      { text: say("location"), picture: "place", act: () => this.#sendPlace() },
    ]);
  }

  #take(event, files) {
    if (!files.length) return;
    event.preventDefault();
    const pictures = [...files].filter((one) => one.type.startsWith("image/"));
    if (pictures.length) this.sendPhotos(pictures);
    this.#sendFiles([...files].filter((one) => !one.type.startsWith("image/")));
  }

  async sendPhotos(files) {
    if (!files.length) return;
    const album = files.slice(0, MOST_IN_ALBUM);
    const previews = album.map((one) => element("img", { src: URL.createObjectURL(one), alt: one.name }));
    const body = element("div", {}, element("div", { class: "previews" }, previews),
      files.length > MOST_IN_ALBUM ? element("p", {}, say("most_photos")) : null,
      field(say("caption"), { name: "caption", autocomplete: "off", value: this.draft, autofocus: true }));
    const caption = await dialog(say("send_photos", { count: album.length }), body, { yes: say("send"), read: (form) => ({ caption: form.get("caption") }) });
    previews.forEach((one) => URL.revokeObjectURL(one.src));
    if (!caption) return;
    this.draft = "";
    const contents = await Promise.all(album.map(base64));
    if (contents.length === 1) await this.chat.act("sends_photo", { content: contents[0], ...caption });
    else await this.chat.act("sends_album", { contents, ...caption });
  }

  async #sendFiles(files) {
    for (const one of files) {
      const caption = this.draft;
      this.draft = "";
      await this.chat.act("sends_document", { content: await base64(one), name: one.name, caption });
    }
  }

  async #sendContact() {
    const other = await choice(say("whose_contact"), this.chat.app.choices((one) => (one.id === this.chat.id ? say("own_contact") : one.phone)));
    if (other) await this.chat.act("sends_contact_of", { other });
  }

  async #sendPlace() {
    const place = await askPlace();
    if (place) await this.chat.act("sends_location", place);
  }
}

async function askPlace() {
  const place = await choice(say("where"), PLACES.map(({ text, ...where }) => ({ text, hint: `${where.latitude}, ${where.longitude}`, value: where, picture: icon("place") })));
  return place;
}
