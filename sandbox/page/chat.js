// The chat page: shows one person's chat as the server describes it and does what that person does.

const $ = (id) => document.getElementById(id);
let chosen = Number(location.hash.slice(1)) || 0;
let version = 0;
let actionTimer;
let shownToasts = null; // how many toasts of the chosen person were shown already
const drawn = new Map(); // message id -> {json, node}

async function ask(method, path, body) {
  const answer = await fetch(`/sandbox/${path}`, {
    method,
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.error);
  return json;
}

const act = (verb, body = {}) =>
  ask("POST", `people/${chosen}/${verb}`, body).catch((error) => toast(error.message));

function element(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children.filter((child) => child !== null));
  return node;
}

// People

async function drawPeople() {
  const people = await ask("GET", "people");
  const focused = document.activeElement?.dataset?.person;
  $("people").replaceChildren(...people.map((person) => {
    const name = `${person.first_name} ${person.last_name}`.trim();
    const who = element("span", { className: "who" }, name, element("small", { textContent: person.last || "…" }));
    const button = element("button", { onclick: () => choose(person.id) }, who);
    button.dataset.person = person.id;
    button.setAttribute("aria-current", String(person.id === chosen));
    if (person.unread && person.id !== chosen) {
      const badge = element("span", { className: "badge", textContent: person.unread });
      badge.setAttribute("aria-label", `непрочитанных: ${person.unread}`);
      button.append(badge);
    }
    return element("li", {}, button);
  }));
  if (focused) document.querySelector(`[data-person="${focused}"]`)?.focus();
}

async function choose(id) {
  chosen = id;
  location.hash = id || "";
  shownToasts = null;
  drawn.clear();
  $("messages").replaceChildren();
  document.body.classList.toggle("open", Boolean(id));
  await draw();
  if (id) $("text").focus();
}

$("stranger").onsubmit = async (event) => {
  event.preventDefault();
  const person = await ask("POST", "people", Object.fromEntries(new FormData(event.target)));
  event.target.reset();
  event.target.parentElement.open = false;
  await choose(person.id);
};

// Chat

async function draw() {
  await drawPeople();
  const main = document.querySelector("main");
  main.hidden = !chosen;
  if (!chosen) return;
  let chat;
  try {
    chat = await ask("GET", `people/${chosen}`);
  } catch {
    return choose(0); // the server has started anew and knows nobody of before
  }
  $("bot").textContent = chat.bot.name;
  $("action").textContent = chat.action ? "печатает… / typing…" : "";
  $("block").textContent = chat.is_blocked ? "Разблокировать / Unblock" : "Заблокировать / Block";
  $("block").onclick = () => act(chat.is_blocked ? "unblocks_bot" : "blocks_bot");
  drawPinned(chat);
  drawMessages(chat);
  drawKeyboard(chat);
  drawCommands(chat.commands);
  if (shownToasts !== null) {
    for (const one of chat.toasts.slice(shownToasts)) toast(one.text, one.is_alert);
  }
  shownToasts = chat.toasts.length;
  if (chat.unread) act("reads");
  clearTimeout(actionTimer);
  if (chat.action) actionTimer = setTimeout(draw, 5000); // it ends by itself, without news from the server
}

function drawPinned(chat) {
  const id = chat.pinned.at(-1);
  const message = chat.messages.find((one) => one.id === id);
  $("pinned").hidden = !message;
  if (!message) return;
  $("pinned").textContent = `📌 ${message.text || message.kind}`;
  $("pinned").onclick = () => drawn.get(id)?.node.scrollIntoView({ block: "center" });
}

function drawMessages(chat) {
  const list = $("messages");
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  const alive = new Set();
  if (!chat.is_started) {
    list.replaceChildren(element("li", {}, element("button", { textContent: "START", onclick: () => act("start") })));
    return;
  }
  if (!drawn.size) list.replaceChildren();
  for (const message of chat.messages) {
    alive.add(message.id);
    const json = JSON.stringify(message);
    const before = drawn.get(message.id);
    if (before?.json === json) continue;
    const focused = before?.node.contains(document.activeElement) ? document.activeElement.dataset.place : null;
    const node = drawMessage(message);
    if (before) before.node.replaceWith(node);
    else list.append(node);
    drawn.set(message.id, { json, node });
    if (focused) node.querySelector(`[data-place="${focused}"]`)?.focus();
  }
  for (const [id, { node }] of drawn) {
    if (alive.has(id)) continue;
    node.remove();
    drawn.delete(id);
  }
  if (atEnd) list.scrollTop = list.scrollHeight;
}

function drawMessage(message) {
  const words = element("div", { className: "words", innerHTML: message.html }); // escaped by the server
  for (const link of words.querySelectorAll("a")) Object.assign(link, { target: "_blank", rel: "noreferrer" });
  const bubble = element(
    "div",
    { className: "bubble" },
    message.forwarded_from ? element("div", { className: "from", textContent: `↪ ${message.forwarded_from}` }) : null,
    message.reply_to ? element("div", { className: "from", textContent: `↩ ${message.reply_to.text}` }) : null,
    drawBody(message),
    words,
    element("div", { className: "time", textContent: marks(message) }),
  );
  return element("li", { className: message.is_from_bot ? "" : "own" }, bubble, drawInline(message));
}

