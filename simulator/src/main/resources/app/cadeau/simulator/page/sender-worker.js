// Asks for one gift from outside of the page's own thread.
onmessage = (event) => {
  fetch("/webcast/gift/send/?aid=1988&X-Bogus=stray", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: event.data,
  });
};
