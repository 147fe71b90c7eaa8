// One message in the chat: bubble, words, marks, the keyboard below; what has not changed is left as it is.

import { body, bodyOfAlbum } from "./bodies.js";
import { element, icon, iconButton, moveByArrows, unseen } from "./dom.js";
import { marked } from "./entities.js";
import { clockTime, knows, money, say } from "./words.js";

const SERVICE = {
  pinned_message: (message, chat) => say("did_pin", { name: say("bot"), text: chat.pinnedWords(message) }),
  successful_payment: ({ payment }) => say("paid", { sum: money(payment.total_amount, payment.currency) }),
};

export const isService = (message) => message.kind in SERVICE;

export const shortly = (message) => message.text || say(knows(message.kind) ? message.kind : "unknown");

export class MessageItem {
  constructor(key, chat) {
    this.key = key;
    this.chat = chat;
    this.bubble = element("div");
    this.keys = element("div");
    this.node = element("li", { class: "message", tabIndex: -1 }, this.bubble, this.keys);
    this.node.oncontextmenu = (event) => { event.preventDefault(); chat.openActions(this, event); };
    this.node.onkeydown = (event) => this.#onKey(event);
    this.node.onfocus = () => chat.makeCurrent(this);
  }

  update(messages, { isLast }) {
    const [message] = messages;
    this.message = messages.find((one) => one.text) ?? message;
    this.messages = messages;
    const own = message.is_from_bot ? "from-bot" : "own";
    this.node.className = isService(message) ? "message service" : `message ${own} kind-${message.kind} ${isLast ? "tail" : ""}`;
    this.node.dataset.id = message.id;
    const bubble = JSON.stringify(messages.map(({ buttons, is_pinned: _, ...rest }) => rest));
    if (bubble !== this.drawnBubble) this.#replace("bubble", isService(message) ? this.#service(message) : this.#bubble());
    const keys = JSON.stringify(message.buttons);
    if (keys !== this.drawnKeys) this.#replace("keys", this.#keyboard(message));
    this.drawnBubble = bubble;
    this.drawnKeys = keys;
  }

  // The buttons of the message Tab leads to can be reached by Tab, those of all others by arrows only.
  setCurrent(isCurrent) {
    for (const node of this.node.querySelectorAll("button, a, [role=button]")) node.tabIndex = isCurrent ? 0 : -1;
    this.node.tabIndex = isCurrent ? 0 : -1;
    this.isCurrent = isCurrent;
  }

  #replace(part, node) {
    const old = this[part];
    const place = old.contains(document.activeElement) ? document.activeElement.dataset.place : undefined;
    const hadFocus = old.contains(document.activeElement);
    old.replaceWith(node);
    this[part] = node;
    this.setCurrent(this.isCurrent);
    if (hadFocus) (node.querySelector(`[data-place="${place}"]`) ?? node.querySelector("button") ?? this.node).focus({ preventScroll: true });
  }

  #service(message) {
    return element("div", { class: "notice" }, SERVICE[message.kind](message, this.chat));
  }

  #bubble() {
    const { message, messages, chat } = this;
    const drawn = messages.length > 1 ? bodyOfAlbum(messages) : body(message);
    const marks = this.#marks();
    const words = message.text
      ? element("div", { class: "words" }, marked(message.text, message.entities, chat), element("span", { class: "room", "aria-hidden": "true" }, marks.textContent))
      : null;
    return element("div", { class: `bubble ${words ? "" : "wordless"}` },
      unseen(`${say(message.is_from_bot ? "bot" : "you")}: `),
      message.forwarded_from ? element("div", { class: "origin" }, say("forwarded", { name: message.forwarded_from })) : null,
      message.reply_to ? this.#quote(message.reply_to) : null,
      drawn, words,
      message.reactions.length ? element("div", { class: "reactions" }, message.reactions.map((one) => element("span", {}, one))) : null,
      marks,
      iconButton("more", say("actions"), { class: "actions", "aria-haspopup": "menu", tabIndex: -1, onclick: () => chat.openActions(this) }));
  }

  #quote(replied) {
    return element("button", { type: "button", class: "quote", tabIndex: -1, onclick: () => this.chat.goTo(replied.id) },
      element("b", {}, say(replied.is_from_bot ? "bot" : "you")), element("span", {}, shortly(replied)));
  }

  #marks() {
    const { message } = this;
    const read = this.messages.every((one) => one.is_read);
    return element("span", { class: "marks" },
      message.is_edited ? element("span", {}, `${say("edited")} `) : null,
      element("time", { dateTime: message.date }, clockTime(message.date)),
      message.is_from_bot ? null : element("span", { class: "ticks", role: "img", "aria-label": say(read ? "read" : "sent") }, icon(read ? "checks" : "check")));
  }

  #keyboard(message) {
    const rows = message.buttons.map((row, number) => element("div", { class: "row" }, row.map((key, column) => this.#key(message, key, number, column))));
    const keyboard = element("div", { class: "keys" }, rows);
    keyboard.onkeydown = (event) => { if (moveInGrid(event, rows)) event.stopPropagation(); };
    return keyboard;
  }

  #key(message, key, row, column) {
    const corner = key.copy_text ? "copy" : key.pay ? "card" : key.url ? "out" : "";
    return element("button", {
      type: "button", class: `key ${key.style ?? ""}`, tabIndex: -1, "aria-busy": String(key.is_spinning), data: { place: `${row},${column}` },
      onclick: () => this.chat.tap(message, key, row, column),
    }, element("span", {}, key.is_paid ? say("receipt") : key.text), corner ? icon(corner) : null);
  }

  #onKey(event) {
    if (event.target !== this.node) return;
    if (event.key === "Enter") { event.preventDefault(); this.chat.openActions(this); }
  }
}

function moveInGrid(event, rows) {
  const row = rows.findIndex((one) => one.contains(document.activeElement));
  if (row < 0) return false;
  const column = [...rows[row].children].indexOf(document.activeElement);
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") return moveByArrows(event, [...rows[row].children], { across: true });
  const next = rows[row + { ArrowUp: -1, ArrowDown: 1 }[event.key]];
  if (!next) return false;
  event.preventDefault();
  next.children[Math.min(column, next.children.length - 1)].focus();
  return true;
}
