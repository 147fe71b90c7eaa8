// A text with its entities as nodes: Telegram counts in UTF-16 units, and so does JavaScript.

import { element } from "./dom.js";
import { say } from "./words.js";

const PLAIN = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", hashtag: "span", cashtag: "span" };

export function marked(text, entities, chat) {
  const sorted = [...entities].sort((one, other) => one.offset - other.offset || other.length - one.length);
  return within(text, sorted, 0, text.length, chat);
}

function within(text, entities, start, end, chat) {
  const nodes = [];
  let at = start;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    const stop = Math.min(entity.offset + entity.length, end);
    if (entity.offset < at || stop <= entity.offset) continue;
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const inner = entities.slice(index + 1).filter((one) => one.offset >= entity.offset && one.offset + one.length <= stop);
    const covered = text.slice(entity.offset, stop);
    nodes.push(wrapped(entity, covered, within(text, inner, entity.offset, stop, chat), chat));
    at = stop;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

function wrapped(entity, covered, nodes, chat) {
  const { type } = entity;
  if (type in PLAIN) return element(PLAIN[type], {}, nodes);
  if (type === "pre") return element("pre", { tabIndex: 0 }, element("code", {}, nodes));
  if (type === "spoiler") return spoiler(nodes);
  if (type === "blockquote") return element("blockquote", {}, nodes);
  if (type === "expandable_blockquote") return unfolding(nodes);
  if (type === "bot_command") return link(`#${covered}`, nodes, () => chat.write(covered));
  const address = {
    text_link: entity.url,
    text_mention: `tg://user?id=${entity.user?.id}`,
    url: covered.includes("://") ? covered : `http://${covered}`,
    mention: `https://t.me/${covered.slice(1)}`,
    email: `mailto:${covered}`,
    phone_number: `tel:${covered.replace(/[^+\d]/g, "")}`,
  }[type];
  return address ? link(address, nodes, () => chat.openLink(address)) : element("span", {}, nodes);
}

function link(address, nodes, onOpen) {
  const safe = /^(https?|tg|mailto|tel):|^#/.test(address) ? address : "#";
  return element("a", { href: safe, rel: "noreferrer", onclick: (event) => { event.preventDefault(); onOpen(); } }, nodes);
}

function spoiler(nodes) {
  const reveal = () => { node.classList.add("seen"); node.removeAttribute("role"); node.removeAttribute("aria-label"); };
  const onkeydown = (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); reveal(); } };
  const node = element("span", { class: "spoiler", role: "button", tabIndex: 0, "aria-label": say("spoiler"), onclick: reveal, onkeydown }, nodes);
  return node;
}

function unfolding(nodes) {
  const quote = element("blockquote", { class: "folded" }, nodes);
  const unfold = () => { quote.classList.remove("folded"); button.remove(); };
  const button = element("button", { type: "button", class: "unfold", "aria-label": say("unfold"), onclick: unfold }, "…");
  return element("span", { class: "unfolding" }, quote, button);
}
