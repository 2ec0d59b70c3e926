// Makes and uses passkeys on the case desk. Everything else works without scripts.
"use strict";

(() => {
  if (!window.PublicKeyCredential || !navigator.credentials) {
    return;
  }

  const bytes = (text) => {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, (c) => c.charCodeAt(0));
  };
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const problem = document.getElementById("passkey-problem");
  const say = (words) => {
    problem.textContent = words;
    problem.hidden = false;
  };

  const post = async (path, fields) => {
    const response = await fetch(path, { method: "POST", body: new URLSearchParams(fields), credentials: "same-origin" });
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) {
      throw new Error(answer.problem || "That did not work. Reload the page and try again.");
    }
    return answer;
  };

  const made = (credential) =>
    JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      clientExtensionResults: {},
      response: {
        clientDataJSON: text(credential.response.clientDataJSON),
        attestationObject: text(credential.response.attestationObject),
        transports: credential.response.getTransports ? credential.response.getTransports() : [],
      },
    });

  const used = (credential) =>
    JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      clientExtensionResults: {},
      response: {
        clientDataJSON: text(credential.response.clientDataJSON),
        authenticatorData: text(credential.response.authenticatorData),
        signature: text(credential.response.signature),
        userHandle: credential.response.userHandle ? text(credential.response.userHandle) : null,
      },
    });

  const create = async (path, fields, name) => {
    const options = await post(path + "/options", fields);
    const challenge = options.challenge;
    options.challenge = bytes(challenge);
    options.user.id = bytes(options.user.id);
    options.excludeCredentials.forEach((known) => (known.id = bytes(known.id)));
    const credential = await navigator.credentials.create({ publicKey: options });
    return post(path, { ...fields, challenge, name, answer: made(credential) });
  };

  const signIn = async (next) => {
    const options = await post("/desk/passkey/options", {});
    const challenge = options.challenge;
    options.challenge = bytes(challenge);
    const credential = await navigator.credentials.get({ publicKey: options });
    return post("/desk/passkey/sign-in", { challenge, next, answer: used(credential) });
  };

  const words = (fault) => {
    switch (fault.name) {
      case "NotAllowedError":
        return "The device did not give a passkey. Try again, or choose another way.";
      case "InvalidStateError":
        return "This device holds a passkey for you already.";
      case "SecurityError":
        return "Passkeys do not work at this address. Open the page at the address that your school uses for it.";
      default:
        return fault.message;
    }
  };

  const wire = (id, work, shown) => {
    const button = document.getElementById(id);
    if (!button) {
      return;
    }
    (shown || button).hidden = false;
    button.addEventListener("click", async () => {
      button.disabled = true;
      problem.hidden = true;
      try {
        window.location.assign((await work(button)).next);
      } catch (fault) {
        say(words(fault));
        button.disabled = false;
      }
    });
  };

  wire("passkey-sign-in", (button) => signIn(button.dataset.next));
  wire("passkey-welcome", (button) => create("/desk/welcome/passkey", { token: button.dataset.token }, "First device"));
  wire(
    "passkey-add",
    (button) =>
      create("/desk/account/passkeys", { _csrf: button.dataset.csrf }, document.getElementById("passkey-name").value),
    document.getElementById("passkey-new"),
  );
})();
