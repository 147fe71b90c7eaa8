// What stands in a bubble above its words: pictures, files, cards, places, bills; one drawing for each kind of message.

import { avatar, element, icon } from "./dom.js";
import { photoViewer } from "./dialogs.js";
import { money, say, size } from "./words.js";

const WIDEST_PHOTO = 420; // pixels in the bubble
const TALLEST_PHOTO = 380;

const DRAWN = {
  photo: (message) => photo(message),
  document: (message) => file(message, "file"),
  video: (message) => file(message, "play"),
  animation: (message) => file(message, "play"),
  audio: (message) => file(message, "play"),
  voice: (message) => file(message, "play"),
  sticker: () => element("span", { class: "sticker", role: "img", "aria-label": say("sticker") }, "👍"),
  contact: ({ contact }) => contactCard(contact),
  venue: ({ venue }) => placeCard(venue.location, venue.title, venue.address),
  location: ({ location: place }) => placeCard(place, "", ""),
  invoice: ({ invoice }) => bill(invoice),
};

export const kindsOfBody = Object.keys(DRAWN);

export const body = (message) => DRAWN[message.kind]?.(message) ?? null;

export function bodyOfAlbum(messages) {
  if (messages.some((one) => one.kind !== "photo")) return element("div", { class: "files" }, messages.map(body));
  const tiles = messages.map((one, index) =>
    photoButton(one, say("album", { number: index + 1, count: messages.length })));
  return element("div", { class: `album of-${messages.length}` }, tiles);
}

function photo(message) {
  const { width, height } = message.file;
  const scale = Math.min(1, WIDEST_PHOTO / width, TALLEST_PHOTO / height);
  const button = photoButton(message, message.text || say("photo"));
  button.firstChild.width = Math.round(width * scale);
  button.firstChild.height = Math.round(height * scale);
  return button;
}

function photoButton(message, alt) {
  const look = () => photoViewer(message.file.url, message.text);
  return element("button", { type: "button", class: "photo", tabIndex: -1, "aria-label": say("open_photo"), onclick: look },
    element("img", { src: message.file.url, alt, draggable: false }));
}

function file({ kind, file: { url, name, size: bytes } }, drawing) {
  const shown = kind === "document" || kind === "audio" ? name : say(kind);
  return element("a", { class: "file", href: url, download: name, "aria-label": say("download", { name: shown, size: size(bytes) }) },
    element("span", { class: "file-icon" }, icon(drawing)),
    element("span", { class: "file-text" }, element("b", {}, shown), element("small", {}, size(bytes))));
}

function contactCard({ first_name: first, last_name: last, phone_number: phone, user_id: id }) {
  const name = [first, last].filter(Boolean).join(" ");
  const number = phone.startsWith("+") ? phone : `+${phone}`;
  return element("div", { class: "contact" }, avatar(name, id ?? 0),
    element("span", { class: "file-text" }, element("b", {}, name), element("a", { href: `tel:${number}` }, number)));
}

function placeCard({ latitude, longitude }, title, address) {
  const where = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return element("div", { class: "place" },
    element("div", { class: "map", role: "img", "aria-label": `${say("location")}: ${title || where}` }, element("span", { class: "map-pin" }, icon("place"))),
    title ? element("b", {}, title) : null,
    element("small", {}, address || where));
}

function bill({ title, description, total_amount: total, currency }) {
  return element("div", { class: "bill" },
    element("b", {}, title),
    element("p", {}, description),
    element("strong", { "aria-label": say("invoice") }, money(total, currency)));
}
