// Talks to the local Telegram: asks, does what a person does, and waits for what changes there.

// The server says no: its words are for the person.
export class Refused extends Error {}

// The server is not there.
export class Away extends Error {}

export async function ask(method, path, body) {
  const request = { method, headers: { "X-Refusals-In-Body": "yes" } };
  if (body) Object.assign(request, { body: JSON.stringify(body) }).headers["Content-Type"] = "application/json";
  const answer = await fetch(`/sandbox/${path}`, request).catch((error) => { throw new Away(error.message); });
  const json = await answer.json();
  if (json?.error) throw new Refused(json.error);
  return json;
}

export const does = (person, verb, body = {}) => ask("POST", `people/${person}/${verb}`, body);

// Resolves with what there is to see after this version; rejects if the server is away.
export const change = async (version) => (await ask("GET", `changes?since=${version}`)).version;

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
