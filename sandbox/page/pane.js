// One chat: who is here, what the bot has said, what can be done; updates change only what is new.

import { Composer } from "./composer.js";
import { alertBox, choice, dialog, field, toast } from "./dialogs.js";
import { avatar, element, icon, iconButton, moveByArrows } from "./dom.js";
import { openMenu } from "./menu.js";
import { MessageItem, isService, shortly } from "./message.js";
import { does } from "./server.js";
import { dayName, knows, money, say } from "./words.js";

const NEAR_END = 60; // pixels from the end that still count as the end

export class Pane {
  constructor(app) {
    this.app = app;
    this.items = new Map(); // key of a message, album or day -> its item
    this.node = element("section", { class: "pane" });
    this.composer = new Composer(this);
    this.list = element("ol", { class: "messages", "aria-label": say("messages"), tabIndex: -1 });
    this.scroller = element("div", { class: "scroller" }, this.list);
    this.toEnd = element("button", { type: "button", class: "to-end", "aria-label": say("latest"), hidden: true, onclick: () => this.scrollToEnd() }, icon("down"), element("span", { class: "badge" }));
    this.pinned = element("button", { type: "button", class: "pinned", hidden: true, onclick: () => this.#nextPinned() });
    this.welcome = element("div", { class: "welcome", hidden: true });
    this.big = element("button", { type: "button", class: "big-button", hidden: true });
    this.header = element("header");
    this.node.append(this.header, this.pinned, element("div", { class: "stage" }, this.scroller, this.welcome, this.toEnd), this.composer.node, this.big);
    this.scroller.onscroll = () => this.#onScroll();
    this.list.onkeydown = (event) => this.#onKey(event);
    this.node.onfocusin = () => app.activate(this);
    this.node.onpointerdown = () => app.activate(this);
  }

  setPerson(id) {
    if (this.id) this.app.drafts.set(this.id, this.composer.draft);
    this.id = id;
    this.person = null;
    this.toasts = null;
    this.current = null;
    this.items.clear();
    this.list.replaceChildren();
    this.header.replaceChildren();
    this.drawnHeader = "";
    this.composer.task = null;
    this.composer.bar.hidden = true;
    this.composer.draft = this.app.drafts.get(id) ?? "";
    this.isFresh = true;
  }

  // What a person does

  async act(verb, body = {}, id = this.id) {
    try {
      return await does(id, verb, body);
    } catch (error) {
      toast(this.node, error.message);
      return null;
    }
  }

  write(text) { return this.act("writes", { text }); }

  async tap(message, key, row, column) {
    if (key.pay) {
      const card = key.is_paid ? null : await this.#chooseCard(message);
      if (card) await this.act("pays", { message: message.id, card });
      return;
    }
    const done = await this.act("taps_at", { message: message.id, row, column });
    if (key.copy_text) this.#copy(key.copy_text.text);
    else if (done?.press?.url) this.openLink(done.press.url, { started: true });
  }

  // Resolves with the number of the card to pay with, or null.
  #chooseCard({ invoice }) {
    const sum = money(invoice.total_amount, invoice.currency);
    const cards = [["4242 4242 4242 4242", "card_good"], ["4000 0000 0000 0002", "card_bad"]].map(([number, name], place) =>
      element("label", {}, element("input", { type: "radio", name: "card", value: number, checked: place === 0 }), ` ${say(name)}`));
    const body = element("div", { class: "payment" }, element("p", {}, invoice.title), element("strong", {}, sum), cards, element("small", {}, say("pay_note")));
    return dialog(say("pay_title"), body, { yes: `${say("pay")} ${sum}`, read: (data) => data.get("card") });
  }

  openLink(address, { started = false } = {}) {
    const start = this.#payloadIn(address);
    if (start !== null) { if (!started) this.act("start", { payload: start }); } else if (/^https?:/.test(address) && !/^https?:\/\/(t|telegram)\.me\//.test(address)) window.open(address, "_blank", "noopener,noreferrer");
    else toast(this.node, say("would_open", { url: address }));
  }

  // The payload of a link to this bot, null if it is another link.
  #payloadIn(address) {
    const { username } = this.chat.bot;
    const found = address.match(new RegExp(`^(?:https?://)?(?:t\\.me/${username}\\?start=|tg://resolve\\?domain=${username}&start=)([\\w-]*)$`));
    return found ? found[1] : null;
  }

  #copy(text) {
    navigator.clipboard?.writeText(text).catch(() => {});
    toast(this.node, say("copied"));
  }

