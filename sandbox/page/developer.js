// The developer's drawer: the bot's calls, its updates, trouble to order, and a clock that moves forward.

import { element, iconButton, moveByArrows } from "./dom.js";
import { toast } from "./dialogs.js";
import { ask } from "./server.js";
import { clockTime, language, say } from "./words.js";

const MOST_LINES = 100;
const SLOW_SECONDS = 2;
const HOUR = 3600;

export class Developer {
  constructor(app, node, opener) {
    Object.assign(this, { app, node, opener });
    this.calls = new Log(callLine);
    this.updates = new Log(updateLine);
    this.polls = element("input", { type: "checkbox", onchange: () => this.calls.node.classList.toggle("with-polls", this.polls.checked) });
    this.trouble = element("div", { class: "orders" });
    this.clock = element("div", { class: "orders" });
    this.tabs = [
      tab("calls", element("div", {}, check(this.polls, say("show_polls")), this.calls.node)),
      tab("updates", this.updates.node), tab("trouble", this.trouble), tab("clock", this.clock),
    ];
    const bar = element("div", { role: "tablist", "aria-label": say("developer") }, this.tabs.map((one) => one.button));
    bar.onkeydown = (event) => { if (moveByArrows(event, this.tabs.map((one) => one.button), { across: true })) document.activeElement.click(); };
    for (const one of this.tabs) one.button.onclick = () => this.#show(one);
    node.setAttribute("aria-label", say("developer"));
    node.append(element("header", {}, element("h2", {}, say("developer")), iconButton("close", say("cancel"), { onclick: () => this.toggle() })), bar, ...this.tabs.map((one) => one.panel));
    node.onkeydown = (event) => { if (event.key === "Escape") { event.stopPropagation(); this.toggle(); } };
    opener.onclick = () => this.toggle();
    this.#drawTrouble();
    this.#drawClock();
    this.#show(this.tabs[0]);
  }

  toggle() {
    this.node.hidden = !this.node.hidden;
    this.opener.setAttribute("aria-expanded", String(!this.node.hidden));
    dispatchEvent(new Event("resize")); // the chats have another width now
    if (this.node.hidden) this.opener.focus();
    else this.look().then(() => this.tabs.find((one) => !one.panel.hidden).button.focus());
  }