function marks(message) {
  const time = new Date(message.date).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  return [...message.reactions, message.is_edited ? "изменено" : "", time].filter(Boolean).join(" · ");
}

function drawBody(message) {
  const { kind, file, contact, venue, location: place, invoice, payment } = message;
  if (kind === "photo") return element("img", { src: file.url, alt: "фото", width: file.width, height: file.height });
  if (kind === "document") {
    const size = `${Math.ceil(file.size / 1024)} КБ`;
    return element("a", { className: "file", href: file.url, download: file.name, textContent: `📄 ${file.name} · ${size}` });
  }
  const lines = {
    contact: contact && `👤 ${contact.first_name} ${contact.last_name ?? ""} ${contact.phone_number}`,
    venue: venue && `📍 ${venue.title}, ${venue.address}`,
    location: place && `📍 ${place.latitude}, ${place.longitude}`,
    invoice: invoice && `🧾 ${invoice.title}: ${invoice.total_amount / 100} ${invoice.currency}\n${invoice.description}`,
    successful_payment: payment && `✅ ${payment.total_amount / 100} ${payment.currency}`,
    sticker: "🖼 стикер",
    voice: "🎤 голосовое",
    pinned_message: "📌 закреплено",
  };
  return kind in lines ? element("div", { className: "words", textContent: lines[kind] }) : null;
}

function drawInline(message) {
  const rows = message.buttons.map((row, number) => element("div", { className: "row" }, ...row.map((key, column) => {
    const button = element("button", { textContent: key.text });
    button.dataset.place = `${number},${column}`;
    button.setAttribute("aria-busy", String(key.is_spinning));
    button.onclick = async () => {
      const done = await act("taps_at", { message: message.id, row: number, column });
      if (key.copy_text) navigator.clipboard?.writeText(key.copy_text.text);
      else if (done?.press?.url && !done.press.url.includes("?start=")) window.open(done.press.url, "_blank", "noreferrer");
    };
    return button;
  })));
  return element("div", {}, ...rows);
}

function drawKeyboard(chat) {
  const rows = chat.keyboard?.keyboard ?? [];
  $("keyboard").hidden = !rows.length;
  $("text").placeholder = chat.keyboard?.input_field_placeholder || "Сообщение / Message";
  $("keyboard").replaceChildren(...rows.map((row) => element("div", { className: "row" }, ...row.map((key) =>
    element("button", { textContent: key.text, onclick: () => act("presses", { label: key.text }) })))));
}

function drawCommands(commands) {
  const typed = $("text").value;
  const wanted = typed.startsWith("/") ? typed.slice(1).split(" ")[0] : "";
  const names = Object.keys(commands).filter((name) => name.startsWith(wanted));
  $("commands").replaceChildren(...names.map((name) => element("li", {}, element("button", {
    textContent: `/${name} — ${commands[name]}`,
    onclick: () => { openCommands(false); $("text").value = ""; act("writes", { text: `/${name}` }); },
  }))));
  $("menu").hidden = !Object.keys(commands).length;
}

function openCommands(open) {
  $("commands").hidden = !open;
  $("menu").setAttribute("aria-expanded", String(open));
}

let toastTimer;
function toast(text, stays = false) {
  clearTimeout(toastTimer);
  $("toast").textContent = text;
  $("toast").hidden = false;
  $("toast").onclick = () => { $("toast").hidden = true; };
  if (!stays) toastTimer = setTimeout(() => { $("toast").hidden = true; }, 4000);
}

// Writing

$("menu").onclick = () => openCommands($("commands").hidden);
$("back").onclick = () => choose(0);
$("write").onsubmit = async (event) => {
  event.preventDefault();
  const text = $("text").value;
  if (!text.trim()) return;
  $("text").value = "";
  openCommands(false);
  await act("writes", { text });
};
$("text").oninput = async () => {
  if (!$("text").value.startsWith("/")) return openCommands(false);
  drawCommands((await ask("GET", `people/${chosen}`)).commands);
  openCommands(true);
};
$("text").onkeydown = (event) => {
  if (event.key === "Escape") openCommands(false);
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  $("write").requestSubmit();
};

function base64(file) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.split(",")[1]);
    reader.readAsDataURL(file);
  });
}

function caption() {
  const text = $("text").value;
  $("text").value = "";
  return text;
}

$("photos").onchange = async (event) => {
  const contents = await Promise.all([...event.target.files].slice(0, 10).map(base64));
  event.target.value = "";
  if (contents.length === 1) await act("sends_photo", { content: contents[0], caption: caption() });
  else if (contents.length) await act("sends_album", { contents, caption: caption() });
};
$("document").onchange = async (event) => {
  const [file] = event.target.files;
  if (file) await act("sends_document", { content: await base64(file), name: file.name, caption: caption() });
  event.target.value = "";
};

// Watching

async function watch() {
  for (;;) {
    try {
      version = (await ask("GET", `changes?since=${version}`)).version;
      await draw();
    } catch {
      version = 0; // the server is away: it may come back as a new one
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

document.body.classList.toggle("open", Boolean(chosen));
await draw();
watch();
