// Talks to the local Telegram: asks, does what a person does, and waits for what changes.

export class Refused extends Error {}

export async function ask(method, path, body) {
  const answer = await fetch(`/sandbox/${path}`, {
    method,
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const json = await answer.json();
  if (!answer.ok) throw new Refused(json.error);
  return json;
}

export const does = (person, verb, body = {}) => ask("POST", `people/${person}/${verb}`, body);

export async function watch(onChange, onAway) {
  let version = 0;
  for (;;) {
    try {
      ({ version } = await ask("GET", `changes?since=${version}`));
      await onChange();
    } catch {
      version = 0; // the server is away, and may come back as a new one
      onAway();
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

export function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