  #show(wanted) {
    for (const one of this.tabs) {
      one.panel.hidden = one !== wanted;
      one.button.setAttribute("aria-selected", String(one === wanted));
      one.button.tabIndex = one === wanted ? 0 : -1;
    }
    this.look();
  }

  async look() {
    if (this.node.hidden) return;
    const [calls, updates, faults, limits, clock] = await Promise.all([
      ask("GET", `calls?after=${this.calls.seen}&last=${MOST_LINES}`), ask("GET", `updates?after=${this.updates.seen}&last=${MOST_LINES}`),
      ask("GET", "trouble"), ask("GET", "limits"), ask("GET", "clock"),
    ]);
    this.calls.add(calls, calls.at(-1)?.number);
    this.updates.add(updates, this.updates.seen + updates.length);
    this.#drawSwitches(faults, limits.on);
    this.now = clock.now;
    this.time.textContent = new Date(clock.now).toLocaleString(language, { dateStyle: "full", timeStyle: "short" });
  }

  async #order(label, method, path, body) {
    try {
      await ask(method, path, body);
      toast(this.node, say("ordered", { what: label }));
    } catch (error) {
      toast(this.node, error.message);
    }
    await this.look();
  }

  #drawTrouble() {
    const order = (key, path, body, method = "POST") => element("button", { type: "button", onclick: () => this.#order(say(key), method, path, body) }, say(key));
    this.slow = element("input", { type: "checkbox", onchange: () => (this.slow.checked
      ? this.#order(say("slow"), "POST", "trouble", { kind: "slow", seconds: SLOW_SECONDS }) : this.#order(say("clear"), "DELETE", "trouble?kind=slow")) });
    this.flood = element("input", { type: "checkbox", onchange: () => this.#order(say("flood"), "POST", "limits", { on: this.flood.checked }) });
    this.blocked = element("div", { class: "orders" });
    this.waiting = element("p", { class: "hint" });
    this.trouble.append(check(this.slow, say("slow")), check(this.flood, say("flood")), this.blocked,
      order("next_429", "trouble", { kind: "too_many_requests", retry_after: 5 }), order("next_502", "trouble", { kind: "server_error" }),
      order("next_lost", "trouble", { kind: "loses_answer" }), order("next_cut", "trouble", { kind: "truncates" }),
      order("repeat", "updates/repeat", {}), order("double", "updates/double", { times: 1 }),
      element("button", { type: "button", onclick: () => this.#restart() }, say("restart")), this.waiting, order("clear", "trouble", undefined, "DELETE"));
  }

  #drawSwitches(faults, flood) {
    this.slow.checked = faults.some((one) => one.kind === "slow");
    this.flood.checked = flood;
    const waiting = faults.filter((one) => one.kind !== "slow").length;
    this.waiting.textContent = waiting ? say("waiting_trouble", { count: waiting }) : "";
    const { app } = this;
    const people = app.panes.map((pane) => app.person(pane.id)).filter(Boolean);
    const json = JSON.stringify(people.map((one) => [one.id, one.is_blocked]));
    if (json === this.drawnBlocked) return;
    this.drawnBlocked = json;
    this.blocked.replaceChildren(...people.map((one) => check(
      element("input", { type: "checkbox", checked: one.is_blocked, onchange: () => this.#order(app.nameOf(one), "POST", `people/${one.id}/${one.is_blocked ? "unblocks_bot" : "blocks_bot"}`, {}) }),
      say("blocked_for", { name: app.nameOf(one) }))));
  }

  async #restart() {
    toast(this.node, say("restarting"));
    try {
      await ask("POST", "bot/restart", {});
      toast(this.node, say("restarted"));
    } catch (error) {
      toast(this.node, error.message);
    }
  }

  #drawClock() {
    this.time = element("output", { class: "time" });
    const move = (key, seconds) => element("button", { type: "button", onclick: () => this.#order(say(key), "POST", "clock", { seconds: seconds() }) }, say(key));
    this.clock.append(element("label", { class: "field" }, element("span", {}, say("time_now")), this.time), element("p", { class: "hint" }, say("clock_note")),
      move("minutes_10", () => 600), move("hour_1", () => HOUR), move("to_morning", () => this.#secondsToMorning()), move("day_1", () => 24 * HOUR), move("week_1", () => 168 * HOUR));
  }

  #secondsToMorning() {
    const morning = new Date(this.now);
    morning.setDate(morning.getDate() + 1);
    morning.setHours(9, 0, 0, 0);
    return (morning - new Date(this.now)) / 1000;
  }
}

// Newest first; lines that are there stay as they are, so an opened one stays open.
class Log {
  constructor(draw) {
    this.draw = draw;
    this.seen = 0;
    this.node = element("ol", { class: "log" });
    this.nothing = element("li", { class: "hint" }, say("nothing_yet"));
    this.node.append(this.nothing);
  }

  add(lines, seen) {
    if (!lines.length) return;
    this.seen = seen;
    this.nothing.remove();
    this.node.prepend(...lines.map(this.draw).reverse());
    while (this.node.children.length > MOST_LINES) this.node.lastChild.remove();
  }
}

function callLine(call) {
  const good = call.status === 200;
  const outcome = call.trouble || (call.status ? (good ? "200" : `${call.status}`) : "…");
  return element("li", { class: `${call.method === "getUpdates" ? "poll" : ""} ${good ? "" : "bad"}` }, element("details", {},
    element("summary", {}, element("time", {}, `${clockTime(call.time)}:${String(new Date(call.time).getSeconds()).padStart(2, "0")}`), element("b", {}, call.method),
      element("span", {}, `${Math.round(call.seconds * 1000)} ms`), element("span", { class: "outcome" }, outcome)),
    call.description ? element("p", {}, call.description) : null,
    json(say("asked"), call.params), json(say("answered"), call.result)));
}

function updateLine(update) {
  const kind = Object.keys(update).find((name) => name !== "update_id") ?? "?";
  const from = update[kind]?.from ?? update[kind]?.chat ?? {};
  const words = update[kind]?.text ?? update[kind]?.data ?? "";
  return element("li", {}, element("details", {},
    element("summary", {}, element("time", {}, update.update_id ?? "—"), element("b", {}, kind), element("span", {}, from.first_name ?? ""), element("span", { class: "outcome" }, words)),
    json("JSON", update)));
}

const json = (title, value) => element("figure", {}, element("figcaption", {}, title), element("pre", { tabIndex: 0 }, JSON.stringify(value, null, 2)));

const check = (input, words) => element("label", { class: "check" }, input, element("span", {}, words));

function tab(key, content) {
  const button = element("button", { type: "button", role: "tab", id: `tab-${key}`, "aria-controls": `panel-${key}` }, say(key));
  const panel = element("div", { role: "tabpanel", id: `panel-${key}`, class: "panel", "aria-labelledby": `tab-${key}` }, content);
  return { button, panel };
}