  openActions(item, at = null) {
    const { message } = item;
    if (isService(message)) return;
    const own = !message.is_from_bot;
    const pointed = at && at.clientX ? { x: at.clientX, y: at.clientY } : {};
    openMenu(item.node, say("actions"), [
      { text: say("reply"), picture: "reply", act: () => this.composer.reply(message, shortly(message)) },
      { text: say("forward"), picture: "forward", act: () => this.#forward(item.messages) },
      message.text && { text: say("copy"), picture: "copy", act: () => this.#copy(message.text) },
      own && message.text && { text: say("edit"), picture: "edit", act: () => this.composer.edit(message) },
      { text: say("delete"), picture: "trash", act: () => item.messages.forEach((one) => this.act("deletes", { message: one.id })) },
    ].filter(Boolean), pointed);
  }

  editLast() {
    const mine = this.chat?.messages.findLast((one) => !one.is_from_bot && one.kind === "text");
    if (mine) this.composer.edit(mine);
    return Boolean(mine);
  }

  async #forward(messages) {
    const to = await choice(say("forward_from"), this.app.choices());
    if (!to) return;
    for (const one of messages) await this.act("forwards", { what: one.id, from_chat: this.id }, to);
    this.app.open(to, { beside: true });
  }

  // What a person sees

  update(chat) {
    this.chat = chat;
    this.person = chat;
    this.node.setAttribute("aria-label", say("chat_of", { name: this.app.nameOf(chat) }));
    this.node.classList.toggle("not-started", !chat.is_started);
    this.#drawHeader();
    this.#drawPinned();
    this.#drawMessages();
    this.composer.update(chat);
    this.#drawBottom();
    this.#drawToasts();
    clearTimeout(this.actionEnds);
    if (chat.action) this.actionEnds = setTimeout(() => this.app.refresh(), 5000); // it ends without news from the server
  }

  #drawHeader() {
    const { chat, app } = this;
    const name = app.nameOf(chat);
    const action = chat.action ? say("bot_does", { action: say(knows(chat.action) ? chat.action : "busy") }) : "";
    const bot = chat.bot.name;
    const json = JSON.stringify([name, bot, action, chat.story, chat.role, chat.is_blocked, app.unreadElsewhere(), app.canClose()]);
    if (json === this.drawnHeader) return;
    this.drawnHeader = json;
    const focused = this.header.contains(document.activeElement) ? document.activeElement.dataset.part : null;
    const status = action
      ? element("small", { class: "action" }, action, element("span", { class: "dots", "aria-hidden": "true" }, element("i"), element("i"), element("i")))
      : element("small", {}, [say("you_are", { name }), chat.is_blocked ? say("is_blocked") : app.storyOf(chat)].join(" · "));
    const elsewhere = app.unreadElsewhere();
    this.header.replaceChildren(
      element("button", { type: "button", class: "icon-button back", "aria-label": say("to_list"), data: { part: "back" }, onclick: () => app.close(this) },
        icon("back"), elsewhere ? element("span", { class: "badge" }, elsewhere) : ""),
      element("button", { type: "button", class: "who", "aria-haspopup": "menu", "aria-expanded": "false", data: { part: "who" }, title: say("choose_person", { name }), onclick: (event) => app.pickFor(this, event.currentTarget) },
        avatar(name, chat.id), element("span", { class: "who-text" }, element("b", {}, bot, icon("down")), status)),
      app.canClose() ? iconButton("close", say("close_chat"), { class: "close", data: { part: "close" }, onclick: () => app.close(this) }) : "",
      iconButton("more", say("chat_menu"), { "aria-haspopup": "menu", "aria-expanded": "false", data: { part: "menu" }, onclick: (event) => this.#chatMenu(event.currentTarget) }));
    if (focused) this.header.querySelector(`[data-part="${focused}"]`)?.focus();
  }

  #chatMenu(anchor) {
    const blocked = this.chat.is_blocked;
    openMenu(anchor, say("chat_menu"), [
      { text: say("open_link"), picture: "link", act: () => this.#askLink() },
      { text: say(blocked ? "unblock" : "block"), picture: "block", act: () => this.act(blocked ? "unblocks_bot" : "blocks_bot") },
    ]);
  }

  async #askLink() {
    const given = await dialog(say("open_link"), field(say("link_or_payload"), { name: "link", required: true, autofocus: true, autocomplete: "off" }), { yes: say("open"), read: (form) => form.get("link").trim() });
    if (given) this.act("start", { payload: this.#payloadIn(given) ?? given });
  }

  #drawPinned() {
    const message = this.chat.messages.find((one) => one.id === this.chat.pinned.at(-1));
    this.pinned.hidden = !message;
    if (message) this.pinned.replaceChildren(icon("pin"), element("span", {}, element("b", {}, say("pinned")), element("span", {}, shortly(message))));
  }

  #nextPinned() {
    const { pinned } = this.chat;
    this.pinnedAt = ((this.pinnedAt ?? pinned.length) - 1 + pinned.length) % pinned.length;
    this.goTo(pinned[this.pinnedAt]);
  }

  // A service line names what was pinned: the latest message that is pinned and stands before the line.
  pinnedWords(line) {
    const message = this.chat.messages.findLast((one) => one.id < line.id && this.chat.pinned.includes(one.id));
    return message ? `«${shortly(message)}»` : "";
  }

  goTo(id) {
    const item = [...this.items.values()].find((one) => one.messages?.some((message) => message.id === id));
    if (!item) return;
    item.node.scrollIntoView({ block: "center" });
    item.node.classList.remove("flash");
    requestAnimationFrame(() => item.node.classList.add("flash"));
  }

  #drawMessages() {
    const { list } = this;
    const wasAtEnd = this.isFresh || this.#isAtEnd();
    const lines = this.#lines();
    let before = null;
    for (const line of lines) {
      let item = this.items.get(line.key);
      if (!item) {
        item = line.day ? dayItem(line) : new MessageItem(line.key, this);
        this.items.set(line.key, item);
        if (!line.day && !this.isFresh) this.#announce(line.messages[0]);
      }
      item.update?.(line.messages, line);
      const next = before ? before.nextSibling : list.firstChild;
      if (next !== item.node) list.insertBefore(item.node, next);
      before = item.node;
    }
    const alive = new Set(lines.map((line) => line.key));
    for (const [key, item] of this.items) if (!alive.has(key)) this.#remove(key, item);
    this.#chooseCurrent(lines);
    if (wasAtEnd) this.scrollToEnd();
    this.isFresh = false;
    this.#drawToEnd();
  }

  // Days, messages and albums in their order; of messages by one sender in a row the last has the tail.
  #lines() {
    const lines = [];
    for (const message of this.chat.messages) {
      const day = dayName(message.date, this.chat.now);
      const last = lines.at(-1);
      if (last?.dayOf !== day) lines.push({ key: `day ${day}`, day, dayOf: day });
      if (message.album && last?.album === message.album) last.messages.push(message);
      else lines.push({ key: message.album || message.id, album: message.album, messages: [message], dayOf: day });
    }
    lines.forEach((line, index) => {
      const next = lines[index + 1]?.messages?.[0];
      line.isLast = !next || !line.messages || isService(next) || next.is_from_bot !== line.messages[0].is_from_bot;
    });
    return lines;
  }

