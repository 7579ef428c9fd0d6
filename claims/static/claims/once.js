// Who clicks again while the server is at work sends a form once: two notes, two claims, two captures would be made. The
// desk has a script of its own.

const PATIENCE = 10_000; // milliseconds; who stopped the page meanwhile can send the form again
let sent = new WeakMap();

if (!document.getElementById("desk")) {
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post" || event.defaultPrevented) return;
    if (performance.now() - (sent.get(event.target) ?? -PATIENCE) < PATIENCE) event.preventDefault();
    else sent.set(event.target, performance.now());
  });
  // A page that the browser kept and shows again, as on the way back.
  addEventListener("pageshow", () => (sent = new WeakMap()));
}