  #remove(key, item) {
    if (item.node.contains(document.activeElement)) this.composer.focus();
    item.node.remove();
    this.items.delete(key);
    if (this.current === item) this.current = null;
  }

  #announce(message) {
    if (message.is_from_bot) this.app.announce(`${this.app.nameOf(this.chat)}. ${say("bot")}: ${shortly(message)}`);
  }

  #chooseCurrent(lines) {
    const newest = lines.findLast((line) => line.messages?.[0].is_from_bot && !isService(line.messages[0])) ?? lines.at(-1);
    const item = newest ? this.items.get(newest.key) : null;
    if (this.list.contains(document.activeElement) || !item?.setCurrent) return;
    this.makeCurrent(item);
  }

  makeCurrent(item) {
    if (this.current === item) return;
    this.current?.setCurrent(false);
    this.current = item;
    item.setCurrent(true);
  }

  #onKey(event) {
    const messages = [...this.items.values()].filter((item) => item.setCurrent);
    const nodes = [...this.list.children].filter((node) => messages.some((item) => item.node === node));
    if (nodes.includes(document.activeElement)) moveByArrows(event, nodes);
    else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      const within = nodes.findIndex((node) => node.contains(document.activeElement));
      const next = nodes[within + (event.key === "ArrowUp" ? -1 : 1)];
      if (next) { event.preventDefault(); next.focus(); }
    }
    if (event.key === "Escape") { event.stopPropagation(); this.composer.focus(); }
  }

  // The end of the chat

  #isAtEnd() {
    const { scroller } = this;
    return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END;
  }

  scrollToEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.#read();
  }

  #onScroll() {
    this.#drawToEnd();
    if (this.#isAtEnd()) this.#read();
  }

  #drawToEnd() {
    const atEnd = this.#isAtEnd();
    this.toEnd.hidden = atEnd;
    this.toEnd.querySelector(".badge").textContent = this.chat?.unread && !atEnd ? this.chat.unread : "";
  }

  #read() {
    if (!this.chat?.unread || document.hidden || this.node.hidden) return;
    this.chat.unread = 0;
    does(this.id, "reads").catch(() => {});
  }

  #drawBottom() {
    const { chat, big } = this;
    const word = chat.is_blocked ? "unblock" : chat.is_started ? "" : "start";
    const hadFocus = document.activeElement === big;
    big.hidden = !word;
    big.textContent = word ? say(word) : "";
    big.onclick = () => this.act(chat.is_blocked ? "unblocks_bot" : "start");
    this.composer.node.hidden = Boolean(word);
    if (hadFocus && !word) this.composer.focus();
    this.welcome.hidden = chat.is_started || chat.messages.length > 0;
    if (!this.welcome.hidden) {
      this.welcome.replaceChildren(element("h2", {}, chat.bot.about ? say("what_can") : chat.bot.name),
        element("p", {}, chat.bot.about || say("press_start")));
    }
  }

  #drawToasts() {
    const { toasts } = this.chat;
    if (this.toasts !== null) {
      for (const { text, is_alert: isAlert } of toasts.slice(this.toasts)) {
        if (isAlert) alertBox(say("alert_from"), text);
        else toast(this.node, text);
      }
    }
    this.toasts = toasts.length;
  }
}

function dayItem({ day }) {
  return { node: element("li", { class: "day" }, element("span", {}, day)) };
}
